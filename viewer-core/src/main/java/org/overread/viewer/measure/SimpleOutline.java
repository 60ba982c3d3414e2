// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Whether a closed outline crosses or touches itself, seen along its normal. Costs the square of its sides.
final class SimpleOutline {
    /// Closer than this is touching.
    private static final double TOUCHING_MM = 1e-6;

    private SimpleOutline() {}

    private record Flat(double x, double y) {
        /// On which side of the way to a point another lies: −1, 0 on it, 1.
        double side(Flat to, Flat other) {
            double turn = (to.x - x) * (other.y - y) - (to.y - y) * (other.x - x);
            double off = turn / Math.max(TOUCHING_MM, Math.hypot(to.x - x, to.y - y));
            return Math.abs(off) < TOUCHING_MM ? 0 : Math.signum(off);
        }

        boolean isBetween(Flat a, Flat b) {
            return x >= Math.min(a.x, b.x) - TOUCHING_MM
                    && x <= Math.max(a.x, b.x) + TOUCHING_MM
                    && y >= Math.min(a.y, b.y) - TOUCHING_MM
                    && y <= Math.max(a.y, b.y) + TOUCHING_MM;
        }
    }

    static boolean isSimple(List<PatientPoint> points) {
        List<Flat> flat = flat(points);
        int sides = flat.size();
        for (int n = 0; n < sides; n++) {
            Flat from = flat.get(n);
            Flat to = flat.get((n + 1) % sides);
            Flat then = flat.get((n + 2) % sides);
            boolean back =
                    from.side(to, then) == 0
                            && (then.isBetween(from, to) || from.isBetween(to, then));
            if (Math.hypot(to.x - from.x, to.y - from.y) < TOUCHING_MM || back) {
                return false;
            }
            for (int m = n + 2; m < sides; m++) {
                boolean neighbours = n == 0 && m == sides - 1;
                if (!neighbours && meet(from, to, flat.get(m), flat.get((m + 1) % sides))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Along the axis of the patient in which the outline is widest open: crossings stay crossings.
    private static List<Flat> flat(List<PatientPoint> points) {
        PatientPoint first = points.getFirst();
        double x = 0;
        double y = 0;
        double z = 0;
        for (int n = 1; n + 1 < points.size(); n++) {
            PatientVector part = points.get(n).from(first).cross(points.get(n + 1).from(first));
            x = Math.max(x, Math.abs(part.x()));
            y = Math.max(y, Math.abs(part.y()));
            z = Math.max(z, Math.abs(part.z()));
        }
        // an eight may have no area in sum: its parts still say how it lies
        boolean alongZ = z >= x && z >= y;
        boolean alongY = !alongZ && y >= x;
        return points.stream()
                .map(
                        p ->
                                alongZ
                                        ? new Flat(p.x(), p.y())
                                        : alongY ? new Flat(p.x(), p.z()) : new Flat(p.y(), p.z()))
                .toList();
    }

    private static boolean meet(Flat a, Flat b, Flat c, Flat d) {
        double cSide = a.side(b, c);
        double dSide = a.side(b, d);
        double aSide = c.side(d, a);
        double bSide = c.side(d, b);
        boolean across = cSide * dSide < 0 && aSide * bSide < 0;
        return across
                || (cSide == 0 && c.isBetween(a, b))
                || (dSide == 0 && d.isBetween(a, b))
                || (aSide == 0 && a.isBetween(c, d))
                || (bSide == 0 && b.isBetween(c, d));
    }
}
