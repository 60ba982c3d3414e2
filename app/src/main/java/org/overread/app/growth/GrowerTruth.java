// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.measure.MaskValues;
import org.overread.segmentation.mask.measure.ValueStatistics;
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

    private final Toolbox toolbox = Toolbox.open();

    /// A tool with settings; `{lower}` and `{upper}` stand for the values under the scribbles, 2.5 deviations to
    /// each side of their mean. `keep` says what is kept of the answer.
    private record Try(String name, String tool, String settings, Keep keep) {}

    private enum Keep {
        ALL,
        /// The parts that a scribble of label 1 touches.
        SCRIBBLED
    }

    private static final List<Try> TRIES =
            List.of(
                    new Try(
                            "threshold, islands",
                            "threshold",
                            "lower={lower} upper={upper}",
                            Keep.SCRIBBLED),
                    new Try("connected", "connected-threshold", "range=around-seeds", Keep.ALL),
                    new Try(
                            "connected, leak cut",
                            "connected-threshold",
                            "range=around-seeds neckMm=12 cut=apply",
                            Keep.ALL),
                    new Try("confidence", "confidence-connected", "", Keep.ALL),
                    new Try(
                            "confidence, leak cut",
                            "confidence-connected",
                            "neckMm=12 cut=apply",
                            Keep.ALL),
                    new Try(
                            "neighbourhood",
                            "neighborhood-connected",
                            "lower={lower} upper={upper}",
                            Keep.ALL),
                    new Try("isolated", "isolated-connected", "lower={lower}", Keep.ALL),
                    new Try("grow from seeds", "grow-from-seeds", "", Keep.ALL),
                    new Try("random walker", "random-walker", "", Keep.ALL),
                    new Try("graph cut", "graph-cut", "", Keep.ALL),
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
        ValueStatistics under =
                MaskValues.statistics(organ.drawn(), (Voxels.InMemory) organ.volume().voxels())
                        .orElseThrow();
        var settings = new LinkedHashMap<String, String>();
        for (String setting : wanted.settings().split(" ", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                double half = DEVIATIONS * under.sd();
                settings.put(
                        setting.substring(0, equals),
                        setting.substring(equals + 1)
                                .replace("{lower}", String.valueOf(under.mean() - half))
                                .replace("{upper}", String.valueOf(under.mean() + half)));
            }
        }
        return settings;
    }

    private static Mask kept(Try wanted, SampleOrgan organ, Mask found) {
        return switch (wanted.keep()) {
            case ALL -> found;
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
