// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.overread.viewer.volume.GridSize;

/// The columns of a volume's slices around those that were read last, eight side by side: a sample of a column lies in
/// a line of memory of its own, which holds its neighbours too, and whoever steps across columns wants these next. Any
/// thread.
final class ColumnStripes {
    static final int WIDTH = 8;

    /// Two that the taps of a picture lie in, and the one before.
    private static final int KEPT = 3;

    private final GridSize size;
    private final Kept[] bySlice;
    private final LineRoom lines = new LineRoom();
    private double last = Double.NaN;

    /// Of a grid at least a stripe wide.
    ColumnStripes(GridSize size) {
        this.size = size;
        bySlice = new Kept[size.k()];
        Arrays.setAll(bySlice, Kept::new);
    }

    /// What they take at most.
    static long bytes(GridSize size) {
        return (long) Float.BYTES * WIDTH * KEPT * size.j() * size.k();
    }

    /// Whether this column is near the one that was asked for last: after a jump, stripes would be read for nothing.
    synchronized boolean approach(double column) {
        boolean isNear = Math.abs(column - last) <= WIDTH;
        last = column;
        return isNear;
    }

    LineRoom lines() {
        return lines;
    }

    /// The picture is drawn: its lines may be used for another.
    void takeBack() {
        lines.takeBack(size.k());
    }

    /// Adds `weight` times the samples of column `i` of slice `k` to the line.
    void add(Samples samples, int i, int k, float weight, AlignedSampler.Line line) {
        bySlice[k].add(samples, i, weight, line);
    }

    /// The slice has other values now.
    void forget(int k) {
        bySlice[k].forget();
    }

    /// The stripes of one slice, those used last at the end. A new one is read into the room of the oldest: made anew,
    /// they lived too long for the collector to be rid of them cheaply, and its pauses stop every hand.
    private final class Kept {
        private final int k;
        private final SequencedMap<Integer, float[][]> byNumber = new LinkedHashMap<>();

        Kept(int k) {
            this.k = k;
        }

        synchronized void add(Samples samples, int i, float weight, AlignedSampler.Line line) {
            int number = i / WIDTH;
            int first = Math.min(number * WIDTH, size.i() - WIDTH);
            float[][] columns = byNumber.get(number);
            if (columns == null) {
                columns = room();
                samples.columns(first, k, columns);
            }
            byNumber.putLast(number, columns);
            line.add(columns[i - first], weight);
        }

        private float[][] room() {
            return byNumber.size() < KEPT
                    ? new float[WIDTH][size.j()]
                    : byNumber.pollFirstEntry().getValue();
        }

        synchronized void forget() {
            byNumber.clear();
        }
    }
}
