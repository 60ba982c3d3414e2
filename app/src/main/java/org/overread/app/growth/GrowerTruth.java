// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.measure.MaskValues;
import org.overread.segmentation.mask.measure.ValueStatistics;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Voxels;

/// Runs tools on a structure of the sample from its scribbles, with the settings that a person would try first: those
/// that are usual, and ranges of what the scribbles lie on.
public final class GrowerTruth {
    private static final double DEVIATIONS = 2.5;
    private static final double WIDE_DEVIATIONS = 3.5; // of 27 values, one is far out by chance
    private static final double SURROUNDINGS_MM = 30;

    private final Toolbox toolbox = Toolbox.open();

    /// A tool with settings; `{lower}` and `{upper}` stand for the values under the scribbles, 2.5 deviations to
    /// each side of their mean, `{low}` and `{high}` for 3.5; `{side}` says whether they are brighter than what is
    /// scribbled around, and `{around}` is 3 cm in voxels. `keep` says what is kept of the answer.
    private record Try(String name, String tool, String settings, Keep keep) {}

    private enum Keep {
        ALL,
        /// The parts that a scribble of label 1 touches.
        SCRIBBLED,
        /// One voxel more on every side: what a neighbourhood that must fit whole leaves out.
        GROWN_BACK
    }

    private static final List<Try> TRIES =
            List.of(
                    new Try(
                            "threshold, islands",
                            "threshold",
                            "lower={lower} upper={upper}",
                            Keep.SCRIBBLED),
                    new Try(
                            "Otsu, islands",
                            "threshold",
                            "method=otsu side={side}",
                            Keep.SCRIBBLED),
                    new Try(
                            "local threshold, islands",
                            "local-threshold",
                            "radius={around} side={side}",
                            Keep.SCRIBBLED),
                    new Try("connected", "connected-threshold", "range=around-seeds", Keep.ALL),
                    new Try(
                            "connected, near",
                            "connected-threshold",
                            "range=around-seeds maxDistanceMm=25",
                            Keep.ALL),
                    new Try(
                            "connected, leak cut",
                            "connected-threshold",
                            "range=around-seeds neckMm=12 cut=apply",
                            Keep.ALL),
                    new Try("confidence", "confidence-connected", "", Keep.ALL),
                    new Try(
                            "confidence, near",
                            "confidence-connected",
                            "maxDistanceMm=25",
                            Keep.ALL),
                    new Try(
                            "confidence, leak cut",
                            "confidence-connected",
                            "neckMm=12 cut=apply",
                            Keep.ALL),
                    new Try(
                            "neighbourhood",
                            "neighborhood-connected",
                            "lower={low} upper={high} neckMm=12 cut=apply",
                            Keep.GROWN_BACK),
                    new Try(
                            "isolated",
                            "isolated-connected",
                            "lower={lower} upper={upper} bound={bound}",
                            Keep.ALL),
                    new Try("grow from seeds", "grow-from-seeds", "", Keep.ALL),
                    new Try("random walker", "random-walker", "", Keep.ALL),
                    new Try("graph cut", "graph-cut", "", Keep.ALL),
                    new Try("across", "grow-across", "", Keep.ALL),
                    new Try("learnt from scribbles", "learn-from-scribbles", "", Keep.ALL),
                    new Try("watershed", "watershed", "", Keep.ALL),
                    new Try("geodesic contour", "geodesic-contour", "", Keep.ALL),
                    new Try("region contour", "region-contour", "drive=around-seeds", Keep.ALL));

    /// What one tool made of one structure; where it answered nothing, `refusal` says why.
    public record Line(
            String structure,
            String tool,
            double dice,
            double millilitres,
            double truthMillilitres,
            double milliseconds,
            Optional<String> refusal) {}

    /// The names of what is tried.
    public static List<String> tries() {
        return TRIES.stream().map(Try::name).toList();
    }

    /// The tools that are tried, by the names of the toolbox.
    static Set<String> tools() {
        return TRIES.stream().map(Try::tool).collect(Collectors.toSet());
    }

    /// Runs one of [#tries()]. Blocks.
    public Line run(String name, String structure, SampleOrgan organ) throws InterruptedException {
        Try wanted =
                TRIES.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no tool " + name));
        ToolReport report =
                new ToolRunner()
                        .run(
                                toolbox.find(wanted.tool()).orElseThrow(),
                                settings(wanted, organ),
                                new ToolInput(organ.volume(), organ.scribbles(), Optional.empty()),
                                ToolWork.alone());
        double truth = organ.millilitres(organ.truth());
        return switch (report.outcome()) {
            case ToolOutcome.Segmented found -> {
                Mask mask = kept(wanted, organ, found.regions().getFirst().mask());
                yield new Line(
                        structure,
                        name,
                        organ.dice(mask),
                        organ.millilitres(mask),
                        truth,
                        report.milliseconds(),
                        Optional.empty());
            }
            case ToolOutcome.Refused(var reason) ->
                    nothing(structure, name, truth, reason.describe());
            case ToolOutcome.Cancelled() -> nothing(structure, name, truth, "cancelled");
            case ToolOutcome.TimedOut late -> nothing(structure, name, truth, late.describe());
            case ToolOutcome.Broken broken -> nothing(structure, name, truth, broken.describe());
        };
    }

    private static Line nothing(String structure, String tool, double truth, String why) {
        return new Line(structure, tool, 0, 0, truth, 0, Optional.of(why));
    }

    private static Map<String, String> settings(Try wanted, SampleOrgan organ) {
        ValueStatistics under = statistics(organ, organ.drawn());
        boolean isBright = under.mean() > statistics(organ, organ.drawnAround()).mean();
        double half = DEVIATIONS * under.sd();
        double wide = WIDE_DEVIATIONS * under.sd();
        long around = Math.round(SURROUNDINGS_MM / organ.volume().geometry().spacingI());
        var settings = new LinkedHashMap<String, String>();
        for (String setting : wanted.settings().split(" ", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(
                        setting.substring(0, equals),
                        setting.substring(equals + 1)
                                .replace("{lower}", String.valueOf(under.mean() - half))
                                .replace("{upper}", String.valueOf(under.mean() + half))
                                .replace("{low}", String.valueOf(under.mean() - wide))
                                .replace("{high}", String.valueOf(under.mean() + wide))
                                .replace("{side}", isBright ? "above" : "up-to")
                                .replace("{bound}", isBright ? "lower" : "upper")
                                .replace("{around}", String.valueOf(around)));
            }
        }
        return settings;
    }

    private static ValueStatistics statistics(SampleOrgan organ, Mask part) {
        return MaskValues.statistics(part, (Voxels.InMemory) organ.volume().voxels()).orElseThrow();
    }

    private static Mask kept(Try wanted, SampleOrgan organ, Mask found) {
        return switch (wanted.keep()) {
            case ALL -> found;
            case GROWN_BACK -> Morphology.dilate(found, Kernel.box(1, 1, 1), Crew.alone());
            case SCRIBBLED -> {
                Components parts = Components.of(found, Connectivity.FACES, Crew.alone());
                Mask drawn = organ.drawn().intersection(found);
                var touched = new BitSet();
                drawn.bounds().ifPresent(box -> touch(drawn, box, parts, touched));
                yield parts.where(touched::get, Crew.alone());
            }
        };
    }

    private static void touch(Mask drawn, VoxelBox box, Components parts, BitSet touched) {
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    if (drawn.contains(i, j, k)) {
                        parts.at(i, j, k).ifPresent(touched::set);
                    }
                }
            }
        }
    }
}
