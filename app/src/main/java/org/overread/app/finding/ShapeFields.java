// SPDX-License-Identifier: Apache-2.0
package org.overread.app.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.refusal.RefusedException;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.measure.Measure;
import org.overread.viewer.measure.MeasureKind;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Shapes as fields: millimetres of the patient (LPS) as decimal text, so that every number comes back to the last digit.
final class ShapeFields {
    private static final int MOST_POINTS = 4096;
    private static final int LONGEST = 96;

    private ShapeFields() {}

    static void write(Measure shape, FieldWriter out) {
        out.text("kind", word(shape.kind()));
        switch (shape) {
            case Region.Flat flat -> flat(flat, out);
            case Marking.FlatBox(Region.Rectangle frame) -> flat(frame, out);
            case Marking.SolidBox(var center, var a, var b, var c) ->
                    out.texts("center", List.of(text(center)))
                            .texts("halfAxes", List.of(text(a), text(b), text(c)));
            case Region.Sphere _, Ruler _, Marking.Landmark _, Marking.Polygon _ ->
                    out.texts("points", shape.points().stream().map(ShapeFields::text).toList());
        }
    }

    private static void flat(Region.Flat flat, FieldWriter out) {
        out.texts("center", List.of(text(flat.center())))
                .texts("halfAxes", List.of(text(flat.a()), text(flat.b())));
    }

    static Measure read(MeasureKind kind, FieldReader in) throws RefusedException {
        return switch (kind) {
            case ELLIPSE -> {
                List<PatientVector> axes = axes(in, 2);
                yield new Region.Ellipse(center(in), axes.get(0), axes.get(1));
            }
            case RECTANGLE -> rectangle(in);
            case FLAT_BOX -> new Marking.FlatBox(rectangle(in));
            case SOLID_BOX -> {
                List<PatientVector> axes = axes(in, 3);
                yield new Marking.SolidBox(center(in), axes.get(0), axes.get(1), axes.get(2));
            }
            case PROBE, LENGTH, POLYLINE, ANGLE, COBB, BIDIRECTIONAL, SPHERE, LANDMARK, POLYGON ->
                    kind.of(points("points", in));
        };
    }

    private static Region.Rectangle rectangle(FieldReader in) throws RefusedException {
        List<PatientVector> axes = axes(in, 2);
        return new Region.Rectangle(center(in), axes.get(0), axes.get(1));
    }

    private static PatientPoint center(FieldReader in) throws RefusedException {
        return points("center", in).getFirst();
    }

    private static List<PatientVector> axes(FieldReader in, int many) throws RefusedException {
        List<PatientPoint> ends = points("halfAxes", in);
        if (ends.size() != many) {
            throw new IllegalArgumentException(ends.size() + " half axes");
        }
        return ends.stream().map(end -> end.from(PatientPoint.ORIGIN)).toList();
    }

    private static List<PatientPoint> points(String name, FieldReader in) throws RefusedException {
        var points = new ArrayList<PatientPoint>();
        for (String text : in.texts(name, 1, MOST_POINTS)) {
            points.add(point(text));
        }
        return points;
    }

    private static PatientPoint point(String text) {
        String[] parts = text.length() > LONGEST ? new String[0] : text.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a point is three numbers");
        }
        return new PatientPoint(number(parts[0]), number(parts[1]), number(parts[2]));
    }

    static double number(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no number");
        }
        return value;
    }

    private static String text(PatientPoint p) {
        return p.x() + " " + p.y() + " " + p.z();
    }

    private static String text(PatientVector v) {
        return v.x() + " " + v.y() + " " + v.z();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
