// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.bits;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.work.CancelToken;

/// Reaches from seeds every voxel that an allowed set connects with them.
///
/// A whole row flows at once, a slice is closed before its neighbours are looked at, and rows are worked out when the
/// flood first comes near them: the cost goes with what is reached. The result does not depend on the order. One thread.
public final class Flood {
    private static final int ROWS_AT_ONCE = 8;

    private final GridSize size;
    private final int perRow;
    private final BitSlices source;
    private final Connectivity connectivity;
    private final RowSpread spread;
    private final long[] @Nullable [] allowed;
    private final Bits reached;
    private final boolean[][] inside; // rows whose neighbours in the slice must look at them
    private final boolean[][] across; // rows whose neighbours in other slices must look at them
    private final boolean[] waiting; // slices that have such rows
    private final int rowsAtOnce;
    private final boolean[][] known; // bundles of rows that are worked out
    private int waitingCount;

    public Flood(BitSlices allowed, Connectivity connectivity) {
        source = allowed;
        size = allowed.size();
        perRow = BitSlices.wordsPerRow(size);
        this.connectivity = connectivity;
        spread = new RowSpread(perRow);
        this.allowed = new long[size.k()][];
        reached = new Bits(size);
        inside = new boolean[size.k()][];
        across = new boolean[size.k()][];
        waiting = new boolean[size.k()];
        rowsAtOnce = allowed.isRowWise() ? ROWS_AT_ONCE : size.j();
        known = new boolean[size.k()][];
    }

    /// Starts at a voxel of the volume; answers whether it is allowed.
    public boolean seed(int i, int j, int k) {
        long[] open = allowed(k);
        work(k, j);
        if (spread.voxel(i, open, reached.slice(k), j * perRow)) {
            mark(j, k);
        }
        return ((open[j * perRow + (i >>> 6)] >>> i) & 1) != 0;
    }

    /// All that is reached; ends with [java.util.concurrent.CancellationException] when cancelled.
    public Bits run(CancelToken cancel) {
        while (waitingCount > 0) {
            for (int k = 0; k < size.k() && waitingCount > 0; k++) {
                visit(k, cancel);
            }
            for (int k = size.k() - 1; k >= 0 && waitingCount > 0; k--) {
                visit(k, cancel);
            }
        }
        return reached;
    }

    private void visit(int k, CancelToken cancel) {
        if (waiting[k]) {
            cancel.check();
            waiting[k] = false;
            waitingCount--;
            close(k);
            if (k + 1 < size.k()) {
                cross(k, k + 1);
            }
            if (k > 0) {
                cross(k, k - 1);
            }
            Arrays.fill(across[k], false);
        }
    }

    /// Lets the slice flow until it stands.
    private void close(int k) {
        boolean[] rows = inside[k];
        long[] open = allowed(k);
        long[] here = reached.slice(k);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int j = 0; j < rows.length; j++) {
                moved |= rows[j] && push(j, k, open, here);
            }
            for (int j = rows.length - 1; j >= 0; j--) {
                moved |= rows[j] && push(j, k, open, here);
            }
        }
    }

    /// One row into the rows above and below it.
    private boolean push(int j, int k, long[] open, long[] here) {
        boolean[] rows = inside[k];
        rows[j] = false;
        boolean moved = false;
        if (j + 1 < rows.length && flow(here, j, k, open, here, j + 1)) {
            rows[j + 1] = true;
            across[k][j + 1] = true;
            moved = true;
        }
        if (j > 0 && flow(here, j, k, open, here, j - 1)) {
            rows[j - 1] = true;
            across[k][j - 1] = true;
            moved = true;
        }
        return moved;
    }

    /// The changed rows of a slice into the slice beside it.
    private void cross(int k, int other) {
        boolean[] rows = across[k];
        long[] here = reached.slice(k);
        long[] open = allowed(other);
        long[] there = reached.slice(other);
        int reach = connectivity == Connectivity.CORNERS ? 1 : 0;
        for (int j = 0; j < rows.length; j++) {
            if (rows[j]) {
                int last = Math.min(rows.length - 1, j + reach);
                for (int to = Math.max(0, j - reach); to <= last; to++) {
                    if (flow(here, j, other, open, there, to)) {
                        mark(to, other);
                    }
                }
            }
        }
    }

    /// A row into row `j` of slice `k`, of which `open` and `into` are the words.
    private boolean flow(long[] from, int fromJ, int k, long[] open, long[] into, int j) {
        work(k, j);
        return connectivity == Connectivity.CORNERS
                ? spread.corners(from, fromJ * perRow, open, into, j * perRow)
                : spread.faces(from, fromJ * perRow, open, into, j * perRow);
    }

    private void mark(int j, int k) {
        if (!waiting[k]) {
            waiting[k] = true;
            waitingCount++;
        }
        inside[k][j] = true;
        across[k][j] = true;
    }

    private long[] allowed(int k) {
        long[] open = allowed[k];
        if (open == null) {
            open = new long[perRow * size.j()];
            allowed[k] = open;
            known[k] = new boolean[(size.j() - 1) / rowsAtOnce + 1];
            inside[k] = new boolean[size.j()];
            across[k] = new boolean[size.j()];
        }
        return open;
    }

    /// Sees that row `j` of slice `k` is worked out.
    private void work(int k, int j) {
        int bundle = j / rowsAtOnce;
        if (!known[k][bundle]) {
            known[k][bundle] = true;
            int from = bundle * rowsAtOnce;
            source.readRows(k, from, Math.min(size.j(), from + rowsAtOnce), allowed(k));
        }
    }
}
