// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.smooth;

import java.util.Arrays;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockWindow;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.segmentation.mask.Neighbourhood;
import org.overread.segmentation.mask.Outside;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.work.Crew;

/// The median of a box around every voxel: a voxel belongs where most of the box does. Beyond the edge of the volume
/// the nearest voxel is taken again, as ITK's binary median does.
///
/// Voxels are counted 64 at a time; the cost follows the blocks at the mask's surface.
public final class Median {
    /// Voxels from the centre of the box, along any axis.
    public static final int LARGEST_RADIUS = 7;

    private final int radiusI;
    private final int radiusJ;
    private final int radiusK;

    private Median(int radiusI, int radiusJ, int radiusK) {
        this.radiusI = radiusI;
        this.radiusJ = radiusJ;
        this.radiusK = radiusK;
        for (int radius : new int[] {radiusI, radiusJ, radiusK}) {
            if (radius < 0 || radius > LARGEST_RADIUS) {
                throw new IllegalArgumentException(
                        "A median over %d voxels to either side; it must be 0 to %d."
                                .formatted(radius, LARGEST_RADIUS));
            }
        }
    }

    public static Median ofVoxels(int radiusI, int radiusJ, int radiusK) {
        return new Median(radiusI, radiusJ, radiusK);
    }

    /// A box of `kernelMm` a side, rounded to odd numbers of voxels as Slicer does.
    public static Median ofMillimetres(double kernelMm, Spacing spacing) {
        return new Median(
                radius(kernelMm, spacing.i()),
                radius(kernelMm, spacing.j()),
                radius(kernelMm, spacing.k()));
    }

    private static int radius(double kernelMm, double spacing) {
        if (!(kernelMm >= 0)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A median over %s mm; it must be 0 mm or more.".formatted(kernelMm));
        }
        double voxels = Math.min(1e6, kernelMm / spacing);
        return Math.max(0, (int) Math.rint((voxels + 1) / 2) - 1);
    }

    public Mask of(Mask mask, Crew crew) {
        int[] reached = Neighbourhood.reached(mask);
        var result = new MaskBlocks(mask);
        ThreadLocal<Worker> workers = ThreadLocal.withInitial(Worker::new);
        crew.each(
                reached.length,
                n -> {
                    int index = reached[n];
                    if (!Neighbourhood.isFull(mask, index)) {
                        long[] rows = workers.get().of(mask, index);
                        result.put(index, BlockWindow.toWords(rows, mask.grid(), index));
                    }
                });
        return result.mask();
    }

    private static int bits(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    /// One thread.
    private final class Worker {
        private final int halo = Math.max(radiusJ, radiusK);
        private final BlockWindow window = new BlockWindow(halo, Outside.NEAREST);
        private final int side = window.side();
        private final int inRow = 2 * radiusI + 1;
        private final int inSlice = inRow * (2 * radiusJ + 1);
        private final int inBox = inSlice * (2 * radiusK + 1);
        private final BitCounters rows = new BitCounters(bits(inRow), side * side);
        private final BitCounters slices = new BitCounters(bits(inSlice), side * Block.SIDE);
        private final BitCounters boxes = new BitCounters(bits(inBox), Block.SIDE * Block.SIDE);
        private final long[] result = new long[Block.SIDE * Block.SIDE];

        long[] of(Mask mask, int index) {
            window.fill(mask, index);
            long[] bits = window.rows();
            if (Arrays.stream(bits).allMatch(row -> row == 0)) {
                Arrays.fill(result, 0);
                return result;
            }
            rows.clear();
            slices.clear();
            boxes.clear();
            for (int n = 0; n < bits.length; n++) {
                rows.add(n, bits[n]);
                for (int d = 1; d <= radiusI; d++) {
                    rows.add(n, bits[n] << d);
                    rows.add(n, bits[n] >>> d);
                }
            }
            for (int k = 0; k < side; k++) {
                for (int j = 0; j < Block.SIDE; j++) {
                    for (int d = -radiusJ; d <= radiusJ; d++) {
                        slices.add(k * Block.SIDE + j, rows, k * side + j + halo + d);
                    }
                }
            }
            for (int k = 0; k < Block.SIDE; k++) {
                for (int j = 0; j < Block.SIDE; j++) {
                    for (int d = -radiusK; d <= radiusK; d++) {
                        boxes.add(k * Block.SIDE + j, slices, (k + halo + d) * Block.SIDE + j);
                    }
                }
            }
            for (int n = 0; n < result.length; n++) {
                result[n] = boxes.atLeast(n, inBox / 2 + 1);
            }
            return result;
        }
    }
}
