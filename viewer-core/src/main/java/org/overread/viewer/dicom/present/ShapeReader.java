// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Shape;

/// Reads the shapes and words of annotations (PS3.3 C.10.5); notes what it leaves out.
final class ShapeReader {
    /// In pixels; what lies farther away is damage.
    static final double FARTHEST = 1e6;

    private static final int MOST_SHAPES = 2000;
    private static final int MOST_POINTS = 100_000;

    private final List<DisplayedPart> parts;
    private final Set<Missing> missing;
    private final List<Drawing> all = new ArrayList<>();
    private int points;

    /// `parts` are where shares of the picture lie.
    ShapeReader(List<DisplayedPart> parts, Set<Missing> missing) {
        this.parts = parts;
        this.missing = missing;
    }

    List<Drawing> all() {
        return all;
    }

    void read(Attributes annotation, List<Image> on, Optional<Integer> rgb) {
        List<Attributes> shapes = annotation.items(PresentationTags.SHAPES);
        List<Attributes> texts = annotation.items(PresentationTags.TEXTS);
        for (Attributes item : shapes) {
            String units = item.text(PresentationTags.SHAPE_UNITS);
            draw(on, rgb, List.of(units), place -> shape(item, place));
        }
        for (Attributes item : texts) {
            var units = new ArrayList<String>();
            if (!item.numbers(PresentationTags.BOX_FROM).isEmpty()) {
                units.add(item.text(PresentationTags.BOX_UNITS));
            }
            if (!item.numbers(PresentationTags.ANCHOR).isEmpty()) {
                units.add(item.text(PresentationTags.ANCHOR_UNITS));
            }
            draw(on, rgb, units, place -> words(item, place));
        }
        noteCompounds(annotation, shapes, texts);
    }

    /// A richer shape may be there a second time in plain ones of the same number.
    private void noteCompounds(
            Attributes annotation, List<Attributes> shapes, List<Attributes> texts) {
        var plain = new HashSet<String>();
        shapes.forEach(item -> plain.add(item.text(PresentationTags.COMPOUND)));
        texts.forEach(item -> plain.add(item.text(PresentationTags.COMPOUND)));
        plain.remove("");
        for (Attributes item : annotation.items(PresentationTags.COMPOUNDS)) {
            if (!plain.contains(item.text(PresentationTags.COMPOUND))) {
                missing.add(Missing.COMPOUND);
            }
        }
    }

    /// From the numbers of a file in their units to a place in the image.
    private interface Place {
        Point of(String units, Point point);
    }

    private interface Drawn {
        Optional<Shape> at(Place place);
    }

    private void draw(List<Image> on, Optional<Integer> rgb, List<String> units, Drawn drawn) {
        if (units.stream().allMatch("PIXEL"::equals)) {
            add(on, rgb, drawn.at((_, point) -> point));
            return;
        }
        boolean known = units.stream().allMatch(u -> u.equals("PIXEL") || u.equals("DISPLAY"));
        boolean seen = false;
        for (DisplayedPart part : known ? parts : List.<DisplayedPart>of()) {
            List<Image> there = part.of(on);
            if (!there.isEmpty() || on.isEmpty()) {
                seen = true;
                add(there, rgb, drawn.at((u, p) -> u.equals("DISPLAY") ? part.toImage(p) : p));
            }
        }
        if (!seen) {
            missing.add(Missing.PLACED_ELSEWHERE);
        }
    }

    private void add(List<Image> on, Optional<Integer> rgb, Optional<Shape> shape) {
        if (shape.isEmpty()) {
            missing.add(Missing.BROKEN_SHAPES);
            return;
        }
        points += size(shape.get());
        if (all.size() < MOST_SHAPES && points <= MOST_POINTS) {
            all.add(new Drawing(on, shape.get(), rgb));
        } else {
            missing.add(Missing.TOO_MANY_SHAPES);
        }
    }

    private static int size(Shape shape) {
        return switch (shape) {
            case Shape.Points(List<Point> at) -> at.size();
            case Shape.Line(List<Point> through, _) -> through.size();
            case Shape.Circle _, Shape.Ellipse _, Shape.Words _ -> 1;
        };
    }

    /// None where one of them is none.
    private static List<Point> points(Attributes item, int tag, int units, Place place) {
        List<Double> numbers = item.numbers(tag);
        var points = new ArrayList<Point>();
        for (int n = 0; n + 1 < numbers.size(); n += 2) {
            var point = new Point(numbers.get(n), numbers.get(n + 1));
            if (!(Math.abs(point.x()) <= FARTHEST && Math.abs(point.y()) <= FARTHEST)) {
                return List.of(); // negated: NaN is none either
            }
            points.add(place.of(item.text(units), point));
        }
        return points;
    }

    private static Optional<Shape> shape(Attributes item, Place place) {
        List<Point> p =
                points(item, PresentationTags.SHAPE_POINTS, PresentationTags.SHAPE_UNITS, place);
        boolean filled = item.text(PresentationTags.SHAPE_FILLED).equals("Y");
        return switch (item.text(PresentationTags.SHAPE_TYPE)) {
            case "POINT" -> p.isEmpty() ? Optional.empty() : Optional.of(new Shape.Points(p));
            case "POLYLINE" ->
                    p.size() < 2 ? Optional.empty() : Optional.of(new Shape.Line(p, filled));
            case "INTERPOLATED" ->
                    p.size() < 2
                            ? Optional.empty()
                            : Optional.of(new Shape.Line(Curve.through(p), filled));
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
    private static Optional<Shape> words(Attributes item, Place place) {
        Optional<Point> box =
                points(item, PresentationTags.BOX_FROM, PresentationTags.BOX_UNITS, place).stream()
                        .findFirst();
        Optional<Point> anchor =
                points(item, PresentationTags.ANCHOR, PresentationTags.ANCHOR_UNITS, place).stream()
                        .findFirst();
        boolean joined = item.text(PresentationTags.ANCHOR_VISIBLE).equals("Y");
        String words = item.text(PresentationTags.WORDS).replace("\r\n", "\n").strip();
        return words.isEmpty()
                ? Optional.empty()
                : box.or(() -> anchor)
                        .map(
                                at ->
                                        new Shape.Words(
                                                at,
                                                words,
                                                anchor.filter(_ -> joined && box.isPresent())));
    }
}
