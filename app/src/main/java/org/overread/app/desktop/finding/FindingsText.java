// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.app.desktop.control.ConfidenceSteps;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Target;
import org.overread.viewer.measure.Figure;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.volume.PatientPoint;

/// Findings as text that a report or a spreadsheet takes. Names nobody.
final class FindingsText {
    private FindingsText() {}

    /// A line a finding; `whose` is the letter of its column where there are several.
    static String plain(List<Finding> findings, Function<Finding, String> whose) {
        return findings.stream()
                .map(finding -> (whose.apply(finding) + " " + line(finding)).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        var parts = new ArrayList<String>();
        switch (finding.observed()) {
            case Observed.Shaped(_, Figures figures) ->
                    parts.add(MeasureWords.full(figures).replace("\n", "; "));
            case Observed.Classified(Target of) -> parts.add("of the " + MeasureWords.target(of));
        }
        finding.said().term().ifPresent(parts::add);
        new TreeMap<>(finding.said().attributes())
                .forEach((name, value) -> parts.add(name + " " + value));
        finding.said()
                .confidence()
                .map(c -> ConfidenceSteps.words(Optional.of(c)).toLowerCase(Locale.ROOT))
                .ifPresent(parts::add);
        return finding.name() + ": " + String.join("; ", parts);
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
                    finding.shape().stream()
                            .flatMap(shape -> shape.points().stream())
                            .map(FindingsText::point)
                            .collect(Collectors.joining("; "));
            String kind =
                    finding.shape()
                            .map(shape -> MeasureWords.name(shape.kind()))
                            .orElse("Classification");
            if (figures.all().isEmpty()) {
                rows.append(
                        row(
                                finding.name(),
                                kind,
                                finding.said().term().orElse(""),
                                "",
                                "",
                                remarks,
                                points,
                                finding.made().toString(),
                                whose.apply(finding)));
            }
            for (Figure figure : figures.all()) {
                rows.append(
                        row(
                                finding.name(),
                                kind,
                                MeasureWords.name(figure.quantity()),
                                Double.toString(figure.value()),
                                MeasureWords.unit(figure, figures.valueUnit()),
                                remarks,
                                points,
                                finding.made().toString(),
                                whose.apply(finding)));
            }
        }
        return rows.toString();
    }

    private static String row(String... fields) {
        return List.of(fields).stream()
                .map(FindingsText::quoted)
                .collect(Collectors.joining(",", "", "\r\n"));
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
