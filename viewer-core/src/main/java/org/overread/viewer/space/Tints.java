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

    private final Leaps leaps;
    private final Grains grains;

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
        var full = new boolean[bricks.least.length];
        for (int n = 0; n < full.length; n++) {
            if (bricks.least[n] <= bricks.most[n]) {
                full[n] = shows(seen, entry(bricks.least[n]), entry(bricks.most[n]));
            }
        }
        leaps = Leaps.over(full, bricks);
        grains = new Grains(volume.samples(), bricks, this::entry, seen);
    }

    /// Whether something shows between two entries, one more on either side: values between two entries take the lower
    /// one's. `seen[n]` is how many of the first n entries show something.
    static boolean shows(int[] seen, int low, int high) {
        return low <= high
                && seen[Math.min(ENTRIES - 1, high + 1) + 1] > seen[Math.max(0, low - 1)];
    }

    /// The table's entry for a value; 0 for what is no number.
    int entry(float value) {
        int n = (int) ((value - base) * perValue + 0.5f);
        return n < 0 ? 0 : Math.min(n, ENTRIES - 1);
    }

    /// How far a ray may leap in a brick: over it and all bricks nearer than so many to every side; 0 where something is
    /// to be seen.
    int leap(int brickI, int brickJ, int brickK) {
        return leaps.at(brickI, brickJ, brickK);
    }

    /// Which grains of a brick show something.
    long grains(int brickI, int brickJ, int brickK) {
        return grains.at(brickI, brickJ, brickK);
    }
}
