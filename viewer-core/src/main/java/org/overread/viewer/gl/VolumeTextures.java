// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import com.jogamp.opengl.GL3;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// The volumes on the GPU, the longest unused leaving first when together they are too large. GL thread only.
final class VolumeTextures {
    private final GL3 gl;
    private final int maxSide;
    private final long budgetBytes;
    private final SequencedMap<Volume, Entry> textures = new LinkedHashMap<>();
    private long bytes;

    private record Entry(VolumeTexture texture, long bytes) {}

    VolumeTextures(GL3 gl, int maxSide, long budgetBytes) {
        this.gl = gl;
        this.maxSide = maxSide;
        this.budgetBytes = budgetBytes;
    }

    VolumeTexture of(Volume volume) {
        Entry entry = textures.remove(volume);
        if (entry == null) {
            entry = upload(volume);
        }
        textures.putLast(volume, entry);
        return entry.texture();
    }

    private Entry upload(Volume volume) {
        GridSize size = volume.geometry().size();
        if (Math.max(size.i(), Math.max(size.j(), size.k())) > maxSide) {
            throw new GlFailedException(
                    volume,
                    "%d x %d x %d voxels; this OpenGL takes %d a side"
                            .formatted(size.i(), size.j(), size.k(), maxSide));
        }
        long needed = VolumeTexture.bytes(volume);
        while (!textures.isEmpty() && bytes + needed > budgetBytes) {
            drop(textures.firstEntry().getKey());
        }
        VolumeTexture texture = new VolumeTexture(gl, volume);
        bytes += needed;
        return new Entry(texture, needed);
    }

    private void drop(Volume volume) {
        Entry entry = textures.remove(volume);
        if (entry != null) {
            entry.texture().delete();
            bytes -= entry.bytes();
        }
    }

    void sliceChanged(Volume volume, int k) {
        Entry entry = textures.get(volume);
        if (entry != null) {
            entry.texture().sliceChanged(k);
        }
    }

    void forget(Volume volume) {
        drop(volume);
    }

    int count() {
        return textures.size();
    }

    void delete() {
        textures.values().forEach(entry -> entry.texture().delete());
        textures.clear();
        bytes = 0;
    }
}
