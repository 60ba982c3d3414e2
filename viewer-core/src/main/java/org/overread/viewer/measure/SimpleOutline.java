// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Whether a closed outline crosses or touches itself, seen along its normal. Costs the square of its sides.
final class SimpleOutline {
    private SimpleOutline() {}

    private record Flat(double x, double y) {
        double turn(Flat to, Flat then) {
            return (to.x - x) * (then.y - y) - (to.y - y) * (then.x - x);
        }

        boolean isBetween(Flat a, Flat b) {
            return x >= Math.min(a.x, b.x)
                    && x <= Math.max(a.x, b.x)
                    && y >= Math.min(a.y, b.y)
                    && y <= Math.max(a.y, b.y);
        }
    }

    static boolean isSimple(List<PatientPoint> points) {
        List<Flat> flat = flat(points);
        int sides = flat.size();
        for (int n = 0; n < sides; n++) {
            Flat from = flat.get(n);
            Flat to = flat.get((n + 1) % sides);
            Flat then = flat.get((n + 2) % sides);
            boolean back = from.turn(to, then) == 0 && (then.isBetween(from, to) || from.isBetween(to, then));
            if (from.equals(to) || back) {
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
        double cSide = a.turn(b, c);
        double dSide = a.turn(b, d);
        double aSide = c.turn(d, a);
        double bSide = c.turn(d, b);
        boolean across = Math.signum(cSide) * Math.signum(dSide) < 0
                && Math.signum(aSide) * Math.signum(bSide) < 0;
        return across
                || (cSide == 0 && c.isBetween(a, b))
                || (dSide == 0 && d.isBetween(a, b))
                || (aSide == 0 && a.isBetween(c, d))
                || (bSide == 0 && b.isBetween(c, d));
    }
}
