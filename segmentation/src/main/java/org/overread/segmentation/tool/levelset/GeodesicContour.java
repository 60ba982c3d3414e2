// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.List;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.work.Crew;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// A front that grows from bubbles until edges hold it (Caselles, Kimmel and Sapiro 1997), in true millimetres.
@Plugin(
        type = SegmentationTool.class,
        name = "geodesic-contour",
        label = "Grow to edges",
        description =
                "Lets bubbles around the seeds grow until edges hold them; curvature keeps them from leaking through gaps: for smooth things whose edge is clear.")
public final class GeodesicContour extends FrontTool {
    private double edgeFound;

    @Parameter(
            label = "Propagation",
            description = "How fast the front grows where there is no edge; below 0 it shrinks.",
            min = "-10",
            max = "10")
    private double propagation = 0.5;

    @Parameter(
            label = "Curvature",
            description = "How strongly the front is kept smooth.",
            min = "0",
            max = "10")
    private double curvature = 0.2;

    @Parameter(
            label = "Advection",
            description = "How strongly edges draw the front.",
            min = "0",
            max = "10")
    private double advection = 2;

    @Parameter(
            label = "Smoothing",
            description =
                    "The values are blurred by a Gaussian of this width before edges are looked for.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm = 1;

    @Parameter(
            label = "Edge",
            description =
                    "The change of the values a millimetre at which the front is half as fast; 0 takes twice what a quarter of the voxels stay below.",
            min = "0",
            max = "1e9")
    private double edge;

    @Override
    LevelSet front(LocalVolume local, float[] start, Crew crew) {
        EdgeMap map = EdgeMap.of(local, smoothMm, edge, crew);
        edgeFound = map.edge();
        return new LevelSet(
                local,
                start,
                map.values(),
                new Drive.Edges(),
                new Motion(propagation, curvature, advection),
                crew);
    }

    @Override
    List<ToolNumber> numbers(LevelSet front, ToolInput input) {
        return List.of(new ToolNumber("edge", edgeFound, input.volume().unit().symbol() + "/mm"));
    }
}
