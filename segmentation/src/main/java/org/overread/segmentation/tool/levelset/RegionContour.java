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
                "Lets bubbles around the seeds grow where the values fit, by the means inside and outside or by a range, and keeps them smooth.")
public final class RegionContour extends FrontTool {

    @Parameter(
            label = "Drive",
            description =
                    "means compares with the mean inside and the mean outside; range with lower and upper.")
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
    private double smoothMm;

    /// What values are compared with.
    enum Kind {
        MEANS,
        RANGE
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        Optional<ToolRefusal> refusal = super.unfit(input);
        if (refusal.isPresent() || drive == Kind.MEANS) {
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
        double noise = Spread.ofNeighbours(local);
        Drive how =
                switch (drive) {
                    case MEANS -> new Drive.Means(0, 0); // worked out before the first step
                    case RANGE -> new Drive.Range(lower, upper, noise > 0 ? noise : 1);
                };
        return new LevelSet(
                local,
                start,
                Filters.smooth(local, smoothMm, crew),
                how,
                new Motion(propagation, curvature, 0),
                crew);
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
