// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.viewer.volume.GridSize;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Parts the volume, or the mask to stay within, between seeds of two or more labels: each voxel goes to the seed that
/// is nearest along a path of little change. The definition of ITK's FastGrowCut.
@Plugin(
        type = SegmentationTool.class,
        name = "grow-from-seeds",
        label = "Grow from seeds",
        description =
                "Gives every voxel to the seed that is nearest along a path of little change: for several structures at once, from strokes of two or more labels in a few slices.")
public final class GrowFromSeeds implements SegmentationTool {
    private static final long MOST_CELLS = Integer.MAX_VALUE - 8; // of an array
    private static final long HEAP_SHARE = 2; // the queue and the answer take as much again

    @Parameter(
            label = "Price of a millimetre",
            description =
                    "How much a millimetre of way counts beside differences of values, in the volume's unit: 5 makes 10 mm cost what 50 HU do; 0 is nothing.",
            min = "0",
            max = "1e6")
    private double pricePerMm;

    @Parameter(
            label = "Faces of the volume",
            description =
                    "conduct treats the outermost voxels like others; as-itk lets them hand on no label.")
    private GeodesicGrowth.Faces faces = GeodesicGrowth.Faces.CONDUCT;

    @Override
    public ToolOutcome apply(ToolInput input, ToolWork work) {
        GridSize size = input.volume().geometry().size();
        List<Integer> labels = input.labels();
        if (labels.size() < 2) {
            return refused(
                    new ToolRefusal.Unfit(
                            "The tool parts the volume between seeds of two or more labels, and was given %d."
                                    .formatted(labels.size())));
        }
        if (pricePerMm > 0 && !input.volume().verdict().isCalibrated()) {
            return refused(new ToolRefusal.Uncalibrated("pricePerMm"));
        }
        BitSlices open = BitSlices.all(size);
        Optional<VoxelBox> box =
                Optional.of(new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1));
        if (input.within().isPresent()) {
            Mask within = input.within().get();
            open = open.within(within);
            box = within.bounds();
        }
        if (box.isEmpty()) {
            return refused(new ToolRefusal.Unfit("The mask to stay within is empty."));
        }
        Optional<ToolRefusal> tooLarge = tooLarge(box.get());
        if (tooLarge.isPresent()) {
            return refused(tooLarge.get());
        }
        var growth = new GeodesicGrowth(input.volume(), open, box.get(), pricePerMm, faces);
        growth.add(input.seeds());
        growth.run(work.crew());
        var regions = new ArrayList<Region>();
        var numbers = new ArrayList<ToolNumber>();
        for (int label : labels) {
            work.check();
            Mask mask = growth.mask(label);
            regions.add(new Region(label, mask));
            numbers.add(new ToolNumber("voxels of label " + label, (double) mask.count()));
        }
        return new ToolOutcome.Segmented(regions, numbers, List.of());
    }

    private static Optional<ToolRefusal> tooLarge(VoxelBox box) {
        long cells = GeodesicGrowth.cells(box);
        if (cells > MOST_CELLS) {
            return Optional.of(
                    new ToolRefusal.Unfit(
                            "The tool takes %d voxels at most and here are %d; let it stay within a mask."
                                    .formatted(MOST_CELLS, cells)));
        }
        long bytes = GeodesicGrowth.bytes(box);
        var runtime = Runtime.getRuntime();
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        return bytes * HEAP_SHARE > free
                ? Optional.of(
                        new ToolRefusal.Unfit(
                                "The tool needs %d MB for this many voxels and %d MB are free; let it stay within a mask."
                                        .formatted((bytes * HEAP_SHARE) >> 20, free >> 20)))
                : Optional.empty();
    }

    private static ToolOutcome refused(ToolRefusal reason) {
        return new ToolOutcome.Refused(reason);
    }
}
