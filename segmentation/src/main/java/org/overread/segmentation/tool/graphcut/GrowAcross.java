// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.viewer.volume.VolumeGeometry;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// One stroke across an object, from edge to edge, as a radiologist measures it: the middle of the stroke is inside, a
/// ball around it that is larger than the stroke is long holds all of the object, its surface is outside, and the cheapest
/// cut in between is the answer. Several strokes are several such balls; seeds of label 2 are outside as well.
@Plugin(
        type = SegmentationTool.class,
        name = "grow-across",
        label = "Grow across",
        description =
                "Cuts out the object that a stroke of label 1 crosses from edge to edge, as along its longest diameter: for lesions and lymph nodes.")
public final class GrowAcross implements SegmentationTool {

    @Parameter(
            label = "Inner part",
            description =
                    "How much of the stroke, around its middle, is surely inside; its ends lie on the edge.",
            min = "0.05",
            max = "1")
    private double inner = 0.7;

    @Parameter(
            label = "Room around",
            description =
                    "The ball that holds the object is so many times as wide as the stroke is long.",
            min = "1.05",
            max = "4")
    private double room = 1.3;

    @Parameter(
            label = "Weight of the values",
            description =
                    "How much likeness with the stroke's values counts beside the surface of the cut; 0 cuts along edges alone.",
            min = "0",
            max = "1000",
            attrs = @Attr(name = "unit", value = "1/mm"))
    private double valueWeight = 0.2;

    @Parameter(
            label = "Smoothing",
            description = "The values are blurred by a Gaussian of this width first; 0 does not.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm;

    @Override
    public ToolOutcome apply(ToolInput input, ToolWork work) {
        if (input.seeds(1).isEmpty()) {
            return new ToolOutcome.Refused(new ToolRefusal.NoSeed(1));
        }
        VolumeGeometry geometry = input.volume().geometry();
        List<Across> strokes =
                input.seeds(1).stream().flatMap(s -> Across.of(s, geometry).stream()).toList();
        if (strokes.isEmpty()) {
            return new ToolOutcome.Refused(
                    new ToolRefusal.Unfit(
                            "Draw a line across the object, from edge to edge; a point does not say how large it is."));
        }
        MaskEdit inside = Mask.empty(geometry.size()).edit();
        Mask room = Mask.empty(geometry.size());
        Mask all = room;
        for (Across stroke : strokes) {
            stroke.inner(inner / 2, geometry, inside);
            double radius = this.room * stroke.lengthMm() / 2;
            room = room.union(stroke.ball(radius, geometry));
            all = all.union(stroke.ball(radius + shell(geometry), geometry));
        }
        var seeds = new ArrayList<Seed>();
        seeds.add(new Seed.Stroke(2, all.minus(room)));
        input.seeds().stream().filter(seed -> seed.label() != 1).forEach(seeds::add);
        seeds.add(new Seed.Stroke(1, inside.mask()));
        Mask within = input.within().map(all::intersection).orElse(all);
        ToolOutcome cut =
                new GraphCut(valueWeight, smoothMm)
                        .apply(new ToolInput(input.volume(), seeds, Optional.of(within)), work);
        return cut instanceof ToolOutcome.Segmented found ? with(found, strokes) : cut;
    }

    /// Of one voxel in every direction.
    private static double shell(VolumeGeometry geometry) {
        return Math.max(geometry.spacingK(), Math.max(geometry.spacingI(), geometry.spacingJ()));
    }

    private static ToolOutcome with(ToolOutcome.Segmented found, List<Across> strokes) {
        double longest = strokes.stream().mapToDouble(Across::lengthMm).max().orElseThrow();
        var numbers = new ArrayList<>(found.numbers());
        numbers.add(new ToolNumber("across", longest, "mm"));
        return new ToolOutcome.Segmented(found.regions(), numbers, found.notes());
    }
}
