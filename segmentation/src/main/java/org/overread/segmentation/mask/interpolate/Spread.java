// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;

/// Points that spread to their neighbours within a rectangle, 64 at a time.
record Spread(SliceArea area, Neighbours neighbours) {

    /// The points and their neighbours, as far as they lie in `within`.
    long[] once(long[] points, long[] within) {
        int perRow = FlatShape.wordsPerRow(area);
        int rows = area.sizeV();
        long[] sideways = new long[points.length];
        for (int n = 0; n < points.length; n++) {
            int word = n % perRow;
            long left = word > 0 ? points[n - 1] >>> 63 : 0;
            long right = word < perRow - 1 ? points[n + 1] << 63 : 0;
            long here = points[n];
            sideways[n] = here | (here << 1) | left | (here >>> 1) | right;
        }
        long[] across =
                switch (neighbours) {
                    case CROSS -> points;
                    case SQUARE -> sideways;
                };
        var result = new long[points.length];
        for (int n = 0; n < points.length; n++) {
            long above = n >= perRow ? across[n - perRow] : 0;
            long below = n < perRow * (rows - 1) ? across[n + perRow] : 0;
            result[n] = (sideways[n] | above | below) & within[n];
        }
        return result;
    }
}
