// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.HashMap;
import java.util.Map;

/// Which points of a mesh lie at the same place, to a thousandth of a millimetre.
final class SamePoints {
    private static final double PER_MM = 1000;

    private SamePoints() {}

    private record Place(long x, long y, long z) {}

    /// For each point the number of the first one at its place.
    static int[] of(float[] points) {
        int count = points.length / 3;
        Map<Place, Integer> first = new HashMap<>(2 * count);
        var same = new int[count];
        for (int n = 0; n < count; n++) {
            var place =
                    new Place(
                            Math.round(points[3 * n] * PER_MM),
                            Math.round(points[3 * n + 1] * PER_MM),
                            Math.round(points[3 * n + 2] * PER_MM));
            Integer before = first.putIfAbsent(place, n);
            same[n] = before == null ? n : before;
        }
        return same;
    }
}
