// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.List;
import java.util.Locale;
import org.overread.app.segment.SegmentReport;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.ToolParameter;

/// What `segment` says to people.
final class SegmentText {
    private SegmentText() {}

    /// Every tool and every parameter.
    static String list(List<ToolCard> tools) {
        var text = new StringBuilder();
        text.append(
                """
                A tool starts from seeds: --seed I,J,K=LABEL, --seed-mm X,Y,Z=LABEL or --seeds LABELMAP. Label 1 is what is
                wanted; tools that part things need a second label. --param NAME=VALUE sets what is listed below.

                """);
        for (ToolCard tool : tools) {
            text.append("%s%n  %s%n".formatted(tool.name(), tool.description()));
            for (ToolParameter p : tool.parameters()) {
                text.append(
                        "    %-18s %s; %s%n"
                                .formatted(p.name(), p.allowed(), usual(p.defaultValue())));
                text.append("    %-18s %s%n".formatted("", p.description()));
            }
            text.append(System.lineSeparator());
        }
        text.append(
                """
                Structures that --structure [LABEL=]NAME knows, with their codes; any other name is kept as it is:
                """);
        return text.append(StructureText.known()).toString();
    }

    private static String usual(String value) {
        return switch (value) {
            case "Infinity", "-Infinity" -> "usually no limit (" + value + ")";
            case "" -> "usually empty";
            default -> "usually " + value;
        };
    }

    static String found(SegmentReport report) {
        var text = new StringBuilder();
        for (SegmentReport.Part part : report.regions()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "label %d%s: %d voxels%s%n",
                            part.label(),
                            part.structure().map(name -> " (" + name + ")").orElse(""),
                            part.voxels(),
                            part.millilitres()
                                    .map(ml -> String.format(Locale.ROOT, ", %.2f ml", ml))
                                    .orElse("")));
        }
        report.numbers().forEach((name, value) -> text.append("%s: %s%n".formatted(name, value)));
        report.notes().forEach(n -> text.append("%s%n".formatted(n.sentence())));
        report.confidence().ifPresent(f -> text.append("confidence: %s%n".formatted(f)));
        return text.toString().stripTrailing();
    }
}
