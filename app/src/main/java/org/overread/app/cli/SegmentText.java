// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

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
        for (ToolCard tool : tools) {
            text.append("%s%n  %s%n".formatted(tool.name(), tool.description()));
            for (ToolParameter p : tool.parameters()) {
                text.append(
                        "    %-18s %s; usually %s%n"
                                .formatted(p.name(), p.allowed(), p.defaultValue()));
                text.append("    %-18s %s%n".formatted("", p.description()));
            }
            text.append(System.lineSeparator());
        }
        return text.toString().stripTrailing();
    }

    static String found(SegmentReport report) {
        var text = new StringBuilder();
        for (SegmentReport.Part part : report.regions()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "label %d: %d voxels%s%n",
                            part.label(),
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
