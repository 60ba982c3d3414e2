// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A smooth way through points of the patient in even steps, and at each step a direction across it that turns about the
/// way no more than it must. Immutable; any thread.
///
/// The way is a centripetal Catmull-Rom curve: it passes through all points and makes no loops between them.
public final class CurvedPath {
    /// Pieces between two points by which lengths are measured: the error is far below a hundredth of a millimetre.
    private static final int PIECES = 64;

    /// Nearer points are one.
    private static final double SAME_MM = 1e-3;

    /// More steps than any screen has rows are asked for by mistake.
    private static final int MOST_STEPS = 1 << 15;

    private final double lengthMm;
    private final double stepMm;
    private final List<PatientPoint> at;
    private final List<PatientVector> along;
    private final List<PatientVector> across;

    private CurvedPath(List<PatientPoint> fine, double lengthMm, double stepMm) {
        this.lengthMm = lengthMm;
        this.stepMm = stepMm;
        at = even(fine, (int) Math.floor(lengthMm / stepMm + 1e-9) + 1, stepMm);
        along = directions(at);
        across = leastTurned(at, along);
    }

    /// Empty where there are no two different points.
    public static Optional<CurvedPath> through(List<PatientPoint> points, double stepMm) {
        var distinct = new ArrayList<PatientPoint>();
        for (PatientPoint point : points) {
            if (distinct.isEmpty() || distinct.getLast().distanceTo(point) > SAME_MM) {
                distinct.add(point);
            }
        }
        if (distinct.size() < 2) {
            return Optional.empty();
        }
        List<PatientPoint> fine = fine(distinct);
        double length = 0;
        for (int n = 1; n < fine.size(); n++) {
            length += fine.get(n).distanceTo(fine.get(n - 1));
        }
        if (!(stepMm > 0 && length / stepMm < MOST_STEPS)) {
            throw new IllegalArgumentException(
                    "steps of %s mm along %s mm".formatted(stepMm, length));
        }
        // a way shorter than a step has a step all the same
        return Optional.of(new CurvedPath(fine, length, Math.min(stepMm, length)));
    }

    private static List<PatientPoint> fine(List<PatientPoint> points) {
        var fine = new ArrayList<PatientPoint>();
        for (int n = 0; n + 1 < points.size(); n++) {
            PatientPoint b = points.get(n);
            PatientPoint c = points.get(n + 1);
            PatientPoint a = n > 0 ? points.get(n - 1) : beyond(points, n + 2, b, c);
            PatientPoint d =
                    n + 2 < points.size() ? points.get(n + 2) : beyond(points, n - 1, c, b);
            for (int piece = 0; piece < PIECES; piece++) {
                fine.add(between(a, b, c, d, piece / (double) PIECES));
            }
        }
        fine.add(points.getLast());
        return fine;
    }

    /// What would lie before the end `b`: the way bends there as it does behind its neighbour `c`, where the given point
    /// follows; straight on where there is none.
    private static PatientPoint beyond(
            List<PatientPoint> points, int follows, PatientPoint b, PatientPoint c) {
        if (follows < 0 || follows >= points.size()) {
            return b.plus(b.from(c));
        }
        PatientPoint d = points.get(follows);
        PatientVector axis = c.from(b).unit();
        double past = d.from(mix(b, c, 0.5)).dot(axis);
        return d.plus(axis.times(-2 * past));
    }

    /// Barry and Goldman's pyramid; `part` runs from b to c.
    private static PatientPoint between(
            PatientPoint a, PatientPoint b, PatientPoint c, PatientPoint d, double part) {
        double ta = 0;
        double tb = ta + Math.sqrt(a.distanceTo(b));
        double tc = tb + Math.sqrt(b.distanceTo(c));
        double td = tc + Math.sqrt(c.distanceTo(d));
        double t = tb + part * (tc - tb);
        PatientPoint ab = mix(a, b, (t - ta) / (tb - ta));
        PatientPoint bc = mix(b, c, (t - tb) / (tc - tb));
        PatientPoint cd = mix(c, d, (t - tc) / (td - tc));
        PatientPoint abc = mix(ab, bc, (t - ta) / (tc - ta));
        PatientPoint bcd = mix(bc, cd, (t - tb) / (td - tb));
        return mix(abc, bcd, (t - tb) / (tc - tb));
    }

    private static PatientPoint mix(PatientPoint a, PatientPoint b, double part) {
        return a.plus(b.from(a).times(part));
    }

    private static List<PatientPoint> even(List<PatientPoint> fine, int count, double stepMm) {
        var even = new ArrayList<PatientPoint>(count);
        double before = 0; // millimetres at the piece's beginning
        int piece = 0;
        for (int n = 0; n < count; n++) {
            double wanted = n * stepMm;
            double length = fine.get(piece + 1).distanceTo(fine.get(piece));
            while (before + length < wanted && piece + 2 < fine.size()) {
                before += length;
                piece++;
                length = fine.get(piece + 1).distanceTo(fine.get(piece));
            }
            double part = length > 0 ? Math.min(1, (wanted - before) / length) : 0;
            even.add(mix(fine.get(piece), fine.get(piece + 1), part));
        }
        return List.copyOf(even);
    }

    private static List<PatientVector> directions(List<PatientPoint> at) {
        var along = new ArrayList<PatientVector>(at.size());
        for (int n = 0; n < at.size(); n++) {
            PatientPoint before = at.get(Math.max(0, n - 1));
            PatientVector way = at.get(Math.min(at.size() - 1, n + 1)).from(before);
            // a way that turns back within a step has no direction of its own there
            along.add(way.length() > 0 || n == 0 ? way.unit() : along.getLast());
        }
        return List.copyOf(along);
    }

    /// Each from the one before by two reflections: the frames of Wang and others, "Computation of rotation minimizing
    /// frames", 2008. The first points to the patient's left, or to the back where the way itself runs from side to side.
    private static List<PatientVector> leastTurned(
            List<PatientPoint> at, List<PatientVector> along) {
        var across = new ArrayList<PatientVector>(at.size());
        PatientVector first = along.getFirst();
        PatientVector side =
                Math.abs(first.x()) < 0.8 ? PatientVector.LEFT : PatientVector.POSTERIOR;
        across.add(square(side, first));
        for (int n = 1; n < at.size(); n++) {
            PatientVector way = at.get(n).from(at.get(n - 1));
            PatientVector reflected = reflected(across.getLast(), way);
            PatientVector turned = reflected(along.get(n - 1), way);
            across.add(square(reflected(reflected, along.get(n).minus(turned)), along.get(n)));
        }
        return List.copyOf(across);
    }

    private static PatientVector reflected(PatientVector v, PatientVector mirror) {
        double square = mirror.dot(mirror);
        return square > 0 ? v.minus(mirror.times(2 * v.dot(mirror) / square)) : v;
    }

    /// The part of a direction that is perpendicular to another.
    private static PatientVector square(PatientVector v, PatientVector along) {
        return v.minus(along.times(v.dot(along))).unit();
    }

    public double lengthMm() {
        return lengthMm;
    }

    public double stepMm() {
        return stepMm;
    }

    public int steps() {
        return at.size();
    }

    public PatientPoint at(int step) {
        return at.get(step);
    }

    /// The plane that touches the way at a step: the way runs down, and `right` is turned about it by `degrees`.
    public SlicePlane plane(int step, double degrees) {
        PatientVector down = along.get(step);
        PatientVector side = across.get(step);
        double angle = Math.toRadians(degrees);
        PatientVector right =
                side.times(Math.cos(angle)).plus(down.cross(side).times(Math.sin(angle)));
        return new SlicePlane(at.get(step), square(right, down), down);
    }
}
