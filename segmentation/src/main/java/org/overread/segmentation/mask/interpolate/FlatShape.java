// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.Arrays;

/// A shape in a slice, immutable: rows of 64-bit words within a rectangle that may lie anywhere, beyond the slice too.
/// Moving one costs nothing, what two have in common costs the words of both.
final class FlatShape {
    private final SliceArea area;
    private final int perRow;
    private final long[] words;

    /// The words are handed over; bit `u & 63` of word `u / 64` of a row, counted from the corner of the area.
    FlatShape(SliceArea area, long[] words) {
        this.area = area;
        this.words = words;
        perRow = wordsPerRow(area);
    }

    static int wordsPerRow(SliceArea area) {
        return (area.sizeU() + 63) >>> 6;
    }

    static long[] emptyWords(SliceArea area) {
        return new long[wordsPerRow(area) * area.sizeV()];
    }

    /// One point in the middle of three by three.
    static FlatShape point(int u, int v) {
        var around = new SliceArea(u - 1, v - 1, u + 1, v + 1);
        return new FlatShape(around, new long[] {0, 2, 0});
    }

    SliceArea area() {
        return area;
    }

    int wordsPerRow() {
        return perRow;
    }

    long count() {
        long count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    FlatShape moved(Shift by) {
        return new FlatShape(area.moved(by), words);
    }

    /// 64 points of row `v` from `u` on, both in the slice; what lies beyond the rectangle is clear.
    long bits(int u, int v) {
        int row = v - area.lowV();
        int at = u - area.lowU();
        if (row < 0 || row >= area.sizeV() || at <= -64 || at >= perRow << 6) {
            return 0;
        }
        int word = at >> 6; // rounded down, below 0 too
        int shift = at & 63;
        long low = word >= 0 ? words[row * perRow + word] >>> shift : 0;
        return shift > 0 && word + 1 < perRow
                ? low | (words[row * perRow + word + 1] << (64 - shift))
                : low;
    }

    boolean contains(int u, int v) {
        return (bits(u, v) & 1) != 0;
    }

    /// How many points this shape, moved, and the other have in common.
    long overlap(Shift by, FlatShape other) {
        SliceArea its = other.area;
        int first = Math.max(area.lowV() + by.v(), its.lowV());
        int last = Math.min(area.highV() + by.v(), its.highV());
        if (area.lowU() + by.u() > its.highU() || area.highU() + by.u() < its.lowU()) {
            return 0;
        }
        long count = 0;
        for (int v = first; v <= last; v++) {
            int row = (v - its.lowV()) * other.perRow;
            for (int w = 0; w < other.perRow; w++) {
                long word = other.words[row + w];
                if (word != 0) {
                    long mine = bits(its.lowU() + (w << 6) - by.u(), v - by.v());
                    count += Long.bitCount(word & mine);
                }
            }
        }
        return count;
    }

    /// What of the shape lies in another rectangle, in the words of that rectangle.
    long[] wordsIn(SliceArea other) {
        long[] result = emptyWords(other);
        int across = wordsPerRow(other);
        int first = Math.max(area.lowV(), other.lowV());
        int last = Math.min(area.highV(), other.highV());
        for (int v = first; v <= last; v++) {
            int row = (v - other.lowV()) * across;
            for (int w = 0; w < across; w++) {
                result[row + w] = bits(other.lowU() + (w << 6), v);
            }
            result[row + across - 1] &= -1L >>> (63 - ((other.sizeU() - 1) & 63));
        }
        return result;
    }

    /// Visits every run of neighbouring points of a row.
    void forEachRun(RunVisitor visitor) {
        for (int row = 0; row < area.sizeV(); row++) {
            int from = row * perRow;
            int end = perRow << 6;
            for (int u = next(from, 0, end, 0); u < end; ) {
                int stop = next(from, u, end, -1);
                visitor.run(area.lowU() + u, area.lowU() + stop - 1, area.lowV() + row);
                u = next(from, stop, end, 0);
            }
        }
    }

    /// The next point that is set (`flip` 0) or clear (`flip` -1), from `u` on.
    private int next(int from, int u, int end, long flip) {
        int at = u;
        while (at < end) {
            long word = (words[from + (at >>> 6)] ^ flip) >>> at;
            if (word != 0) {
                return at + Long.numberOfTrailingZeros(word);
            }
            at = (at | 63) + 1;
        }
        return end;
    }

    /// A run of points of a row, both ends included.
    @FunctionalInterface
    interface RunVisitor {
        void run(int lowU, int highU, int v);
    }

    /// The mean of its points, towards zero.
    static Shift centroid(Iterable<FlatShape> shapes) {
        var sums = new long[3];
        for (FlatShape shape : shapes) {
            shape.forEachRun(
                    (low, high, v) -> {
                        long count = high - low + 1L;
                        sums[0] += count * (low + high) / 2;
                        sums[1] += count * v;
                        sums[2] += count;
                    });
        }
        return new Shift((int) (sums[0] / sums[2]), (int) (sums[1] / sums[2]));
    }

    @Override
    public String toString() {
        return "FlatShape[%s, %d points, %d]".formatted(area, count(), Arrays.hashCode(words));
    }
}
