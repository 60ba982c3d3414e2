// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.PictureMemory;

/// Puts bands of whole numbers together again with the 5/3 filter, a level at a time (T.800 Annex F), by lifting: first
/// the rows, then the columns, the columns in strips that stay in the cache.
///
/// Before each level the array holds low and high halves side by side; after it, samples in order. An odd start of the
/// area means that its first sample is of the high half.
final class ReversibleWavelet {
    private static final int STRIP = 128;

    private ReversibleWavelet() {}

    /// Merges all levels of `area`, whose rows in `data` are as long as it is wide.
    static void merge(int[] data, Area area, int levels, PictureMemory memory) {
        int stride = area.width();
        int[] row = new int[area.width()];
        int[][] rows = memory.strip(levels == 0 ? 0 : area.height(), Math.min(STRIP, area.width()));
        for (int level = levels - 1; level >= 0; level--) {
            Area made = area.reduced(level, 0, 0);
            for (int y = 0; y < made.height(); y++) {
                mergeRow(data, y * stride, row, made.x0() & 1, made.width());
            }
            for (int x = 0; x < made.width(); x += STRIP) {
                int size = Math.min(STRIP, made.width() - x);
                mergeColumns(data, x, stride, rows, made.y0() & 1, made.height(), size);
            }
        }
    }

    private static void mergeRow(int[] data, int at, int[] row, int odd, int count) {
        if (count == 1) {
            data[at] >>= odd;
            return;
        }
        int lows = (count + 1 - odd) / 2;
        for (int i = 0; i < lows; i++) {
            row[2 * i + odd] = data[at + i];
        }
        for (int i = 0; i < count - lows; i++) {
            row[2 * i + 1 - odd] = data[at + lows + i];
        }
        int last = count - 1;
        for (int n = 2 - odd; n < last; n += 2) {
            row[n] -= (row[n - 1] + row[n + 1] + 2) >> 2;
        }
        // the ends see the same neighbour twice
        if (odd == 0) {
            row[0] -= (row[1] + 1) >> 1;
        }
        if ((last & 1) == odd) {
            row[last] -= (row[last - 1] + 1) >> 1;
        }
        for (int n = 1 + odd; n < last; n += 2) {
            row[n] += (row[n - 1] + row[n + 1]) >> 1;
        }
        if (odd == 1) {
            row[0] += row[1];
        }
        if ((last & 1) != odd) {
            row[last] += row[last - 1];
        }
        System.arraycopy(row, 0, data, at, count);
    }

    /// Merges `count` rows of `size` neighbouring samples.
    private static void mergeColumns(
            int[] data, int at, int stride, int[][] rows, int odd, int count, int size) {
        if (count == 1) {
            for (int i = at; i < at + size; i++) {
                data[i] >>= odd;
            }
            return;
        }
        int lows = (count + 1 - odd) / 2;
        for (int n = 0; n < count; n++) {
            int from = (n & 1) == odd ? n / 2 : lows + n / 2;
            System.arraycopy(data, at + from * stride, rows[n], 0, size);
        }
        int last = count - 1;
        for (int n = odd; n < count; n += 2) {
            lowerRow(rows[n], rows[n == 0 ? 1 : n - 1], rows[n == last ? n - 1 : n + 1], size);
        }
        for (int n = 1 - odd; n < count; n += 2) {
            raiseRow(rows[n], rows[n == 0 ? 1 : n - 1], rows[n == last ? n - 1 : n + 1], size);
        }
        for (int n = 0; n < count; n++) {
            System.arraycopy(rows[n], 0, data, at + n * stride, size);
        }
    }

    private static void lowerRow(int[] row, int[] above, int[] below, int size) {
        for (int i = 0; i < size; i++) {
            row[i] -= (above[i] + below[i] + 2) >> 2;
        }
    }

    private static void raiseRow(int[] row, int[] above, int[] below, int size) {
        for (int i = 0; i < size; i++) {
            row[i] += (above[i] + below[i]) >> 1;
        }
    }
}
