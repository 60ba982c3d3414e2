// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.List;
import org.overread.segmentation.draw.PlanePoint;

/// Outlines in whole numbers of 2^-20 mm, a nanometre: rounding of coordinates cannot decide what is inside, and every
/// answer is exact. A place is inside where the way from it towards smaller u crosses an odd number of edges; an edge
/// has its upper end in v and not its lower one, and a place on an edge counts as before it. So a square from 2 to 6 has
/// the whole numbers 3 to 6.
final class ExactPolygon {
    private static final double UNITS = 1 << 20; // in a millimetre

    private final long[] u;
    private final long[] v;
    private final int[] next;

    private ExactPolygon(long[] u, long[] v, int[] next) {
        this.u = u;
        this.v = v;
        this.next = next;
    }

    static ExactPolygon of(List<Contour> contours) {
        int count = contours.stream().mapToInt(c -> c.points().size()).sum();
        var u = new long[count];
        var v = new long[count];
        var next = new int[count];
        int at = 0;
        for (Contour contour : contours) {
            int first = at;
            for (PlanePoint point : contour.points()) {
                u[at] = whole(point.u());
                v[at] = whole(point.v());
                next[at] = at + 1;
                at++;
            }
            next[at - 1] = first;
        }
        return new ExactPolygon(u, v, next);
    }

    private static long whole(double mm) {
        return (long) Math.rint(mm * UNITS);
    }

    /// Parity over all outlines.
    boolean contains(double atU, double atV) {
        long pu = whole(atU);
        long pv = whole(atV);
        boolean inside = false;
        for (int a = 0; a < u.length; a++) {
            int b = next[a];
            if (v[a] < pv != v[b] < pv && isBefore(a, b, pu, pv)) {
                inside = !inside;
            }
        }
        return inside;
    }

    /// Whether the edge crosses the line at `pv` where u is smaller than `pu`.
    private boolean isBefore(int a, int b, long pu, long pv) {
        int low = v[a] < v[b] ? a : b;
        int high = low == a ? b : a;
        // crossing u < pu  <=>  (u_high - u_low) (pv - v_low) < (pu - u_low) (v_high - v_low)
        return less(u[high] - u[low], pv - v[low], pu - u[low], v[high] - v[low]);
    }

    /// Whether a · b < c · d, in 128 bits.
    private static boolean less(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, b);
        long otherHigh = Math.multiplyHigh(c, d);
        return high != otherHigh ? high < otherHigh : Long.compareUnsigned(a * b, c * d) < 0;
    }
}
