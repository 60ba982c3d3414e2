// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

/// The tables of a transfer function for steps of one length. Immutable; cheap beside its tints.
final class Palette {
    private final Tints tints;

    /// Opacity of a step.
    final float[] opacity = new float[Tints.ENTRIES];

    final float[] red;
    final float[] green;
    final float[] blue;
    final float shade;
    final float steep;

    Palette(Tints tints, double stepMm) {
        this.tints = tints;
        red = tints.red;
        green = tints.green;
        blue = tints.blue;
        shade = tints.shade;
        steep = tints.steep;
        for (int n = 0; n < opacity.length; n++) {
            opacity[n] = (float) -Math.expm1(-tints.perMm[n] * stepMm);
        }
    }

    /// The table's entry for a value; 0 for what is no number.
    int entry(float value) {
        return tints.entry(value);
    }

    /// How many bricks to every side, its own among them, show nothing; 0 where something is to be seen.
    int leap(int brickI, int brickJ, int brickK) {
        return tints.leap(brickI, brickJ, brickK);
    }

    /// Which grains of a brick show something.
    long grains(int brickI, int brickJ, int brickK) {
        return tints.grains(brickI, brickJ, brickK);
    }
}
