// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

/// Puts bands together again, a level at a time (T.800 Annex F), by lifting: first the rows, then the columns, the
/// columns in strips that stay in the cache.
///
/// Before each level the array holds low and high halves side by side; after it, samples in order. An odd start of the
/// area means that its first sample is of the high half.
final class Wavelet {
    private static final int STRIP = 16;
    private static final float ALPHA = -1.5861343f;
    private static final float BETA = -0.052980117f;
    private static final float GAMMA = 0.8829111f;
    private static final float DELTA = 0.44350687f;
    private static final float K = 1.2301741f;

    private Wavelet() {}

    /// The reversible 5/3 filter over all levels of `area`, whose rows in `data` are as long as it is wide.
    static void reversible(int[] data, Area area, int levels) {
        int stride = area.width();
        for (int level = levels - 1; level >= 0; level--) {
            Area made = area.reduced(level, 0, 0);
            int[] line = new int[Math.max(made.width(), made.height() * STRIP)];
            for (int y = 0; y < made.height(); y++) {
                merge(data, y * stride, 1, line, made.x0(), made.width(), 1);
            }
            for (int x = 0; x < made.width(); x += STRIP) {
                int strip = Math.min(STRIP, made.width() - x);
                merge(data, x, stride, line, made.y0(), made.height(), strip);
            }
        }
    }

    /// The irreversible 9/7 filter, likewise.
    static void irreversible(float[] data, Area area, int levels) {
        int stride = area.width();
        for (int level = levels - 1; level >= 0; level--) {
            Area made = area.reduced(level, 0, 0);
            float[] line = new float[Math.max(made.width(), made.height() * STRIP)];
            for (int y = 0; y < made.height(); y++) {
                merge(data, y * stride, 1, line, made.x0(), made.width(), 1);
            }
            for (int x = 0; x < made.width(); x += STRIP) {
                int strip = Math.min(STRIP, made.width() - x);
                merge(data, x, stride, line, made.y0(), made.height(), strip);
            }
        }
    }

    /// Merges `count` elements of `size` neighbouring samples each, `step` apart in `data`.
    private static void merge(
            int[] data, int at, int step, int[] line, int start, int count, int size) {
        int odd = start & 1;
        if (count == 1) {
            for (int i = at; odd == 1 && i < at + size; i++) {
                data[i] >>= 1;
            }
            return;
        }
        interleave(data, at, step, line, odd, count, size);
        for (int n = odd; n < count; n += 2) {
            int before = neighbour(n - 1, count) * size;
            int after = neighbour(n + 1, count) * size;
            int self = n * size;
            for (int i = 0; i < size; i++) {
                line[self + i] -= (line[before + i] + line[after + i] + 2) >> 2;
            }
        }
        for (int n = 1 - odd; n < count; n += 2) {
            int before = neighbour(n - 1, count) * size;
            int after = neighbour(n + 1, count) * size;
            int self = n * size;
            for (int i = 0; i < size; i++) {
                line[self + i] += (line[before + i] + line[after + i]) >> 1;
            }
        }
        for (int n = 0; n < count; n++) {
            System.arraycopy(line, n * size, data, at + n * step, size);
        }
    }

    private static void interleave(
            int[] data, int at, int step, int[] line, int odd, int count, int size) {
        int low = (count + 1 - odd) / 2;
        for (int n = 0; n < count; n++) {
            int from = (n + odd) % 2 == 0 ? n / 2 : low + n / 2;
            System.arraycopy(data, at + from * step, line, n * size, size);
        }
    }

    private static int neighbour(int n, int count) {
        return n < 0 ? 1 : n >= count ? count - 2 : n;
    }

    private static void merge(
            float[] data, int at, int step, float[] line, int start, int count, int size) {
        int odd = start & 1;
        if (count == 1) {
            for (int i = at; odd == 1 && i < at + size; i++) {
                data[i] *= 0.5f;
            }
            return;
        }
        int low = (count + 1 - odd) / 2;
        for (int n = 0; n < count; n++) {
            boolean isLow = (n + odd) % 2 == 0;
            int from = at + (isLow ? n / 2 : low + n / 2) * step;
            float scale = isLow ? K : 1 / K;
            for (int i = 0; i < size; i++) {
                line[n * size + i] = data[from + i] * scale;
            }
        }
        lift(line, odd, count, size, DELTA);
        lift(line, 1 - odd, count, size, GAMMA);
        lift(line, odd, count, size, BETA);
        lift(line, 1 - odd, count, size, ALPHA);
        for (int n = 0; n < count; n++) {
            System.arraycopy(line, n * size, data, at + n * step, size);
        }
    }

    private static void lift(float[] line, int first, int count, int size, float factor) {
        for (int n = first; n < count; n += 2) {
            int before = neighbour(n - 1, count) * size;
            int after = neighbour(n + 1, count) * size;
            int self = n * size;
            for (int i = 0; i < size; i++) {
                line[self + i] -= factor * (line[before + i] + line[after + i]);
            }
        }
    }
}
