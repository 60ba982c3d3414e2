// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

/// A transfer function in tables, and which bricks of a volume it leaves empty: what is the same from wherever one looks.
/// Immutable.
final class Tints {
    static final int ENTRIES = 4096;

    private final float base;
    private final float perValue;

    /// How strongly a millimetre absorbs.
    final double[] perMm = new double[ENTRIES];

    final float[] red = new float[ENTRIES];
    final float[] green = new float[ENTRIES];
    final float[] blue = new float[ENTRIES];
    final float shade;

    /// A change of values a millimetre that makes a surface of them.
    final float steep;

    private final boolean[] fine;
    private final boolean[] coarse;
    private final int acrossI;
    private final int acrossJ;
    private final int coarseI;
    private final int coarseJ;

    Tints(TransferFunction function, SpaceVolume volume) {
        float least = volume.least();
        float most = volume.most();
        base = least;
        perValue = most > least ? (ENTRIES - 1) / (most - least) : 0;
        shade = (float) function.shade();
        steep =
                (float)
                        (Math.max(
                                        1e-6,
                                        function.points().getLast().value()
                                                - function.points().getFirst().value())
                                / 50);
        var seen = new int[ENTRIES + 1];
        for (int n = 0; n < ENTRIES; n++) {
            double value = perValue > 0 ? base + n / (double) perValue : base;
            perMm[n] = function.perMm(value);
            red[n] = (float) function.red(value);
            green[n] = (float) function.green(value);
            blue[n] = (float) function.blue(value);
            seen[n + 1] = seen[n] + (perMm[n] > 0 ? 1 : 0);
        }
        Bricks bricks = volume.bricks();
        acrossI = bricks.acrossI;
        acrossJ = bricks.acrossJ;
        coarseI = Math.ceilDiv(acrossI, 4);
        coarseJ = Math.ceilDiv(acrossJ, 4);
        fine = new boolean[bricks.least.length];
        coarse = new boolean[coarseI * coarseJ * Math.ceilDiv(bricks.acrossK, 4)];
        for (int k = 0; k < bricks.acrossK; k++) {
            for (int j = 0; j < acrossJ; j++) {
                for (int i = 0; i < acrossI; i++) {
                    int n = (k * acrossJ + j) * acrossI + i;
                    if (bricks.least[n] <= bricks.most[n]) {
                        // one entry more on either side: values between two entries take the lower
                        // one's
                        int low = Math.max(0, entry(bricks.least[n]) - 1);
                        int high = Math.min(ENTRIES - 1, entry(bricks.most[n]) + 1);
                        fine[n] = seen[high + 1] > seen[low];
                        coarse[((k >> 2) * coarseJ + (j >> 2)) * coarseI + (i >> 2)] |= fine[n];
                    }
                }
            }
        }
    }

    /// The table's entry for a value; 0 for what is no number.
    int entry(float value) {
        int n = (int) ((value - base) * perValue + 0.5f);
        return n < 0 ? 0 : Math.min(n, ENTRIES - 1);
    }

    /// How many samples a side the ray may leap over in a brick: 32, 8, or 0 where something is to be seen.
    int emptySide(int brickI, int brickJ, int brickK) {
        if (!coarse[((brickK >> 2) * coarseJ + (brickJ >> 2)) * coarseI + (brickI >> 2)]) {
            return 32;
        }
        return fine[(brickK * acrossJ + brickJ) * acrossI + brickI] ? 0 : 8;
    }
}
