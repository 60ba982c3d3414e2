// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/// What all growers share: the parameters that keep a region from leaking, and the need of a seed.
abstract sealed class Grower implements SegmentationTool
        permits ConnectedThreshold, ConfidenceConnected, NeighborhoodConnected, IsolatedConnected {

    @Parameter(
            label = "Extent",
            description =
                    "Where the region may grow: the volume, or only the slice, row plane or column plane of each seed.")
    private Extent extent = Extent.VOLUME;

    @Parameter(
            label = "Farthest from a seed",
            description =
                    "No voxel farther than this from every seed, in a straight line, is added.",
            min = "0",
            attrs = @Attr(name = "unit", value = "mm"))
    private double maxDistanceMm = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Largest volume",
            description =
                    "A region that would be larger keeps the voxels fewest steps from the seeds that fit.",
            min = "0",
            attrs = @Attr(name = "unit", value = "ml"))
    private double maxVolumeMl = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Neck",
            description =
                    "Says where the region passes something narrower than this on its way to another large part; 0 does not look.",
            min = "0",
            max = "50",
            attrs = @Attr(name = "unit", value = "mm"))
    private double neckMm;

    @Parameter(
            label = "Cut",
            description =
                    "For necks: none names them; show answers what lies behind them as region 2 and the voxels to cut as region 3; apply takes away what lies behind.")
    private CutChoice cut = CutChoice.NONE;

    @Override
    public final ToolOutcome apply(ToolInput input, ToolWork work) {
        var limits = new Limits(extent, maxDistanceMm, maxVolumeMl, neckMm, cut);
        Optional<ToolRefusal> refusal =
                input.seeds(1).isEmpty()
                        ? Optional.of(new ToolRefusal.NoSeed(1))
                        : limits.unfitFor(input.volume());
        return refusal.isPresent()
                ? new ToolOutcome.Refused(refusal.get())
                : grow(input, limits, work);
    }

    abstract ToolOutcome grow(ToolInput input, Limits limits, ToolWork work);
}
