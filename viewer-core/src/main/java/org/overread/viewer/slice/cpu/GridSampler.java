// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.overread.viewer.slice.grid.Run;
import org.overread.viewer.volume.GridSize;

/// Reads runs of a volume whose slices are arrays: where all neighbours are at hand many pixels at once, at the borders
/// one by one. Any thread.
final class GridSampler implements RowSampler {
    /// Ties between two samples go to the upper one also where rounding took a little off.
    private static final double HALF = 0.5 + 1e-9;

    private final Samples samples;
    private final GridSize size;
    private final EdgeSampler edge;
    private final Queue<Corners> corners = new ConcurrentLinkedQueue<>();
    private final Queue<Fours> fours = new ConcurrentLinkedQueue<>();

    GridSampler(Samples samples, GridSize size) {
        this.samples = samples;
        this.size = size;
        edge = new EdgeSampler(samples, size);
    }

    Samples samples() {
        return samples;
    }

    @Override
    public void nearest(Run run, float[] out) {
        Run inner = Taps.innerOfNearest(run, size);
        edge.nearest(run.between(run.from(), inner.from()), out);
        for (int c = inner.from(); c < inner.to(); c += FixedRun.LONGEST) {
            int count = Math.min(FixedRun.LONGEST, inner.to() - c);
            samples.nearest(FixedRun.of(inner, c, count, HALF), out, c);
        }
        edge.nearest(run.between(inner.to(), run.to()), out);
    }

    @Override
    public void linear(Run run, float[] out) {
        Run inner = Taps.inner(run, size);
        edge.linear(run.between(run.from(), inner.from()), out);
        if (!inner.isEmpty()) {
            Corners spare = corners.poll();
            Corners room = spare == null ? new Corners() : spare;
            for (int c = inner.from(); c < inner.to(); ) {
                FixedRun part = FixedRun.of(inner, c, endOfLayer(inner, c) - c, 0);
                room.linear(samples, part, out, c);
                c += part.count();
            }
            corners.add(room);
        }
        edge.linear(run.between(inner.to(), run.to()), out);
    }

    /// Runs that stay between two slices for long are cut there: fetching from two slices is fastest.
    private static int endOfLayer(Run run, int from) {
        int longest = Math.min(run.to(), from + FixedRun.LONGEST);
        double dk = run.dk();
        if (dk == 0 || Math.abs(dk) > 1.0 / 16) {
            return longest;
        }
        double k = run.k() + from * dk;
        double pixels = dk > 0 ? (Math.floor(k) + 1 - k) / dk : (k - Math.floor(k)) / -dk;
        return (int) Math.clamp(from + Math.ceil(pixels), from + 1.0, longest);
    }

    @Override
    public void cubic(Run run, float[] out) {
        Run inner = Taps.innerOfCubic(run, size);
        edge.cubic(run.between(run.from(), inner.from()), out);
        if (!inner.isEmpty()) {
            Fours spare = fours.poll();
            Fours room = spare == null ? new Fours() : spare;
            float before = (float) run.before();
            float after = (float) run.after();
            for (int c = inner.from(); c < inner.to(); ) {
                int end = Math.min(endOfLayer(inner, c), c + Fours.LONGEST);
                room.cubic(samples, FixedRun.of(inner, c, end - c, 0), before, after, out, c);
                c = end;
            }
            fours.add(room);
        }
        edge.cubic(run.between(inner.to(), run.to()), out);
    }
}
