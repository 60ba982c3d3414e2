// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.work.Crew;

/// Joins runs that touch, by union-find in which a part is known by its first run. Slabs of slices are joined side by
/// side and then with one another; the outcome does not depend on how many slabs there are.
final class RunUnion {
    /// Which slices are connected.
    enum Across {
        /// Each with the next.
        VOLUME,
        /// None: every slice is a picture of its own.
        SLICES
    }

    private static final int SLABS_A_HAND = 4;

    private final RunTable table;
    private final Connectivity connectivity;
    private final int[] parent;

    private RunUnion(RunTable table, Connectivity connectivity) {
        this.table = table;
        this.connectivity = connectivity;
        parent = new int[table.count()];
    }

    /// For every run the number of its part, counted from 0 in the order in which the parts begin.
    static int[] labels(RunTable table, Connectivity connectivity, Across across, Crew crew) {
        var union = new RunUnion(table, connectivity);
        union.join(across, crew);
        return union.number();
    }

    private void join(Across across, Crew crew) {
        int slices = table.box().sizeK();
        int slabs = Math.min(slices, crew.hands() == 1 ? 1 : SLABS_A_HAND * crew.hands());
        crew.each(
                slabs,
                slab -> {
                    int from = (int) ((long) slices * slab / slabs);
                    int to = (int) ((long) slices * (slab + 1) / slabs);
                    for (int n = table.offset(from); n < table.offset(to); n++) {
                        parent[n] = n;
                    }
                    for (int k = from; k < to; k++) {
                        joinWithin(k);
                        if (k > from && across == Across.VOLUME) {
                            joinWithBelow(k);
                        }
                    }
                });
        if (across == Across.VOLUME) {
            for (int slab = 1; slab < slabs; slab++) {
                crew.cancel().check();
                joinWithBelow((int) ((long) slices * slab / slabs));
            }
        }
    }

    private void joinWithin(int k) {
        int sideways = connectivity == Connectivity.FACES ? 0 : 1;
        for (int j = 1; j < table.box().sizeJ(); j++) {
            joinRows(k, j, k, j - 1, sideways);
        }
    }

    private void joinWithBelow(int k) {
        int rows = table.box().sizeJ();
        if (table.runs(k).length == 0 || table.runs(k - 1).length == 0) {
            return;
        }
        for (int j = 0; j < rows; j++) {
            switch (connectivity) {
                case FACES -> joinRows(k, j, k - 1, j, 0);
                case EDGES -> joinThree(k, j, 1, 0);
                case CORNERS -> joinThree(k, j, 1, 1);
            }
        }
    }

    private void joinThree(int k, int j, int straight, int aslant) {
        joinRows(k, j, k - 1, j, straight);
        if (j > 0) {
            joinRows(k, j, k - 1, j - 1, aslant);
        }
        if (j < table.box().sizeJ() - 1) {
            joinRows(k, j, k - 1, j + 1, aslant);
        }
    }

    /// Joins the runs of two rows that overlap, or do so with one of them `sideways` wider on either side.
    private void joinRows(int kA, int jA, int kB, int jB, int sideways) {
        int a = table.rowStarts(kA)[jA];
        int endA = table.rowStarts(kA)[jA + 1];
        int b = table.rowStarts(kB)[jB];
        int endB = table.rowStarts(kB)[jB + 1];
        int[] runsA = table.runs(kA);
        int[] runsB = table.runs(kB);
        while (a < endA && b < endB) {
            int lastA = RunTable.last(runsA[a]);
            int lastB = RunTable.last(runsB[b]);
            if (RunTable.first(runsA[a]) <= lastB + sideways
                    && RunTable.first(runsB[b]) <= lastA + sideways) {
                unite(table.offset(kA) + a, table.offset(kB) + b);
            }
            if (lastA < lastB) {
                a++;
            } else {
                b++;
            }
        }
    }

    private void unite(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        if (rootA < rootB) {
            parent[rootB] = rootA;
        } else {
            parent[rootA] = rootB;
        }
    }

    private int root(int start) {
        int n = start;
        while (parent[n] != n) {
            parent[n] = parent[parent[n]];
            n = parent[n];
        }
        return n;
    }

    /// A run's parent comes before it, so that one pass in order meets every parent already numbered.
    private int[] number() {
        int next = 0;
        for (int n = 0; n < parent.length; n++) {
            parent[n] = parent[n] == n ? next++ : parent[parent[n]];
        }
        return parent;
    }
}
