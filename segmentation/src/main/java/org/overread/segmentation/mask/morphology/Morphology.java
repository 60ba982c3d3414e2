// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.morphology;

import java.util.Optional;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.BlockPad;
import org.overread.segmentation.mask.BlockWindow;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskBlocks;
import org.overread.segmentation.mask.Neighbourhood;
import org.overread.segmentation.mask.Outside;
import org.overread.segmentation.work.Crew;

/// Dilation, erosion, opening and closing. The edge of the volume is treated as ITK does: erosion takes what lies
/// outside for part of the mask, and closing sees beyond the edge what dilation put there.
///
/// The cost follows the blocks at the mask's surface; what lies deep inside is kept as it is.
public final class Morphology {
    private Morphology() {}

    /// Every voxel that the kernel reaches from a voxel of the mask.
    public static Mask dilate(Mask mask, Kernel kernel, Crew crew) {
        int[] reached = Neighbourhood.reached(mask);
        var result = new MaskBlocks(mask);
        Workers workers = new Workers(kernel, Outside.BACKGROUND);
        crew.each(
                reached.length,
                n -> {
                    int index = reached[n];
                    Optional<Block> block = mask.block(index);
                    if (block.isEmpty() || !block.get().isFull()) {
                        var worker = workers.mine();
                        worker.window.fill(mask, index);
                        long[] rows = worker.dilation.of(worker.window.rows());
                        result.put(index, BlockWindow.toWords(rows, mask.grid(), index));
                    }
                });
        return result.mask();
    }

    /// Every voxel from which the kernel reaches voxels of the mask only; outside the volume counts as mask.
    public static Mask erode(Mask mask, Kernel kernel, Crew crew) {
        return erode(mask, kernel, Outside.FOREGROUND, crew);
    }

    /// Erosion with a choice of what lies outside the volume.
    public static Mask erode(Mask mask, Kernel kernel, Outside outside, Crew crew) {
        int[] present = Neighbourhood.present(mask);
        var result = new MaskBlocks(mask);
        Workers workers = new Workers(kernel, outside);
        crew.each(
                present.length,
                n -> {
                    int index = present[n];
                    if (outside == Outside.BACKGROUND || !Neighbourhood.isFull(mask, index)) {
                        var worker = workers.mine();
                        worker.window.fill(mask, index);
                        invert(worker.window.rows());
                        long[] rows = worker.dilation.of(worker.window.rows());
                        invert(rows);
                        result.put(index, BlockWindow.toWords(rows, mask.grid(), index));
                    }
                });
        return result.mask();
    }

    /// Erosion, then dilation: takes away what the kernel does not fit into.
    public static Mask open(Mask mask, Kernel kernel, Crew crew) {
        return dilate(erode(mask, kernel, crew), kernel, crew);
    }

    /// Dilation, then erosion: closes gaps that the kernel does not fit into. Never loses a voxel.
    public static Mask close(Mask mask, Kernel kernel, Crew crew) {
        Mask padded = BlockPad.pad(mask);
        return BlockPad.crop(erode(dilate(padded, kernel, crew), kernel, crew), mask.size());
    }

    /// The voxels of the mask that have a neighbour in the volume, by a face, an edge or a corner, outside the mask.
    public static Mask border(Mask mask, Crew crew) {
        return mask.minus(erode(mask, Kernel.box(1, 1, 1), crew));
    }

    private static void invert(long[] rows) {
        for (int n = 0; n < rows.length; n++) {
            rows[n] = ~rows[n];
        }
    }

    private record Worker(BlockWindow window, Dilation dilation) {}

    /// One worker a thread.
    private static final class Workers {
        private final ThreadLocal<Worker> own;

        Workers(Kernel kernel, Outside outside) {
            own =
                    ThreadLocal.withInitial(
                            () -> {
                                var dilation = new Dilation(kernel);
                                return new Worker(
                                        new BlockWindow(dilation.halo(), outside), dilation);
                            });
        }

        Worker mine() {
            return own.get();
        }
    }
}
