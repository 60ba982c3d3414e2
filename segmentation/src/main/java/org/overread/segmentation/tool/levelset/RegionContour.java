// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Spread;
import org.overread.segmentation.work.Crew;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// A front that grows from bubbles where the values are like those inside and shrinks where they are not, in true
/// millimetres: by the two means (Chan and Vese 2001) or by a range.
@Plugin(
        type = SegmentationTool.class,
        name = "region-contour",
        label = "Grow by values",
        description =
                "Lets bubbles around the seeds grow where the values fit, by the means inside and outside or by a range, and keeps them smooth: for smooth things whose edge is blurred.")
public final class RegionContour extends FrontTool {

    @Parameter(
            label = "Drive",
            description =
                    "means compares with the mean inside and the mean outside of the box; range with lower and upper; around-seeds with the values in the bubbles.")
    private Kind drive = Kind.MEANS;

    @Parameter(label = "Lower", description = "For range: the lowest value that fits.")
    private double lower = Double.NEGATIVE_INFINITY;

    @Parameter(label = "Upper", description = "For range: the highest value that fits.")
    private double upper = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Propagation",
            description = "How fast the front moves where the values fit entirely.",
            min = "0",
            max = "10")
    private double propagation = 1;

    @Parameter(
            label = "Curvature",
            description = "How strongly the front is kept smooth.",
            min = "0",
            max = "10")
    private double curvature = 0.2;

    @Parameter(
            label = "Smoothing",
            description = "The values are blurred by a Gaussian of this width first; 0 does not.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm = 1;

    @Parameter(
            label = "Standard deviations",
            description = "For around-seeds: half the width of the range.",
            min = "0.1",
            max = "20")
    private double multiplier = 2.5;

    /// What values are compared with.
    enum Kind {
        MEANS,
        RANGE,
        AROUND_SEEDS
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        Optional<ToolRefusal> refusal = super.unfit(input);
        if (refusal.isPresent() || drive != Kind.RANGE) {
            return refusal;
        }
        if (lower > upper) {
            return Optional.of(new ToolRefusal.EmptyRange(lower, upper));
        }
        return Double.isInfinite(lower) && Double.isInfinite(upper)
                ? Optional.of(new ToolRefusal.NoRange())
                : Optional.empty();
    }

    @Override
    LevelSet front(LocalVolume local, float[] start, Crew crew) {
        Filters.smoothInPlace(local, smoothMm, crew);
        double noise = Spread.ofNeighbours(local);
        double softness = noise > 0 ? noise : 1;
        Drive how =
                switch (drive) {
                    case MEANS -> new Drive.Means(0, 0); // worked out before the first step
                    case RANGE -> new Drive.Range(lower, upper, softness);
                    case AROUND_SEEDS -> around(local, start, softness);
                };
        return new LevelSet(
                local, start, local.values(), how, new Motion(propagation, curvature, 0), crew);
    }

    private Drive.Range around(LocalVolume local, float[] start, double softness) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int n = 0; n < start.length; n++) {
            if (start[n] < 0 && local.open()[n]) {
                double value = local.values()[n];
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / count;
        double half = multiplier * Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new Drive.Range(mean - half, mean + half, softness);
    }

    @Override
    List<ToolNumber> numbers(LevelSet front, ToolInput input) {
        String unit = input.volume().unit().symbol();
        Drive.Means means = front.meansNow();
        return List.of(
                new ToolNumber("mean inside", means.inside(), unit),
                new ToolNumber("mean outside", means.outside(), unit));
    }
}
