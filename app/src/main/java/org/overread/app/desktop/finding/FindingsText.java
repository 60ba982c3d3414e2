// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.volume.PatientPoint;

/// Findings as text that a report or a spreadsheet takes. Names nobody.
final class FindingsText {
    private FindingsText() {}

    /// A line a finding; `whose` is the letter of its column where there are several.
    static String plain(List<Finding> findings, Function<Finding, String> whose) {
        return findings.stream()
                .map(
                        f ->
                                (whose.apply(f) + " " + f.name()).strip()
                                        + ": "
                                        + MeasureWords.full(f.figures()).replace("\n", "; "))
                .collect(Collectors.joining("\n"));
    }

    /// A row a figure, as RFC 4180 has it; numbers in full, with a point; points in millimetres (LPS).
    static String csv(List<Finding> findings, Function<Finding, String> whose) {
        var rows = new StringBuilder("name,kind,figure,value,unit,remarks,points,made,column\r\n");
        for (Finding finding : findings) {
            Figures figures = finding.figures();
            String remarks =
                    figures.remarks().stream()
                            .sorted()
                            .map(MeasureWords::remark)
                            .collect(Collectors.joining("; "));
            String points =
                    finding.measure().points().stream()
                            .map(FindingsText::point)
                            .collect(Collectors.joining("; "));
            for (Figure figure : figures.all()) {
                rows.append(
                        List.of(
                                        finding.name(),
                                        MeasureWords.name(finding.measure().kind()),
                                        MeasureWords.name(figure.quantity()),
                                        Double.toString(figure.value()),
                                        MeasureWords.unit(figure, figures.valueUnit()),
                                        remarks,
                                        points,
                                        finding.made().toString(),
                                        whose.apply(finding))
                                .stream()
                                .map(FindingsText::quoted)
                                .collect(Collectors.joining(",", "", "\r\n")));
            }
        }
        return rows.toString();
    }

    private static String point(PatientPoint p) {
        return p.x() + " " + p.y() + " " + p.z();
    }

    private static String quoted(String field) {
        boolean plain =
                field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
