// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.Arrays;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.work.Crew;

/// The chance that a walk from each voxel meets a seed of each label first, where a step is the likelier the less the
/// values differ. The sixty bytes a voxel are those of the matrix and of its solution.
final class Walk {
    /// So that no voxel is cut off; more than scikit-image adds, since 32-bit sums must feel it.
    private static final double LEAST = 1e-6;

    private final LocalVolume local;
    private final LocalBox box;
    private final double[] conductance;
    private final double[] gain;
    private final GridMatrix matrix;
    private final Crew crew;
    private int[] beside = new int[1 << 10];
    private int besideCount;

    /// How the distance of neighbours counts.
    enum Lengths {
        /// As in tissue: steps across thick slices are rare.
        MILLIMETRES,
        /// As in scikit-image: differences count for a smallest voxel side of way.
        AS_SKIMAGE
    }

    /// A step's weight is `exp(-perSquare · difference²)`.
    Walk(LocalVolume local, double perSquare, Lengths lengths, Crew crew) {
        this.local = local;
        this.crew = crew;
        box = local.box();
        matrix = new GridMatrix(box.box().sizeI(), box.box().sizeJ(), box.box().sizeK());
        double[] sides = {local.stepI(), local.stepJ(), local.geometry().spacingK()};
        double smallest = Arrays.stream(sides).min().orElseThrow();
        conductance = new double[3];
        gain = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double share = smallest / sides[axis];
            switch (lengths) {
                case MILLIMETRES -> {
                    conductance[axis] = share * share;
                    gain[axis] = perSquare;
                }
                case AS_SKIMAGE -> {
                    conductance[axis] = 1;
                    gain[axis] = perSquare * share * share;
                }
            }
        }
        closeWhatNoSeedReaches();
        crew.each(matrix.nk, this::fill);
        findBeside();
        matrix.close(crew);
    }

    private void closeWhatNoSeedReaches() {
        boolean[] open = local.open();
        var reached = new boolean[open.length];
        var queue = new int[1 << 12];
        int count = 0;
        int[] steps = box.faces();
        for (int n = 0; n < open.length; n++) {
            if (local.seeds()[n] != 0 && !reached[n]) {
                reached[n] = true;
                queue[count++] = n;
                while (count > 0) {
                    int at = queue[--count];
                    for (int step : steps) {
                        int next = at + step;
                        if (open[next] && !reached[next]) {
                            reached[next] = true;
                            if (count == queue.length) {
                                queue = Arrays.copyOf(queue, 2 * count);
                            }
                            queue[count++] = next;
                        }
                    }
                }
            }
        }
        System.arraycopy(reached, 0, open, 0, open.length);
    }

    private void fill(int k) {
        byte[] seeds = local.seeds();
        for (int j = 0; j < matrix.nj; j++) {
            int from = matrix.start(j, k);
            for (int n = from; n < from + matrix.ni; n++) {
                boolean free = seeds[n] == 0;
                matrix.toI[n] = free && seeds[n + 1] == 0 ? weight(n, n + 1, 0) : 0;
                matrix.toJ[n] =
                        free && seeds[n + matrix.row] == 0 ? weight(n, n + matrix.row, 1) : 0;
                matrix.toK[n] =
                        free && seeds[n + matrix.slice] == 0 ? weight(n, n + matrix.slice, 2) : 0;
                matrix.ground[n] = free ? toSeeds(n, 0) : 0;
            }
        }
    }

    private float weight(int a, int b, int axis) {
        if (!local.open()[a] || !local.open()[b]) {
            return 0;
        }
        double difference = (double) local.values()[a] - local.values()[b];
        return (float)
                (conductance[axis] * (Math.exp(-gain[axis] * difference * difference) + LEAST));
    }

    /// How strongly a voxel is tied to seeds of a label; to all where it is 0.
    private float toSeeds(int n, int label) {
        float sum = 0;
        sum += toSeed(n, n - 1, 0, label) + toSeed(n, n + 1, 0, label);
        sum += toSeed(n, n - matrix.row, 1, label) + toSeed(n, n + matrix.row, 1, label);
        sum += toSeed(n, n - matrix.slice, 2, label) + toSeed(n, n + matrix.slice, 2, label);
        return sum;
    }

    private float toSeed(int n, int seed, int axis, int label) {
        int its = local.seeds()[seed] & 0xFF;
        return its != 0 && (label == 0 || its == label) ? weight(n, seed, axis) : 0;
    }

    private void findBeside() {
        for (int n = 0; n < matrix.count(); n++) {
            if (matrix.ground[n] > 0) {
                if (besideCount == beside.length) {
                    beside = Arrays.copyOf(beside, 2 * besideCount);
                }
                beside[besideCount++] = n;
            }
        }
    }

    /// Ready to answer for one label after the other.
    ConjugateGradients solver() {
        return new ConjugateGradients(matrix, crew);
    }

    /// Fills `chances` with those of a label.
    ConjugateGradients.Found solve(
            ConjugateGradients solver,
            int label,
            float[] right,
            float[] chances,
            double tolerance,
            int mostSteps) {
        Arrays.fill(right, 0);
        for (int n = 0; n < besideCount; n++) {
            right[beside[n]] = toSeeds(beside[n], label);
        }
        ConjugateGradients.Found found = solver.solve(right, chances, tolerance, mostSteps);
        for (int n = 0; n < chances.length; n++) {
            byte seed = local.seeds()[n];
            chances[n] = seed != 0 ? (seed == (byte) label ? 1 : 0) : Math.clamp(chances[n], 0, 1);
        }
        return found;
    }
}
