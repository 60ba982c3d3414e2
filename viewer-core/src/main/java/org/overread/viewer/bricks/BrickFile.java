// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.SampleKind;

/// The levels that do not fit memory, in a mapped file of their own that nobody else sees and that ends with the volume.
///
/// Bricks that hold zeros alone are never written, so what is empty takes no room on the disk and no time to read. The
/// operating system keeps in memory what is used and drops what is not.
final class BrickFile {
    /// Room on the disk that a brick file leaves to others.
    private static final long MARGIN_BYTES = 1L << 30;

    private final SampleKind kind;
    private final List<BrickLayout> levels;
    private final boolean[][]
            written; // by level and brick; set once, before the slab is said to be there
    private final MemorySegment samples;

    private BrickFile(SampleKind kind, List<BrickLayout> levels, MemorySegment samples) {
        this.kind = kind;
        this.levels = List.copyOf(levels);
        this.samples = samples;
        written = new boolean[levels.size()][];
        for (int n = 0; n < written.length; n++) {
            written[n] = new boolean[levels.get(n).bricks()];
        }
    }

    /// `count` levels, the first of them `size`. Fails where the disk has no room for all of `alike` such files.
    static BrickFile create(Path folder, GridSize size, int count, SampleKind kind, int alike)
            throws IOException {
        var levels = new ArrayList<BrickLayout>();
        GridSize next = size;
        long total = 0;
        for (int n = 0; n < count; n++) {
            BrickLayout level = BrickLayout.of(next, total);
            levels.add(level);
            total += level.samples();
            next = BrickLayout.halved(next);
        }
        long bytes = Math.multiplyExact(total, kind.bytes());
        long room = Files.getFileStore(folder).getUsableSpace() - MARGIN_BYTES;
        long needed = Math.multiplyExact(bytes, alike);
        if (needed > room) {
            throw new NoRoomException(needed, Math.max(0, room));
        }
        Path file = BrickFolder.newFile(folder);
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            var samples = channel.map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
            return new BrickFile(kind, levels, samples);
        } finally {
            remove(file);
        }
    }

    /// What is mapped stays after its name is gone, but for systems that keep names of open files.
    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException _) {
            file.toFile().deleteOnExit();
        }
    }

    BrickLayout level(int n) {
        return levels.get(n);
    }

    boolean isWritten(int level, int brick) {
        return written[level][brick];
    }

    float value(int level, int i, int j, int k) {
        BrickLayout layout = levels.get(level);
        return written[level][layout.brickOf(i, j, k)]
                ? Samples.read(samples, kind, layout.sampleOf(i, j, k))
                : 0;
    }

    /// The values at the corners of a cube, where all of them lie in one brick; else false.
    boolean corners(int level, BrickedValues.Cube cube, float[] target) {
        BrickLayout layout = levels.get(level);
        int brick = layout.brickOf(cube.i(), cube.j(), cube.k());
        if (brick != layout.brickOf(cube.nextI(), cube.nextJ(), cube.nextK())) {
            return false;
        }
        if (!written[level][brick]) {
            Arrays.fill(target, 0);
            return true;
        }
        long at = layout.sampleOf(cube.i(), cube.j(), cube.k());
        int right = cube.nextI() - cube.i();
        int down = (cube.nextJ() - cube.j()) << BrickLayout.SIDE_BITS;
        long deep = (long) (cube.nextK() - cube.k()) << (2 * BrickLayout.SIDE_BITS);
        for (int n = 0; n < 2; n++) {
            long first = at + n * deep;
            target[4 * n] = Samples.read(samples, kind, first);
            target[4 * n + 1] = Samples.read(samples, kind, first + right);
            target[4 * n + 2] = Samples.read(samples, kind, first + down);
            target[4 * n + 3] = Samples.read(samples, kind, first + down + right);
        }
        return true;
    }

    void put(int level, int i, int j, int k, float value) {
        BrickLayout layout = levels.get(level);
        written[level][layout.brickOf(i, j, k)] = true;
        Samples.write(samples, kind, layout.sampleOf(i, j, k), value);
    }

    /// Writes `count` neighbouring voxels of a row of level 0, all in one brick.
    void putRow(int i, int j, int k, MemorySegment row, long from, int count) {
        BrickLayout layout = levels.getFirst();
        written[0][layout.brickOf(i, j, k)] = true;
        MemorySegment.copy(
                row,
                from * kind.bytes(),
                samples,
                layout.sampleOf(i, j, k) * kind.bytes(),
                (long) count * kind.bytes());
    }
}
