// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

/// Brings a component that was coded with fewer samples to the size of the picture.
///
/// Halved components are interpolated by the triangle filter 3:1, as most decoders do, so that their answers are
/// comparable; other ratios repeat samples.
final class Upsampling {
    private Upsampling() {}

    /// `from` has `columns` x `rows` samples in rows of `stride`; `to` is filled with `toColumns` x `toRows`.
    static void enlarge(
            int[] from,
            int stride,
            int columns,
            int rows,
            int across,
            int down,
            int[] to,
            int toColumns,
            int toRows) {
        boolean smooth = across == 2 && down <= 2 && columns > 2;
        int[] line = new int[columns];
        for (int y = 0; y < toRows; y++) {
            int source = Math.min(rows - 1, y / down);
            if (!smooth) {
                for (int x = 0; x < toColumns; x++) {
                    to[y * toColumns + x] =
                            from[source * stride + Math.min(columns - 1, x / across)];
                }
                continue;
            }
            if (down == 1) {
                for (int x = 0; x < columns; x++) {
                    line[x] = 4 * from[source * stride + x];
                }
                widen(line, 7, to, y * toColumns, toColumns);
            } else {
                int other = Math.clamp(y % 2 == 0 ? source - 1L : source + 1L, 0, rows - 1);
                for (int x = 0; x < columns; x++) {
                    line[x] = 3 * from[source * stride + x] + from[other * stride + x];
                }
                widen(line, 8, to, y * toColumns, toColumns);
            }
        }
    }

    /// Doubles a line whose values are four times the samples. Halves are rounded up at even places and down at odd
    /// ones, or the other way round, as `roundEven` (8 or 7, of 16) says.
    private static void widen(int[] line, int roundEven, int[] to, int start, int toColumns) {
        int last = line.length - 1;
        for (int x = 0; x < toColumns; x++) {
            int near = Math.min(last, x / 2);
            int far = Math.clamp(x % 2 == 0 ? near - 1L : near + 1L, 0, last);
            int half = x % 2 == 0 ? roundEven : 15 - roundEven;
            to[start + x] = (3 * line[near] + line[far] + half) >> 4;
        }
    }
}
