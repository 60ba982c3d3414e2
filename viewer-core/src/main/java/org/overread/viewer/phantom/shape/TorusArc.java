// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A bent rod with round ends: all points nearer than `radius` to an arc of a circle (mm).
///
/// The arc starts at `center + start * ringRadius` and turns by `angle` (radians, up to a full turn) towards `side`;
/// `start` and `side` are perpendicular unit vectors.
public record TorusArc(
        PatientPoint center,
        PatientVector start,
        PatientVector side,
        double ringRadius,
        double angle,
        double radius)
        implements Body {

    public TorusArc {
        boolean frame =
                Math.abs(start.length() - 1) < 1e-9
                        && Math.abs(side.length() - 1) < 1e-9
                        && Math.abs(start.dot(side)) < 1e-9;
        if (!frame || !(ringRadius > radius && radius > 0 && angle > 0 && angle <= 2 * Math.PI)) {
            throw new IllegalArgumentException(
                    "an arc of radius %s, angle %s and thickness %s along %s, %s"
                            .formatted(ringRadius, angle, radius, start, side));
        }
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        var p = new PatientPoint(x, y, z).from(center);
        double u = p.dot(start);
        double v = p.dot(side);
        double turn = Math.atan2(v, u);
        double middle = angle / 2;
        double off = Math.abs(Math.IEEEremainder(turn - middle, 2 * Math.PI));
        if (off <= middle) {
            double w = p.dot(start.cross(side));
            double across = Math.sqrt(u * u + v * v) - ringRadius;
            return Math.sqrt(across * across + w * w) - radius;
        }
        double first = p.minus(start.times(ringRadius)).length();
        double last = p.minus(along(angle)).length();
        return Math.min(first, last) - radius;
    }

    private PatientVector along(double turned) {
        return start.times(Math.cos(turned) * ringRadius)
                .plus(side.times(Math.sin(turned) * ringRadius));
    }

    @Override
    public Bounds bounds() {
        double reach = ringRadius + radius;
        return Bounds.around(center, reach, reach, reach);
    }

    /// The rod, and the two half spheres at its ends as long as they do not meet.
    @Override
    public OptionalDouble volumeMl() {
        double rod = Math.PI * radius * radius * ringRadius * angle;
        double ends = 4 / 3.0 * Math.PI * radius * radius * radius;
        if (angle == 2 * Math.PI) {
            return OptionalDouble.of(rod / 1000);
        }
        double gap = 2 * ringRadius * Math.sin(Math.min(Math.PI / 2, Math.PI - angle / 2));
        return gap >= 2 * radius ? OptionalDouble.of((rod + ends) / 1000) : OptionalDouble.empty();
    }
}
