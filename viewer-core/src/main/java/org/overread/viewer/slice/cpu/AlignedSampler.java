// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.GridSize;

/// Reads runs that lie along the rows or the columns of the slices: all samples across the run have the same weights,
/// so they are added up first, as whole lines, and only then read between samples.
final class AlignedSampler {
    private final Samples samples;
    private final GridSize size;
    private final Interpolation interpolation;
    private final boolean keepsColumns;
    private final Optional<ColumnStripes> stripes;
    private final LineRoom room;
    private volatile @Nullable LinearTaps taps;
    private volatile @Nullable ColumnLines columnLines;

    /// Of a thin slab, columns are kept from row to row; the depths of others have columns of their own.
    AlignedSampler(
            Samples samples,
            GridSize size,
            Interpolation interpolation,
            Slab slab,
            Optional<ColumnStripes> stripes) {
        this.samples = samples;
        this.size = size;
        this.interpolation = interpolation;
        keepsColumns = slab.isThin();
        this.stripes = stripes;
        room = stripes.map(ColumnStripes::lines).orElseGet(LineRoom::new);
    }

    static boolean takes(Run run) {
        return run.dk() == 0 && (run.di() == 0) != (run.dj() == 0);
    }

    void read(Run run, float[] out) {
        Weights slices = weights(run.k(), size.k(), run.before(), run.after());
        if (run.dj() == 0) {
            Weights rows = weights(run.j(), size.j(), 0.5, 0.5);
            Line line = line(run, run.i(), run.di(), size.i());
            for (int q = 0; q < slices.count(); q++) {
                for (int p = 0; p < rows.count(); p++) {
                    float weight = slices.weight(q) * rows.weight(p);
                    if (weight != 0) {
                        samples.addRow(rows.at(p), slices.at(q), weight, line);
                    }
                }
            }
            line.read(run, this, out);
            room.give(line.values);
        } else {
            Weights columns = weights(run.i(), size.i(), 0.5, 0.5);
            Line line = line(run, run.j(), run.dj(), size.j());
            for (int q = 0; q < slices.count(); q++) {
                float weight = slices.weight(q);
                if (weight != 0 && keepsColumns) {
                    ColumnLines lines = columnLines(run.i(), line);
                    line.add(
                            lines.of(slices.at(q), k -> column(columns, k, line, lines.stripes())),
                            weight);
                } else if (weight != 0) {
                    addColumns(columns, slices.at(q), weight, line);
                }
            }
            line.read(run, this, out);
            room.give(line.values);
        }
    }

    /// All that the run may need, cubic's neighbours included, with sums of nothing.
    private Line line(Run run, double start, double step, int count) {
        double first = Taps.clamped(start + run.from() * step, count);
        double last = Taps.clamped(start + (run.to() - 1) * step, count);
        int from = Math.max((int) Math.min(first, last) - 1, 0);
        int to = Math.min((int) Math.max(first, last) + 3, count);
        return new Line(start, step, count, from, room.take(to - from));
    }

    /// The same for all rows of a picture that lie along the slices' normal.
    private ColumnLines columnLines(double column, Line form) {
        ColumnLines known = columnLines;
        if (known != null && known.serve(column, form)) {
            return known;
        }
        ColumnLines made =
                new ColumnLines(
                        column, form, size.k(), stripes.filter(near -> near.approach(column)));
        columnLines = made;
        return made;
    }

    private Line column(Weights columns, int k, Line form, Optional<ColumnStripes> near) {
        Line line = form.over(room.lend(form.values.length));
        if (near.isEmpty()) {
            addColumns(columns, k, 1, line);
            return line;
        }
        for (int p = 0; p < columns.count(); p++) {
            float weight = columns.weight(p);
            if (weight != 0) {
                near.get().add(samples, columns.at(p), k, weight, line);
            }
        }
        return line;
    }

    private void addColumns(Weights columns, int k, float weight, Line line) {
        for (int p = 0; p < columns.count(); p++) {
            float product = weight * columns.weight(p);
            if (product != 0) {
                samples.addColumn(columns.at(p), k, product, line);
            }
        }
    }

    private Weights weights(double index, int count, double before, double after) {
        return switch (interpolation) {
            case NEAREST -> new Weights(Taps.nearest(index, count), count, new float[] {1});
            case LINEAR -> {
                double at = Taps.clamped(index, count);
                double part = at - (int) at;
                float share = part < 1e-9 ? 0 : (float) part; // a slice met by rounding is met
                yield new Weights((int) at, count, new float[] {1 - share, share});
            }
            case CUBIC -> {
                double at = Taps.clamped(index, count);
                float[] weights = new float[4];
                Taps.cubic((float) (at - (int) at), (float) before, (float) after, weights);
                yield new Weights((int) at - 1, count, weights);
            }
        };
    }

    /// The same for most rows of a picture.
    private LinearTaps linearTaps(Line line, Run run) {
        LinearTaps known = taps;
        if (known != null && known.serve(line, run)) {
            return known;
        }
        LinearTaps made = new LinearTaps(line, run);
        taps = made;
        return made;
    }

    /// Between which two samples of a line each pixel lies.
    private static final class LinearTaps {
        private final double start;
        private final double step;
        private final int count;
        private final int lineFrom;
        private final int from;
        private final int to;
        private final int[] here;
        private final int[] next;
        private final float[] share;

        /// Within here each pixel lies one sample further than the one before.
        private final int straightFrom;

        private final int straightTo;

        /// The shares there, by sample and not by pixel.
        private final float[] straightShare;

        LinearTaps(Line line, Run run) {
            start = line.start;
            step = line.step;
            count = line.count;
            lineFrom = line.from;
            from = run.from();
            to = run.to();
            here = new int[to - from];
            next = new int[to - from];
            share = new float[to - from];
            int last = line.values.length - 1;
            for (int n = 0; n < here.length; n++) {
                double x = Taps.clamped(start + (from + n) * step, count) - lineFrom;
                here[n] = (int) x;
                share[n] = (float) (x - here[n]);
                // a share of nothing takes nothing, not even from what is no number
                next[n] = share[n] == 0 ? here[n] : Math.min(here[n] + 1, last);
            }
            int first = 0;
            while (first < here.length - 1 && !isStraight(first)) {
                first++;
            }
            int end = first;
            while (end < here.length - 1 && isStraight(end)) {
                end++;
            }
            straightFrom = first;
            straightTo = end;
            straightShare = new float[line.values.length];
            System.arraycopy(
                    share, straightFrom, straightShare, here[straightFrom], end - straightFrom);
        }

        private boolean isStraight(int n) {
            return next[n] == here[n] + 1 && here[n + 1] == here[n] + 1;
        }

        boolean serve(Line line, Run run) {
            return start == line.start
                    && step == line.step
                    && count == line.count
                    && lineFrom == line.from
                    && from == run.from()
                    && to == run.to();
        }
    }

    /// Samples from `first` on and what each counts; beyond the ends the outermost stands in.
    private static final class Weights {
        private final int first;
        private final int last;
        private final float[] weights;

        Weights(int first, int count, float[] weights) {
            this.first = first;
            this.weights = weights;
            last = count - 1;
        }

        int count() {
            return weights.length;
        }

        int at(int tap) {
            return Math.clamp(first + tap, 0, last);
        }

        float weight(int tap) {
            return weights[tap];
        }
    }

    /// Sums of samples along a run; `values[n]` belongs to the sample `from + n` of `count`.
    static final class Line {
        private final double start;
        private final double step;
        private final int count;
        final int from;
        final float[] values;

        private Line(double start, double step, int count, int from, float[] values) {
            this.start = start;
            this.step = step;
            this.count = count;
            this.from = from;
            this.values = values;
        }

        /// One that lies as this does.
        Line over(float[] sums) {
            return new Line(start, step, count, from, sums);
        }

        void add(Line other, float weight) {
            float[] sums = values;
            float[] more = other.values;
            for (int n = 0; n < sums.length; n++) {
                sums[n] += weight * more[n];
            }
        }

        /// `column` has all samples.
        void add(float[] column, float weight) {
            float[] sums = values;
            if (from > 0) {
                for (int n = 0; n < sums.length; n++) {
                    sums[n] += weight * column[from + n];
                }
                return;
            }
            for (int n = 0; n < sums.length; n++) { // counts through both alike: by vectors
                sums[n] += weight * column[n];
            }
        }

        void read(Run run, AlignedSampler sampler, float[] out) {
            switch (sampler.interpolation) {
                case NEAREST -> nearest(run, out);
                case LINEAR -> linear(run, sampler.linearTaps(this, run), out);
                case CUBIC -> cubic(run, out);
            }
        }

        private void nearest(Run run, float[] out) {
            for (int c = run.from(); c < run.to(); c++) {
                out[c] = values[Taps.nearest(start + c * step, count) - from];
            }
        }

        /// Overwrites `values`.
        private void linear(Run run, LinearTaps taps, float[] out) {
            between(taps, 0, taps.straightFrom, out, run.from());
            between(taps, taps.straightTo, taps.here.length, out, run.from());
            int first = taps.here[taps.straightFrom];
            int pixels = taps.straightTo - taps.straightFrom;
            straight(values, taps.straightShare, first, first + pixels);
            System.arraycopy(values, first, out, run.from() + taps.straightFrom, pixels);
        }

        private void between(LinearTaps taps, int first, int end, float[] out, int from) {
            for (int n = first; n < end; n++) {
                float here = values[taps.here[n]];
                out[from + n] = here + (values[taps.next[n]] - here) * taps.share[n];
            }
        }

        /// Where a pixel is a sample wide, neighbours are read as neighbours: in place, for the compiler makes vector
        /// instructions only where all arrays are counted through alike.
        private static void straight(float[] values, float[] share, int first, int end) {
            for (int n = first; n < end; n++) {
                values[n] = values[n] + (values[n + 1] - values[n]) * share[n];
            }
        }

        private void cubic(Run run, float[] out) {
            int last = values.length - 1;
            float[] w = new float[4];
            for (int c = run.from(); c < run.to(); c++) {
                double x = Taps.clamped(start + c * step, count) - from;
                int at = (int) x;
                Taps.cubic((float) (x - at), 0.5f, 0.5f, w);
                out[c] =
                        w[0] * values[Math.max(at - 1, 0)]
                                + w[1] * values[at]
                                + w[2] * values[Math.min(at + 1, last)]
                                + w[3] * values[Math.min(at + 2, last)];
            }
        }
    }
}
