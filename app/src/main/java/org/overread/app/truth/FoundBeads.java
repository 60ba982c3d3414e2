// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The beads that a grid shows, found without knowing where they ought to be: what hangs together and is unlike the
/// first sample, by its centre of mass and its extreme value.
record FoundBeads(List<Bead> beads, double background) {
    /// Of a value: less is the background's own noise.
    private static final double SAME = 1e-6;

    static FoundBeads in(Grid grid) {
        double background = grid.value(0, 0, 0);
        var search = new Search(grid, background);
        var beads = new ArrayList<Bead>();
        for (int k = 0; k < grid.slices(); k++) {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    if (search.isNew(i, j, k)) {
                        beads.add(search.grow(i, j, k));
                    }
                }
            }
        }
        return new FoundBeads(beads, background);
    }

    private record Sample(int i, int j, int k) {}

    private static final class Search {
        private final Grid grid;
        private final double background;
        private final BitSet seen = new BitSet();

        Search(Grid grid, double background) {
            this.grid = grid;
            this.background = background;
        }

        boolean isNew(int i, int j, int k) {
            boolean inside =
                    i >= 0
                            && j >= 0
                            && k >= 0
                            && i < grid.columns()
                            && j < grid.rows()
                            && k < grid.slices();
            return inside
                    && !seen.get((k * grid.rows() + j) * grid.columns() + i)
                    && !(Math.abs(grid.value(i, j, k) - background)
                            <= SAME * (1 + Math.abs(background))); // negated: NaN is a bead
        }

        Bead grow(int i, int j, int k) {
            var border = new ArrayDeque<Sample>();
            take(border, i, j, k);
            double sum = 0;
            double sumI = 0;
            double sumJ = 0;
            double sumK = 0;
            double extreme = background;
            while (!border.isEmpty()) {
                Sample at = border.remove();
                double value = grid.value(at.i, at.j, at.k);
                double weight = value - background;
                sum += weight;
                sumI += weight * at.i;
                sumJ += weight * at.j;
                sumK += weight * at.k;
                extreme = Math.abs(weight) > Math.abs(extreme - background) ? value : extreme;
                for (int n = 0; n < 27; n++) {
                    int nextI = at.i + n % 3 - 1;
                    int nextJ = at.j + n / 3 % 3 - 1;
                    int nextK = at.k + n / 9 - 1;
                    if (isNew(nextI, nextJ, nextK)) {
                        take(border, nextI, nextJ, nextK);
                    }
                }
            }
            return new Bead(grid.place(sumI / sum, sumJ / sum, sumK / sum), extreme);
        }

        private void take(ArrayDeque<Sample> border, int i, int j, int k) {
            seen.set((k * grid.rows() + j) * grid.columns() + i);
            border.add(new Sample(i, j, k));
        }
    }
}
