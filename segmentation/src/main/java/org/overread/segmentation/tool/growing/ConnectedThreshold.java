// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.RangeBits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// The voxels with values in a range that a path of such voxels connects with a seed; a seed outside the range adds
/// nothing. Voxel-equal to ITK's ConnectedThreshold.
@Plugin(
        type = SegmentationTool.class,
        name = "connected-threshold",
        label = "Grow by range",
        description =
                "All voxels with values in a range that are connected with a seed: for what differs from all that it touches, such as lungs, bone or vessels full of contrast.")
public final class ConnectedThreshold extends Grower {

    @Parameter(
            label = "Range",
            description =
                    "given takes lower and upper; around-seeds takes the values near the seeds.")
    private RangeChoice range = RangeChoice.GIVEN;

    @Parameter(
            label = "Lower",
            description = "The lowest value that fits, included; in the volume's unit, HU in a CT.")
    private double lower = Double.NEGATIVE_INFINITY;

    @Parameter(
            label = "Upper",
            description =
                    "The highest value that fits, included; in the volume's unit, HU in a CT.")
    private double upper = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Connectivity",
            description =
                    "6 joins voxels that share a face; 26 also those that share an edge or a corner.",
            choices = {"6", "26"})
    private String connectivity = "6";

    @Parameter(
            label = "Radius around the seeds",
            description = "For around-seeds: voxels to each side that are looked at.",
            min = "1",
            max = "20")
    private int radius = 2;

    @Parameter(
            label = "Standard deviations",
            description = "For around-seeds: half the width of the range.",
            min = "0.1",
            max = "20")
    private double multiplier = 2.5;

    @Override
    ToolOutcome grow(ToolInput input, Limits limits, ToolWork work) {
        Connectivity neighbours =
                connectivity.equals("26") ? Connectivity.CORNERS : Connectivity.FACES;
        var growth = new Growth(input, limits, neighbours, work);
        Optional<ValueRange> values =
                switch (range) {
                    case GIVEN -> Optional.of(new ValueRange(lower, upper));
                    case AROUND_SEEDS ->
                            SeedStatistics.of(
                                            input.volume().voxels().inMemory(),
                                            growth.seeds(),
                                            radius)
                                    .range(multiplier);
                };
        Optional<ToolRefusal> refusal = refusal(values);
        if (refusal.isPresent()) {
            return new ToolOutcome.Refused(refusal.get());
        }
        ValueRange fitting = values.orElseThrow();
        return growth.region(
                new RangeBits(input.volume().voxels().inMemory(), fitting), bounds(fitting, input));
    }

    private Optional<ToolRefusal> refusal(Optional<ValueRange> values) {
        return values.isEmpty()
                ? Optional.of(new ToolRefusal.NoSpread())
                : GivenRange.refusal(values.get());
    }

    static List<ToolNumber> bounds(ValueRange range, ToolInput input) {
        String unit = input.volume().unit().symbol();
        return List.of(
                new ToolNumber("lower", range.lower(), unit),
                new ToolNumber("upper", range.upper(), unit));
    }
}
