// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.List;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Compares each voxel with its surroundings: a box around it, of which the mean and the standard deviation say the
/// threshold. For structures brighter than what is near them, in volumes that are bright here and dark there. Beyond
/// the edge the outermost voxels go on. Sums slide: the time does not depend on the radius.
@Plugin(
        type = SegmentationTool.class,
        name = "local-threshold",
        label = "Local threshold",
        description =
                "All voxels brighter, or darker, than their surroundings: for thin things on an uneven ground. Needs no seed.")
public final class LocalThreshold implements SegmentationTool {

    @Parameter(
            label = "Method",
            description =
                    "mean: mean + offset. niblack: mean + k · deviation + offset. sauvola: mean · (1 + k · (deviation / range − 1)) + offset.")
    private Formula method = Formula.MEAN;

    @Parameter(
            label = "Radius",
            description = "Voxels to each side in the slice that the surroundings reach.",
            min = "1",
            max = "200")
    private int radius = 7;

    @Parameter(
            label = "Radius across slices",
            description =
                    "Slices to each side that the surroundings reach; 0 looks at the slice alone.",
            min = "0",
            max = "100")
    private int sliceRadius;

    @Parameter(label = "k", description = "For niblack and sauvola.", min = "-10", max = "10")
    private double k = 0.2;

    @Parameter(
            label = "Range",
            description = "For sauvola: the largest standard deviation that is to be expected.",
            min = "1e-6")
    private double range = 128;

    @Parameter(label = "Offset", description = "Is added to every threshold.")
    private double offset;

    @Parameter(label = "Side", description = "The voxels above the threshold, or those up to it.")
    private ThresholdTool.Side side = ThresholdTool.Side.ABOVE;

    /// How a threshold comes from mean and standard deviation.
    enum Formula {
        MEAN,
        NIBLACK,
        SAUVOLA
    }

    @Override
    public ToolOutcome apply(ToolInput input, ToolWork work) {
        GridSize size = input.volume().geometry().size();
        var found = new Bits(size);
        var window = new SlidingWindow(input.volume().voxels().inMemory(), radius, sliceRadius);
        var within = new long[BitSlices.wordsPerSlice(size)];
        BitSlices allowed = BitSlices.all(size);
        if (input.within().isPresent()) {
            allowed = allowed.within(input.within().get());
        }
        for (int slice = 0; slice < size.k(); slice++) {
            work.check();
            work.progress().progress(new Progress(slice, size.k()));
            window.moveTo(slice);
            allowed.read(slice, within);
            mark(window, within, found, slice);
        }
        return new ToolOutcome.Segmented(
                List.of(new Region(1, found.toMask())), List.of(), List.of());
    }

    private void mark(SlidingWindow window, long[] within, Bits found, int slice) {
        GridSize size = found.size();
        long[] words = found.slice(slice);
        int perRow = found.wordsPerRow();
        for (int j = 0; j < size.j(); j++) {
            window.row(j);
            for (int i = 0; i < size.i(); i++) {
                int word = j * perRow + (i >>> 6);
                double value = window.value(i);
                double threshold = threshold(window.mean(i), window.deviation(i));
                boolean fits =
                        side == ThresholdTool.Side.ABOVE ? value > threshold : value <= threshold;
                if (fits) {
                    words[word] |= (1L << i) & within[word];
                }
            }
        }
    }

    private double threshold(double mean, double deviation) {
        return offset
                + switch (method) {
                    case MEAN -> mean;
                    case NIBLACK -> mean + k * deviation;
                    case SAUVOLA -> mean * (1 + k * (deviation / range - 1));
                };
    }
}
