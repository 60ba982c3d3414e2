// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.util.Optional;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Masks from what says of every voxel whether it belongs, a piece of a row at a time.
public final class MaskRows {
    private MaskRows() {}

    /// Says which of `count` (1…32) voxels of a row belong, the first of them `i`, as bits from the lowest on; bits
    /// beyond `count` are ignored. Called by several threads.
    @FunctionalInterface
    public interface Piece {
        int bits(int i, int j, int k, int count);
    }

    /// Asks for every piece of the volume.
    public static Mask of(GridSize size, Piece piece, Crew crew) {
        return of(
                size, new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1), piece, crew);
    }

    /// Asks for the pieces of the blocks that reach into a box; no voxel of others belongs.
    public static Mask of(GridSize size, VoxelBox box, Piece piece, Crew crew) {
        var result = new MaskBlocks(size);
        BlockGrid grid = result.grid();
        int lowJ = box.lowJ() / Block.SIDE;
        int lowK = box.lowK() / Block.SIDE;
        int acrossJ = box.highJ() / Block.SIDE - lowJ + 1;
        int acrossK = box.highK() / Block.SIDE - lowK + 1;
        crew.each(
                acrossJ * acrossK,
                n -> {
                    int row = (lowK + n / acrossJ) * grid.acrossJ() + lowJ + n % acrossJ;
                    int last = row * grid.acrossI() + box.highI() / Block.SIDE;
                    int first = row * grid.acrossI() + box.lowI() / Block.SIDE;
                    for (int index = first; index <= last; index++) {
                        result.put(index, words(grid.box(index), piece));
                    }
                });
        return result.mask();
    }

    private static long[] words(VoxelBox box, Piece piece) {
        var words = new long[Block.WORDS];
        long inside = -1L >>> (64 - box.sizeI());
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                long bits = piece.bits(box.lowI(), j, k, box.sizeI()) & inside;
                words[Block.wordOf(j % Block.SIDE, k % Block.SIDE)] |= bits << Block.bitOf(0, j);
            }
        }
        return words;
    }

    /// The voxels whose values are in a range, both ends included; no value that is not a number is in it.
    public static Mask between(Voxels.Grey voxels, double low, double high, Crew crew) {
        var image = voxels.image();
        var size =
                new GridSize(
                        (int) image.dimension(0),
                        (int) image.dimension(1),
                        (int) image.dimension(2));
        Optional<int[]> whole = wholeNumbers(low, high);
        return of(
                size,
                switch (voxels) {
                    case Voxels.Int16 v ->
                            (i, j, k, count) ->
                                    whole.map(r -> in(v.slice(k), j * size.i() + i, count, r))
                                            .orElse(0);
                    case Voxels.UInt16 v ->
                            (i, j, k, count) ->
                                    whole.map(
                                                    r ->
                                                            inUnsigned(
                                                                    v.slice(k),
                                                                    j * size.i() + i,
                                                                    count,
                                                                    r))
                                            .orElse(0);
                    case Voxels.Float32 v ->
                            (i, j, k, count) -> in(v.slice(k), j * size.i() + i, count, low, high);
                    case Voxels.Bricked(BrickedValues values) ->
                            (i, j, k, count) -> in(values, i, j, k, count, low, high);
                },
                crew);
    }

    private static Optional<int[]> wholeNumbers(double low, double high) {
        double first = Math.max(Short.MIN_VALUE, Math.ceil(low));
        double last = Math.min(2.0 * Short.MAX_VALUE + 1, Math.floor(high));
        return first <= last // false where one is not a number
                ? Optional.of(new int[] {(int) first, (int) last})
                : Optional.empty();
    }

    private static int in(
            BrickedValues values, int i, int j, int k, int count, double low, double high) {
        int bits = 0;
        for (int n = 0; n < count; n++) {
            float value = values.value(0, i + n, j, k);
            bits |= (value >= low && value <= high ? 1 : 0) << n;
        }
        return bits;
    }

    private static int in(short[] values, int at, int count, int[] range) {
        int bits = 0;
        for (int n = 0; n < count; n++) {
            int value = values[at + n];
            bits |= (value >= range[0] && value <= range[1] ? 1 : 0) << n;
        }
        return bits;
    }

    private static int inUnsigned(short[] values, int at, int count, int[] range) {
        int bits = 0;
        for (int n = 0; n < count; n++) {
            int value = values[at + n] & 0xffff;
            bits |= (value >= range[0] && value <= range[1] ? 1 : 0) << n;
        }
        return bits;
    }

    private static int in(float[] values, int at, int count, double low, double high) {
        int bits = 0;
        for (int n = 0; n < count; n++) {
            bits |= (values[at + n] >= low && values[at + n] <= high ? 1 : 0) << n;
        }
        return bits;
    }
}
