// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingKind;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Target;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.Region;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A finding in figures that another program can read. Points are in millimetres of the patient (LPS).
///
/// @param kind `landmark`, `box`, `polygon`, `measurement`, `classification`
/// @param shape how it is made of its points; absent for a classification
/// @param classified what a classification is of: `case`, `series`, `structure ID`, `finding ID`
/// @param term of the ontology
/// @param confidence 1 to 5; 0: not assessable; absent where the reader has not said
public record FindingReport(
        String id,
        String kind,
        Optional<String> shape,
        String name,
        List<List<Double>> pointsMm,
        Optional<Double> radiusMm,
        Optional<List<Double>> centerMm,
        List<List<Double>> halfAxesMm,
        Optional<String> classified,
        Optional<String> term,
        Map<String, String> attributes,
        Optional<Integer> confidence,
        List<Number> figures,
        List<String> remarks,
        String made) {

    /// One figure of a finding.
    public record Number(String of, double value, String in) {}

    public static FindingReport of(Finding finding) {
        Figures figures = finding.figures();
        return new FindingReport(
                finding.id().toString(),
                word(finding.kind()),
                finding.shape().map(shape -> ShapeFields.word(shape.kind())),
                finding.name(),
                finding.shape().map(FindingReport::points).orElse(List.of()),
                finding.shape().flatMap(FindingReport::radius),
                finding.shape().flatMap(FindingReport::center),
                finding.shape().map(FindingReport::axes).orElse(List.of()),
                classified(finding),
                finding.said().term(),
                new TreeMap<>(finding.said().attributes()),
                finding.said().confidence().map(FindingFields::level),
                figures.all().stream()
                        .map(
                                f ->
                                        new Number(
                                                ShapeFields.word(f.quantity()),
                                                f.value(),
                                                ShapeFields.word(f.unit())))
                        .toList(),
                figures.remarks().stream().sorted().map(ShapeFields::word).toList(),
                finding.made().toString());
    }

    /// The word for a kind.
    public static String word(FindingKind kind) {
        return ShapeFields.word(kind);
    }

    /// Corners of a solid box, without the middles of its faces.
    private static List<List<Double>> points(Measure shape) {
        List<PatientPoint> points =
                shape instanceof Marking.SolidBox ? shape.points().subList(0, 8) : shape.points();
        return points.stream().map(FindingReport::numbers).toList();
    }

    private static Optional<Double> radius(Measure shape) {
        return switch (shape) {
            case Marking.Landmark landmark -> Optional.of(landmark.radiusMm());
            case Region.Sphere ball -> Optional.of(ball.radiusMm());
            default -> Optional.empty();
        };
    }

    private static Optional<List<Double>> center(Measure shape) {
        return switch (shape) {
            case Marking.FlatBox(Region.Rectangle frame) -> Optional.of(numbers(frame.center()));
            case Marking.SolidBox box -> Optional.of(numbers(box.center()));
            case Region.Flat flat -> Optional.of(numbers(flat.center()));
            default -> Optional.empty();
        };
    }

    private static List<List<Double>> axes(Measure shape) {
        return switch (shape) {
            case Marking.FlatBox(Region.Rectangle frame) ->
                    List.of(numbers(frame.a()), numbers(frame.b()));
            case Marking.SolidBox box -> box.axes().stream().map(FindingReport::numbers).toList();
            case Region.Flat flat -> List.of(numbers(flat.a()), numbers(flat.b()));
            default -> List.of();
        };
    }

    private static List<Double> numbers(PatientPoint p) {
        return List.of(p.x(), p.y(), p.z());
    }

    private static List<Double> numbers(PatientVector v) {
        return List.of(v.x(), v.y(), v.z());
    }

    private static Optional<String> classified(Finding finding) {
        if (!(finding.observed() instanceof Observed.Classified(Target of))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (of) {
                    case Target.OfCase _ -> "case";
                    case Target.OfSeries _ -> "series";
                    case Target.OfStructure(String structure) -> "structure " + structure;
                    case Target.OfFinding(UUID id) -> "finding " + id;
                });
    }

    /// A line for people.
    public String text() {
        String numbers =
                figures.stream()
                        .limit(3)
                        .map(f -> "%s %.1f %s".formatted(f.of(), f.value(), f.in()))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
        return "      %-15s %-28s %s%s%s%s"
                .formatted(
                        kind,
                        name,
                        classified.map(of -> "of " + of + "  ").orElse(""),
                        numbers,
                        term.map(t -> "  " + t + (attributes.isEmpty() ? "" : " " + attributes))
                                .orElse(""),
                        confidence
                                .map(
                                        c ->
                                                c == 0
                                                        ? "  not assessable"
                                                        : "  confidence %d of 5".formatted(c))
                                .orElse(""))
                .stripTrailing();
    }
}
