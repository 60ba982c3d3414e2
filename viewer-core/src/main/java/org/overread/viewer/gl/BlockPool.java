// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import org.overread.viewer.volume.BitBlock;

/// Blocks of labels on the GPU, each 32 x 32 texels of 32 voxels, known by their identity: an edit brings up the blocks
/// that it changed. Blocks that no picture has needed for longest make room. GL thread only.
final class BlockPool {
    /// Blocks side by side; the shader knows it.
    private static final int COLUMNS = 64;

    private static final int ROWS = 128;

    private final DataTexture texture;
    private final IdentityHashMap<BitBlock, Entry> entries = new IdentityHashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final IntBuffer staging = IntBuffer.allocate(BitBlock.SIDE * BitBlock.SIDE);
    private final int capacity;
    private long picture;

    private static final class Entry {
        private final int slot;
        private long lastPicture;

        Entry(int slot) {
            this.slot = slot;
        }
    }

    BlockPool(GL3 gl) {
        this(gl, COLUMNS * ROWS);
    }

    /// With room for fewer blocks than usual.
    BlockPool(GL3 gl, int capacity) {
        this.capacity = capacity;
        texture = new DataTexture(gl, DataTexture.Texels.INT);
        int rows = Math.ceilDiv(capacity, COLUMNS);
        texture.allocate(COLUMNS * BitBlock.SIDE, rows * BitBlock.SIDE);
        for (int slot = 0; slot < capacity; slot++) {
            free.addLast(slot);
        }
    }

    /// Blocks asked for from now on stay until the next call.
    void beginPicture() {
        picture++;
    }

    /// Where the block is in the pool.
    int slot(BitBlock block) {
        Entry entry = entries.get(block);
        if (entry == null) {
            entry = upload(block);
            entries.put(block, entry);
        }
        entry.lastPicture = picture;
        return entry.slot;
    }

    private Entry upload(BitBlock block) {
        if (free.isEmpty()) {
            makeRoom();
        }
        int slot = free.removeFirst();
        staging.clear();
        for (int n = 0; n < BitBlock.WORDS; n++) {
            long word = block.word(n);
            staging.put((int) word).put((int) (word >>> 32));
        }
        int side = BitBlock.SIDE;
        texture.uploadPart(
                slot % COLUMNS * side, slot / COLUMNS * side, side, side, staging.flip());
        return new Entry(slot);
    }

    /// Gives up half of the blocks, or all that the current picture does not need.
    private void makeRoom() {
        long[] used = entries.values().stream().mapToLong(e -> e.lastPicture).sorted().toArray();
        long newestToGo = Math.min(used[used.length / 2], picture - 1);
        for (Iterator<Entry> all = entries.values().iterator(); all.hasNext(); ) {
            Entry entry = all.next();
            if (entry.lastPicture <= newestToGo) {
                free.addLast(entry.slot);
                all.remove();
            }
        }
        if (free.isEmpty()) {
            throw new GlFailedException(
                    GlFailedException.Scope.SCENE,
                    "a picture of labels needs more than %d blocks".formatted(capacity));
        }
    }

    int count() {
        return entries.size();
    }

    void bind(int unit) {
        texture.bind(unit);
    }

    void delete() {
        texture.delete();
    }
}
