// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;

/// How bright the largest value of every brick is shown, so that rays look for no larger value where it would be shown
/// the same. Immutable.
final class Peaks {
    private final Bricks bricks;
    private final Tone tone;
    private final boolean rising;
    private final short[] levels;

    Peaks(Bricks bricks, Tone tone) {
        this.bricks = bricks;
        this.tone = tone;
        rising =
                switch (tone.curve()) {
                    case ToneCurve.LinearExact _, ToneCurve.Linear _, ToneCurve.Sigmoid _ -> true;
                    case ToneCurve.Table _ -> false; // may fall where values rise
                };
        levels = new short[rising ? bricks.most.length : 0];
        for (int n = 0; n < levels.length; n++) {
            levels[n] = (short) tone.greyLevel(bricks.most[n]);
        }
    }

    /// Whether a brick may hold something that is shown otherwise than the largest value so far, which has that level.
    boolean matters(int brick, float largest, int level) {
        return bricks.most[brick] > largest && !(rising && levels[brick] == level);
    }

    int level(float value) {
        return tone.greyLevel(value);
    }

    float most(int brick) {
        return bricks.most[brick];
    }
}
