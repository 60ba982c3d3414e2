// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;

/// Reads the shapes and words of an annotation; notes what it leaves out.
final class ShapeReader {
    private final Set<Missing> missing;

    ShapeReader(Set<Missing> missing) {
        this.missing = missing;
    }

    List<Shape> read(Attributes annotation) {
        var all = new ArrayList<Shape>();
        for (Attributes item : annotation.items(PresentationTags.SHAPES)) {
            if (isOnImage(item, PresentationTags.SHAPE_UNITS)) {
                Optional<Shape> shape = shape(item);
                shape.ifPresentOrElse(all::add, () -> missing.add(Missing.BROKEN_SHAPES));
            } else {
                missing.add(Missing.PLACED_ON_SCREEN);
            }
        }
        for (Attributes item : annotation.items(PresentationTags.TEXTS)) {
            words(item).ifPresentOrElse(all::add, () -> missing.add(Missing.PLACED_ON_SCREEN));
        }
        return all;
    }

    private static boolean isOnImage(Attributes item, int units) {
        return item.text(units).equals("PIXEL");
    }

    private static List<Point> points(Attributes item, int tag) {
        List<Double> numbers = item.numbers(tag);
        var points = new ArrayList<Point>();
        for (int n = 0; n + 1 < numbers.size(); n += 2) {
            if (Double.isFinite(numbers.get(n)) && Double.isFinite(numbers.get(n + 1))) {
                points.add(new Point(numbers.get(n), numbers.get(n + 1)));
            }
        }
        return points;
    }

    private static Optional<Shape> shape(Attributes item) {
        List<Point> p = points(item, PresentationTags.SHAPE_POINTS);
        boolean filled = item.text(PresentationTags.SHAPE_FILLED).equals("Y");
        return switch (item.text(PresentationTags.SHAPE_TYPE)) {
            case "POINT" -> p.isEmpty() ? Optional.empty() : Optional.of(new Shape.Points(p));
            // how a curve runs between its points is left to who draws it
            case "POLYLINE", "INTERPOLATED" ->
                    p.size() < 2 ? Optional.empty() : Optional.of(new Shape.Line(p, filled));
            case "CIRCLE" ->
                    p.size() < 2
                            ? Optional.empty()
                            : Optional.of(new Shape.Circle(p.get(0), p.get(1), filled));
            case "ELLIPSE" ->
                    p.size() < 4
                            ? Optional.empty()
                            : Optional.of(
                                    new Shape.Ellipse(
                                            p.get(0), p.get(1), p.get(2), p.get(3), filled));
            default -> Optional.empty();
        };
    }

    /// At the corner of their box, else at what they are about.
    private static Optional<Shape> words(Attributes item) {
        Optional<Point> box = point(item, PresentationTags.BOX_FROM, PresentationTags.BOX_UNITS);
        Optional<Point> anchor =
                point(item, PresentationTags.ANCHOR, PresentationTags.ANCHOR_UNITS);
        boolean joined = item.text(PresentationTags.ANCHOR_VISIBLE).equals("Y");
        String words = item.text(PresentationTags.WORDS).replace("\r\n", "\n").strip();
        return box.or(() -> anchor)
                .map(
                        at ->
                                new Shape.Words(
                                        at, words, anchor.filter(_ -> joined && box.isPresent())));
    }

    private static Optional<Point> point(Attributes item, int tag, int units) {
        return isOnImage(item, units) ? points(item, tag).stream().findFirst() : Optional.empty();
    }
}
