// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.Flood;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalTool;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Sides;
import org.overread.segmentation.tool.local.Spread;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Cuts what the seeds of label 1 lie in out of what those of all other labels lie in, where the cut is cheapest
/// (Boykov and Jolly 2001): of all regions that hold these seeds and not those, the one with the least energy, exactly.
@Plugin(
        type = SegmentationTool.class,
        name = "graph-cut",
        label = "Graph cut",
        description =
                "Cuts out what holds the seeds of label 1 and none of another label, along edges and by likeness with the seeds' values: for one thing among others, from a stroke in it and one around it.")
public final class GraphCut extends LocalTool {
    private static final int BYTES = 30;
    private static final double SHARE_OF_SIDES = 0.2; // of what others look like

    @Parameter(
            label = "Weight of the values",
            description =
                    "How much likeness with the seeds' values counts beside the surface of the cut; 0 cuts along edges alone.",
            min = "0",
            max = "1000",
            attrs = @Attr(name = "unit", value = "1/mm"))
    private double valueWeight = 0.1;

    @Parameter(
            label = "Edge",
            description =
                    "A step of this many units makes the surface cheaper by the root of e; 0 takes the noise of neighbours.",
            min = "0",
            max = "1e9")
    private double edge;

    @Parameter(
            label = "Smoothing",
            description = "The values are blurred by a Gaussian of this width first; 0 does not.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm = 1;

    @Parameter(
            label = "Islands",
            description =
                    "leave-out keeps only what hangs together with a seed of label 1; keep answers everything that is like it.")
    private Islands islands = Islands.LEAVE_OUT;

    @Parameter(
            label = "Sides of the box",
            description =
                    "else takes what lies on the sides of the box, where the volume goes on behind them, for something that is not wanted, so that nothing leaks out that way; free lets the tool find out.")
    private Sides sides = Sides.ELSE;

    public GraphCut() {}

    /// For who says by a mask where it may go.
    GraphCut(double valueWeight, double smoothMm) {
        super(Double.POSITIVE_INFINITY);
        this.valueWeight = valueWeight;
        this.smoothMm = smoothMm;
    }

    /// What becomes of parts without a seed.
    enum Islands {
        LEAVE_OUT,
        KEEP
    }

    @Override
    protected int bytesPerVoxel() {
        return LocalVolume.BYTES + BYTES;
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        if (input.seeds(1).isEmpty()) {
            return Optional.of(new ToolRefusal.NoSeed(1));
        }
        return input.labels().size() < 2
                ? Optional.of(
                        new ToolRefusal.Unfit(
                                "The tool cuts the seeds of label 1 from those of another label, and there is no other: paint what is not wanted too, as label 2."))
                : Optional.empty();
    }

    @Override
    protected ToolOutcome segment(LocalVolume local, ToolInput input, Crew crew, ToolWork work) {
        Filters.smoothInPlace(local, smoothMm, crew);
        double noise = Spread.ofNeighbours(local);
        double sigma = edge > 0 ? edge : noise > 0 ? noise : 1;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int n = 0; n < local.values().length; n++) {
            if (local.open()[n]) {
                lowest = Math.min(lowest, local.values()[n]);
                highest = Math.max(highest, local.values()[n]);
            }
        }
        byte[] seeds = local.seeds();
        int sown = sides.sow(local, input).orElse(0);
        double blur = noise / Math.sqrt(2);
        var wanted = new Likeness(local, lowest, highest, blur, n -> seeds[n] == 1);
        var painted =
                new Likeness(
                        local,
                        lowest,
                        highest,
                        blur,
                        n -> seeds[n] != 0 && seeds[n] != 1 && seeds[n] != (byte) sown);
        Likeness others =
                local.hasSeed(sown)
                        ? painted.mixedWith(
                                new Likeness(
                                        local, lowest, highest, blur, n -> seeds[n] == (byte) sown),
                                SHARE_OF_SIDES)
                        : painted;
        var energy = new CutEnergy(local, sigma, valueWeight);
        GridCut graph = energy.graph(wanted, others);
        work.progress().progress(new Progress(1, 3));
        long flow = graph.run(work.cancel());
        work.progress().progress(new Progress(2, 3));
        Mask cut = local.box().mask(graph::isOnSourceSide);
        Mask mask =
                switch (islands) {
                    case KEEP -> cut;
                    case LEAVE_OUT -> withSeeds(cut, input, work);
                };
        return new ToolOutcome.Segmented(
                List.of(new Region(1, mask)),
                List.of(
                        new ToolNumber("edge", sigma, input.volume().unit().symbol()),
                        new ToolNumber("price of the cut", energy.squareMm(flow), "mm²")),
                List.of());
    }

    private static Mask withSeeds(Mask cut, ToolInput input, ToolWork work) {
        var flood = new Flood(Bits.of(cut), Connectivity.FACES);
        ToolInput.forEachVoxel(input.seeds(1), s -> flood.seed(s.i(), s.j(), s.k()));
        return flood.run(work.cancel()).toMask();
    }
}
