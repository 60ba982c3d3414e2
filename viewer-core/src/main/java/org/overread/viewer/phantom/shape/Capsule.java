// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// All points nearer to a line segment than a radius that changes evenly from one end to the other (mm).
public record Capsule(PatientPoint from, PatientPoint to, double fromRadius, double toRadius)
        implements Body {

    public Capsule {
        if (!(from.distanceTo(to) > Math.abs(fromRadius - toRadius)
                && fromRadius > 0
                && toRadius > 0)) {
            throw new IllegalArgumentException(
                    "a capsule from %s to %s, radii %s and %s"
                            .formatted(from, to, fromRadius, toRadius));
        }
    }

    /// Capsules of one radius along a path.
    public static Body tube(List<PatientPoint> path, double radiusMm) {
        return tube(path, radiusMm, radiusMm);
    }

    /// Capsules along a path, their radius changing evenly from point to point.
    public static Body tube(List<PatientPoint> path, double firstRadiusMm, double lastRadiusMm) {
        var pieces = new ArrayList<Body>();
        int last = path.size() - 1;
        for (int n = 0; n < last; n++) {
            pieces.add(
                    new Capsule(
                            path.get(n),
                            path.get(n + 1),
                            firstRadiusMm + (lastRadiusMm - firstRadiusMm) * n / last,
                            firstRadiusMm + (lastRadiusMm - firstRadiusMm) * (n + 1) / last));
        }
        return new Union(pieces);
    }

    @Override
    public double signedDistance(double x, double y, double z) {
        double ax = to.x() - from.x();
        double ay = to.y() - from.y();
        double az = to.z() - from.z();
        double px = x - from.x();
        double py = y - from.y();
        double pz = z - from.z();
        double length2 = ax * ax + ay * ay + az * az;
        double t = Math.clamp((px * ax + py * ay + pz * az) / length2, 0, 1);
        double dx = px - t * ax;
        double dy = py - t * ay;
        double dz = pz - t * az;
        double steep = (toRadius - fromRadius) * (toRadius - fromRadius) / length2;
        double beyond =
                Math.sqrt(dx * dx + dy * dy + dz * dz) - fromRadius - t * (toRadius - fromRadius);
        return beyond / Math.sqrt(1 + steep);
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(from, fromRadius, fromRadius, fromRadius)
                .union(Bounds.around(to, toRadius, toRadius, toRadius));
    }

    /// Known for one radius: a cylinder and a sphere.
    @Override
    public OptionalDouble volumeMl() {
        if (fromRadius != toRadius) {
            return OptionalDouble.empty();
        }
        PatientVector axis = to.from(from);
        double disc = Math.PI * fromRadius * fromRadius;
        return OptionalDouble.of(disc * (axis.length() + 4 / 3.0 * fromRadius) / 1000);
    }
}
