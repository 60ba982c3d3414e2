// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.PictureMemory;

/// Puts bands of real numbers together again with the 9/7 filter; the rest is as in [ReversibleWavelet].
final class IrreversibleWavelet {
    private static final int STRIP = 128;
    private static final float ALPHA = -1.5861343f;
    private static final float BETA = -0.052980117f;
    private static final float GAMMA = 0.8829111f;
    private static final float DELTA = 0.44350687f;
    private static final float K = 1.2301741f;

    private IrreversibleWavelet() {}

    /// Merges all levels of `area`, whose rows in `data` are as long as it is wide.
    static void merge(float[] data, Area area, int levels, PictureMemory memory) {
        int stride = area.width();
        float[] row = new float[area.width()];
        float[][] rows =
                memory.realStrip(levels == 0 ? 0 : area.height(), Math.min(STRIP, area.width()));
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

    private static void mergeRow(float[] data, int at, float[] row, int odd, int count) {
        if (count == 1) {
            data[at] *= odd == 1 ? 0.5f : 1;
            return;
        }
        int lows = (count + 1 - odd) / 2;
        for (int i = 0; i < lows; i++) {
            row[2 * i + odd] = data[at + i] * K;
        }
        for (int i = 0; i < count - lows; i++) {
            row[2 * i + 1 - odd] = data[at + lows + i] * (1 / K);
        }
        lift(row, odd, count, DELTA);
        lift(row, 1 - odd, count, GAMMA);
        lift(row, odd, count, BETA);
        lift(row, 1 - odd, count, ALPHA);
        System.arraycopy(row, 0, data, at, count);
    }

    private static void lift(float[] row, int first, int count, float factor) {
        int last = count - 1;
        if (first == 0) {
            row[0] -= factor * (row[1] + row[1]);
        }
        for (int n = 2 - first; n < last; n += 2) {
            row[n] -= factor * (row[n - 1] + row[n + 1]);
        }
        if ((last & 1) == first) {
            row[last] -= factor * (row[last - 1] + row[last - 1]);
        }
    }

    /// Merges `count` rows of `size` neighbouring samples.
    private static void mergeColumns(
            float[] data, int at, int stride, float[][] rows, int odd, int count, int size) {
        if (count == 1) {
            for (int i = at; i < at + size; i++) {
                data[i] *= odd == 1 ? 0.5f : 1;
            }
            return;
        }
        int lows = (count + 1 - odd) / 2;
        for (int n = 0; n < count; n++) {
            boolean isLow = (n & 1) == odd;
            int from = at + (isLow ? n / 2 : lows + n / 2) * stride;
            float scale = isLow ? K : 1 / K;
            float[] row = rows[n];
            for (int i = 0; i < size; i++) {
                row[i] = data[from + i] * scale;
            }
        }
        lift(rows, odd, count, size, DELTA);
        lift(rows, 1 - odd, count, size, GAMMA);
        lift(rows, odd, count, size, BETA);
        lift(rows, 1 - odd, count, size, ALPHA);
        for (int n = 0; n < count; n++) {
            System.arraycopy(rows[n], 0, data, at + n * stride, size);
        }
    }

    private static void lift(float[][] rows, int first, int count, int size, float factor) {
        int last = count - 1;
        for (int n = first; n < count; n += 2) {
            lift(rows[n], rows[n == 0 ? 1 : n - 1], rows[n == last ? n - 1 : n + 1], size, factor);
        }
    }

    private static void lift(float[] row, float[] above, float[] below, int size, float factor) {
        for (int i = 0; i < size; i++) {
            row[i] -= factor * (above[i] + below[i]);
        }
    }
}
