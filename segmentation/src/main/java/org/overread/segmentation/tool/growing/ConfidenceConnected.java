// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.RangeBits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Grows by a range that it learns: mean and spread around the seeds say the first range, mean and spread of what that
/// reaches the next, so many times. Voxel-equal to ITK's ConfidenceConnected 5.2, bounds cut towards zero for whole
/// numbers included; only where a region of one voxel has no spread does it stop and keep the voxel.
@Plugin(
        type = SegmentationTool.class,
        name = "confidence-connected",
        label = "Grow by confidence",
        description =
                "All voxels connected with a seed whose values fit a range learnt from the region itself: for even organs whose range nobody knows.")
public final class ConfidenceConnected extends Grower {
    /// Variances up to here are rounding.
    private static final double NO_SPREAD = 0.1 * Math.ulp(1.0);

    @Parameter(
            label = "Standard deviations",
            description = "Half the width of the range.",
            min = "0.01",
            max = "100")
    private double multiplier = 2.5;

    @Parameter(
            label = "Iterations",
            description = "How often the range is learnt anew from the region.",
            min = "0",
            max = "100")
    private int iterations = 4;

    @Parameter(
            label = "Radius around the seeds",
            description = "Voxels to each side of a seed that say the first range.",
            min = "0",
            max = "50")
    private int radius = 1;

    @Override
    ToolOutcome grow(ToolInput input, Limits limits, ToolWork work) {
        Voxels.InMemory voxels = input.volume().voxels().inMemory();
        var growth = new Growth(input, limits, Connectivity.FACES, work);
        SeedStatistics start = SeedStatistics.of(voxels, growth.seeds(), radius);
        Optional<ValueRange> first = start.range(multiplier);
        if (first.isEmpty()) {
            return new ToolOutcome.Refused(new ToolRefusal.NoSpread());
        }
        SampleType type = SampleType.of(voxels);
        double mean = start.mean();
        double variance = start.variance();
        ValueRange range = cast(first.get(), type);
        Bits region = growth.flood(growth.open(new RangeBits(voxels, range)));
        int fills = 1;
        for (int n = 0; n < iterations; n++) {
            work.progress().progress(new Progress(fills, iterations + 1L));
            RegionStatistics now = RegionStatistics.of(voxels, region);
            if (now.count() == 0) {
                break;
            }
            mean = now.mean();
            variance = now.variance();
            Optional<ValueRange> next =
                    new SeedStatistics(mean, variance, start.lowest(), start.highest())
                            .range(multiplier);
            if (next.isEmpty() || Math.abs(variance) <= NO_SPREAD) {
                break;
            }
            range = cast(next.get(), type);
            region = growth.flood(growth.open(new RangeBits(voxels, range)));
            fills++;
        }
        var numbers = new ArrayList<>(ConnectedThreshold.bounds(range, input));
        String unit = input.volume().unit().symbol();
        numbers.addAll(
                List.of(
                        new ToolNumber("mean", mean, unit),
                        new ToolNumber("variance", variance),
                        new ToolNumber("fills", fills)));
        return growth.finish(region, numbers);
    }

    private static ValueRange cast(ValueRange range, SampleType type) {
        return new ValueRange(type.cast(range.lower()), type.cast(range.upper()));
    }
}
