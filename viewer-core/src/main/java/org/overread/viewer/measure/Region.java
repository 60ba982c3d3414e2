// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A measure with an inside, whose values are of interest.
public sealed interface Region extends Measure {

    /// A region of a plane, between or around two perpendicular half axes.
    sealed interface Flat extends Region, FlatPart {

        /// Its area in units of the parallelogram of the two half axes.
        double areaShare();

        default PatientVector normal() {
            return a().cross(b()).unit();
        }

        @Override
        default PatientPoint middle() {
            return center();
        }
    }

    private static void requireAxes(PatientVector a, PatientVector b) {
        double box = a.length() * b.length();
        if (!(box > 0) || !(Math.abs(a.dot(b)) <= 1e-6 * box)) { // negated: NaN is refused too
            throw new IllegalArgumentException("half axes are perpendicular: " + a + " " + b);
        }
    }

    /// The components of a displacement along two directions of a plane.
    private static PatientVector part(PatientVector whole, PatientVector direction) {
        PatientVector unit = direction.unit();
        return unit.times(whole.dot(unit));
    }

    /// An ellipse; its points are the ends of its axes, first those of `a`.
    record Ellipse(PatientPoint center, PatientVector a, PatientVector b) implements Flat {
        public Ellipse {
            requireAxes(a, b);
        }

        static Ellipse of(List<PatientPoint> p) {
            return new Ellipse(
                    Measure.between(p.get(0), p.get(1)),
                    p.get(0).from(p.get(1)).times(0.5),
                    p.get(2).from(p.get(3)).times(0.5));
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.ELLIPSE;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(
                    center.plus(a),
                    center.plus(a.negated()),
                    center.plus(b),
                    center.plus(b.negated()));
        }

        /// The other end of the axis stays where it is, the other axis keeps its length: so an ellipse is turned too.
        @Override
        public Ellipse withPoint(int handle, PatientPoint to) {
            PatientVector normal = normal();
            PatientPoint fixed = points().get(handle ^ 1);
            PatientVector axis = to.from(fixed);
            axis = axis.minus(part(axis, normal));
            if (!(axis.length() > 1e-6)) {
                return this;
            }
            PatientPoint middle = fixed.plus(axis.times(0.5));
            PatientVector half = axis.times((handle & 1) == 0 ? 0.5 : -0.5);
            PatientVector across = normal.cross(half).unit();
            return handle < 2
                    ? new Ellipse(middle, half, across.times(b.length()))
                    : new Ellipse(middle, across.negated().times(a.length()), half);
        }

        @Override
        public boolean holds(double shareOfA, double shareOfB) {
            return shareOfA * shareOfA + shareOfB * shareOfB <= 1 + 1e-9;
        }

        @Override
        public double areaShare() {
            return Math.PI;
        }
    }

    /// A rectangle; its points are its corners, one after another around it.
    record Rectangle(PatientPoint center, PatientVector a, PatientVector b) implements Flat {
        public Rectangle {
            requireAxes(a, b);
        }

        static Rectangle of(List<PatientPoint> p) {
            return new Rectangle(
                    Measure.between(p.get(0), p.get(2)),
                    p.get(1).from(p.get(0)).times(0.5),
                    p.get(2).from(p.get(1)).times(0.5));
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.RECTANGLE;
        }

        @Override
        public List<PatientPoint> points() {
            PatientPoint before = center.plus(b.negated());
            PatientPoint behind = center.plus(b);
            return List.of(
                    before.plus(a.negated()),
                    before.plus(a),
                    behind.plus(a),
                    behind.plus(a.negated()));
        }

        /// The opposite corner stays where it is, the sides keep their directions.
        @Override
        public Rectangle withPoint(int handle, PatientPoint to) {
            PatientPoint fixed = points().get((handle + 2) % 4);
            PatientVector way = to.from(fixed);
            PatientVector alongA = part(way, a);
            PatientVector alongB = part(way, b);
            if (!(alongA.length() > 1e-6) || !(alongB.length() > 1e-6)) {
                return this;
            }
            PatientVector halfA = alongA.times(handle == 1 || handle == 2 ? 0.5 : -0.5);
            PatientVector halfB = alongB.times(handle >= 2 ? 0.5 : -0.5);
            return new Rectangle(fixed.plus(alongA.plus(alongB).times(0.5)), halfA, halfB);
        }

        @Override
        public boolean holds(double shareOfA, double shareOfB) {
            return Math.abs(shareOfA) <= 1 + 1e-9 && Math.abs(shareOfB) <= 1 + 1e-9;
        }

        @Override
        public double areaShare() {
            return 4;
        }
    }

    /// A ball; its points are its centre and a point of its surface.
    record Sphere(PatientPoint center, PatientPoint rim) implements Region {
        public Sphere {
            if (!(center.distanceTo(rim) > 0)) {
                throw new IllegalArgumentException("a ball without a radius");
            }
        }

        public double radiusMm() {
            return center.distanceTo(rim);
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.SPHERE;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(center, rim);
        }

        /// The centre takes the whole ball with it.
        @Override
        public Sphere withPoint(int handle, PatientPoint to) {
            if (handle == 0) {
                return new Sphere(to, rim.plus(to.from(center)));
            }
            return center.distanceTo(to) > 1e-6 ? new Sphere(center, to) : this;
        }

        @Override
        public PatientPoint middle() {
            return center;
        }
    }
}
