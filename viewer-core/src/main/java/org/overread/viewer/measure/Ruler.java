// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A measure made of points and lines: it has no inside.
public sealed interface Ruler extends Measure {

    /// The value of the voxel at a point.
    record Probe(PatientPoint at) implements Ruler {
        @Override
        public MeasureKind kind() {
            return MeasureKind.PROBE;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(at);
        }

        @Override
        public Probe withPoint(int handle, PatientPoint to) {
            return new Probe(to);
        }
    }

    /// How far it is from one point to another, straight through the patient.
    record Length(PatientPoint from, PatientPoint to) implements Ruler {
        @Override
        public MeasureKind kind() {
            return MeasureKind.LENGTH;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(from, to);
        }

        @Override
        public Length withPoint(int handle, PatientPoint p) {
            return handle == 0 ? new Length(p, to) : new Length(from, p);
        }
    }

    /// How far it is along several straight pieces.
    record Polyline(List<PatientPoint> points) implements Ruler {
        public Polyline {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a line has two ends");
            }
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.POLYLINE;
        }

        @Override
        public Polyline withPoint(int handle, PatientPoint to) {
            return new Polyline(Measure.replaced(points, handle, to));
        }
    }

    /// The angle at `vertex` between the ways to the other two.
    record Angle(PatientPoint first, PatientPoint vertex, PatientPoint second) implements Ruler {
        @Override
        public MeasureKind kind() {
            return MeasureKind.ANGLE;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(first, vertex, second);
        }

        @Override
        public Measure withPoint(int handle, PatientPoint to) {
            return kind().of(Measure.replaced(points(), handle, to));
        }
    }

    /// The angle between two lines that need not meet, such as the end plates of two vertebrae.
    record Cobb(
            PatientPoint firstFrom,
            PatientPoint firstTo,
            PatientPoint secondFrom,
            PatientPoint secondTo)
            implements Ruler {
        @Override
        public MeasureKind kind() {
            return MeasureKind.COBB;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(firstFrom, firstTo, secondFrom, secondTo);
        }

        @Override
        public Measure withPoint(int handle, PatientPoint to) {
            return kind().of(Measure.replaced(points(), handle, to));
        }
    }

    /// The long axis of a lesion and, perpendicular to it, the short axis, as RECIST asks for.
    record Bidirectional(
            PatientPoint longFrom,
            PatientPoint longTo,
            PatientPoint shortFrom,
            PatientPoint shortTo)
            implements Ruler {

        /// A long axis with the short axis in its middle, `shortMm` long, lying in the plane with that normal.
        public static Bidirectional across(
                PatientPoint from, PatientPoint to, PatientVector normal, double shortMm) {
            PatientVector half = normal.cross(to.from(from)).unit().times(shortMm / 2);
            PatientPoint middle = Measure.between(from, to);
            return new Bidirectional(from, to, middle.plus(half), middle.plus(half.negated()));
        }

        @Override
        public MeasureKind kind() {
            return MeasureKind.BIDIRECTIONAL;
        }

        @Override
        public List<PatientPoint> points() {
            return List.of(longFrom, longTo, shortFrom, shortTo);
        }

        /// An end of the long axis takes the short axis with it; an end of the short axis moves it along the long one.
        @Override
        public Bidirectional withPoint(int handle, PatientPoint to) {
            PatientVector axis = longTo.from(longFrom);
            double length = axis.length();
            PatientVector shortWay = shortTo.from(shortFrom);
            if (!(length > 0) || !(shortWay.length() > 0)) {
                List<PatientPoint> plain = Measure.replaced(points(), handle, to);
                return new Bidirectional(plain.get(0), plain.get(1), plain.get(2), plain.get(3));
            }
            PatientVector across = axis.cross(shortWay).cross(axis).unit();
            double fromAxis = shortFrom.from(longFrom).dot(across);
            double toAxis = shortTo.from(longFrom).dot(across);
            PatientVector along = axis.times(1 / length);
            if (handle < 2) {
                PatientPoint from = handle == 0 ? to : longFrom;
                PatientPoint end = handle == 0 ? longTo : to;
                double part = shortFrom.from(longFrom).dot(along) / length;
                return placed(from, end, axis.cross(across), part, fromAxis, toAxis);
            }
            double part = to.from(longFrom).dot(along) / length;
            double drawn = to.from(longFrom).dot(across);
            return placed(
                    longFrom,
                    longTo,
                    axis.cross(across),
                    part,
                    handle == 2 ? drawn : fromAxis,
                    handle == 3 ? drawn : toAxis);
        }

        private Bidirectional placed(
                PatientPoint from,
                PatientPoint end,
                PatientVector normal,
                double part,
                double fromAxis,
                double toAxis) {
            PatientVector axis = end.from(from);
            if (!(axis.cross(normal).length() > 0)) {
                return this;
            }
            PatientVector across = normal.cross(axis).unit();
            PatientPoint foot = from.plus(axis.times(part));
            return new Bidirectional(
                    from, end, foot.plus(across.times(fromAxis)), foot.plus(across.times(toAxis)));
        }
    }
}
