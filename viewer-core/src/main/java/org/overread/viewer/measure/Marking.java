// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where something is, as a reader points it out: of its figures none is of values, but they can be asked for
/// ([ValueSpread]).
public sealed interface Marking extends Measure {

    /// Less than this is no length, mm.
    double LEAST_MM = 1e-6;

    /// Less than this is no area, mm².
    double LEAST_MM2 = 1e-9;

    /// A point of anatomy, and a point at the distance within which the reader is sure that it lies.
    record Landmark(PatientPoint at, PatientPoint rim) implements Marking {
        public Landmark {
            if (!(at.distanceTo(rim) > 0)) { // negated: NaN is refused too
                throw new IllegalArgumentException("a landmark without a radius");
            }
        }

        public double radiusMm() {
            return at.distanceTo(rim);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.LANDMARK;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(at, rim);
        }

        /// The point takes its circle with it.
        @Override
        public Landmark withPoint(int handle, PatientPoint to) {
            if (handle == 0) {
                return new Landmark(to, rim.plus(to.from(at)));
            }
            return at.distanceTo(to) > LEAST_MM ? new Landmark(at, to) : this;
        }

        @Override
        public PatientPoint middle() {
            return at;
        }
    }

    /// A box in a plane around something.
    record FlatBox(Region.Rectangle frame) implements Marking {
        @Override
        public MeasureKind kind() {
            return MeasureKind.FLAT_BOX;
        }

        @Override
        public List<PatientPoint> points() {
            return frame.points();
        }

        @Override
        public FlatBox withPoint(int handle, PatientPoint to) {
            return new FlatBox(frame.withPoint(handle, to));
        }

        @Override
        public FlatBox moved(PatientVector by) {
            return new FlatBox(new Region.Rectangle(frame.center().plus(by), frame.a(), frame.b()));
        }

        @Override
        public PatientPoint middle() {
            return frame.center();
        }
    }

    /// A box in space around something, by its middle and three perpendicular half axes. Its points are its corners, then
    /// the middles of its faces.
    record SolidBox(PatientPoint center, PatientVector a, PatientVector b, PatientVector c)
            implements Marking {
        private static final int CORNERS = 8;
        private static final int HANDLES = 14;

        public SolidBox {
            boolean upright =
                    arePerpendicular(a, b) && arePerpendicular(b, c) && arePerpendicular(a, c);
            if (!upright) {
                throw new IllegalArgumentException(
                        "half axes are perpendicular: %s %s %s".formatted(a, b, c));
            }
        }

        private static boolean arePerpendicular(PatientVector one, PatientVector other) {
            double both = one.length() * other.length();
            return both > 0 && Math.abs(one.dot(other)) <= 1e-6 * both;
        }

        static SolidBox of(List<PatientPoint> p) {
            PatientPoint low = p.getFirst();
            return new SolidBox(
                    Measure.between(low, p.get(7)),
                    p.get(1).from(low).times(0.5),
                    p.get(2).from(low).times(0.5),
                    p.get(4).from(low).times(0.5));
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.SOLID_BOX;
        }

        public List<PatientVector> axes() {
            return List.of(a, b, c);
        }

        @Override
        public List<PatientPoint> points() {
            var all = new ArrayList<PatientPoint>(HANDLES);
            for (int n = 0; n < CORNERS; n++) {
                all.add(
                        center.plus(a.times(sign(n, 0)))
                                .plus(b.times(sign(n, 1)))
                                .plus(c.times(sign(n, 2))));
            }
            for (PatientVector axis : axes()) {
                all.add(center.plus(axis.negated()));
                all.add(center.plus(axis));
            }
            return List.copyOf(all);
        }

        /// Whether a point of [#points()] is a corner, and not the middle of a face.
        public static boolean isCorner(int handle) {
            return handle < CORNERS;
        }

        /// The axis on whose face the middle lies.
        public PatientVector axisOf(int faceHandle) {
            return axes().get((faceHandle - CORNERS) / 2);
        }

        private static int sign(int corner, int axis) {
            return (corner >> axis & 1) == 0 ? -1 : 1;
        }

        /// What lies opposite stays where it is.
        @Override
        public SolidBox withPoint(int handle, PatientPoint to) {
            return isCorner(handle) ? withCorner(handle, to) : withFace(handle - CORNERS, to);
        }

        private SolidBox withCorner(int corner, PatientPoint to) {
            PatientPoint fixed = points().get(CORNERS - 1 - corner);
            PatientVector way = to.from(fixed);
            var halves = new ArrayList<PatientVector>();
            for (int n = 0; n < 3; n++) {
                PatientVector along = part(way, axes().get(n));
                if (!(along.length() > LEAST_MM)) {
                    return this;
                }
                halves.add(along.times(0.5 * sign(corner, n)));
            }
            return new SolidBox(
                    fixed.plus(way.times(0.5)), halves.get(0), halves.get(1), halves.get(2));
        }

        private SolidBox withFace(int face, PatientPoint to) {
            int n = face / 2;
            int sign = face % 2 == 0 ? -1 : 1;
            PatientVector axis = axes().get(n);
            PatientPoint fixed = center.plus(axis.times(-sign));
            PatientVector way = part(to.from(fixed), axis);
            if (!(way.length() > LEAST_MM)) {
                return this;
            }
            PatientVector half = way.times(0.5 * sign);
            return new SolidBox(
                    fixed.plus(way.times(0.5)),
                    n == 0 ? half : a,
                    n == 1 ? half : b,
                    n == 2 ? half : c);
        }

        private static PatientVector part(PatientVector whole, PatientVector direction) {
            PatientVector unit = direction.unit();
            return unit.times(whole.dot(unit));
        }

        @Override
        public SolidBox moved(PatientVector by) {
            return new SolidBox(center.plus(by), a, b, c);
        }

        @Override
        public PatientPoint middle() {
            return center;
        }
    }

    /// A closed outline in a plane, from corner to corner and back to the first.
    record Polygon(List<PatientPoint> points) implements Marking {
        public Polygon {
            points = List.copyOf(points);
            if (points.size() < 3 || !(areaVector(points).length() > LEAST_MM2)) {
                throw new IllegalArgumentException(points.size() + " points enclose nothing");
            }
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.POLYGON;
        }

        /// Upright on its plane, as long as its area, mm².
        public PatientVector areaVector() {
            return areaVector(points);
        }

        private static PatientVector areaVector(List<PatientPoint> points) {
            PatientVector sum = new PatientVector(0, 0, 0);
            PatientPoint first = points.getFirst();
            for (int n = 1; n + 1 < points.size(); n++) {
                sum = sum.plus(points.get(n).from(first).cross(points.get(n + 1).from(first)));
            }
            return sum.times(0.5);
        }

        /// A corner stays in the plane; one that would leave no area stays where it was.
        @Override
        public Polygon withPoint(int handle, PatientPoint to) {
            PatientVector normal = areaVector().unit();
            double off = to.from(points.getFirst()).dot(normal);
            return orThis(Measure.replaced(points, handle, to.plus(normal.times(-off))));
        }

        /// With one more corner, between that one and the next.
        public Polygon withCornerAfter(int corner, PatientPoint at) {
            var more = new ArrayList<>(points);
            more.add(corner + 1, at);
            return orThis(more);
        }

        /// Without a corner; three are the fewest.
        public Polygon without(int corner) {
            var fewer = new ArrayList<>(points);
            fewer.remove(corner);
            return fewer.size() < 3 ? this : orThis(fewer);
        }

        private Polygon orThis(List<PatientPoint> other) {
            return areaVector(other).length() > LEAST_MM2 ? new Polygon(other) : this;
        }

        /// Whether no side touches another but at the corner between them.
        public boolean isSimple() {
            return SimpleOutline.isSimple(points);
        }
    }
}
