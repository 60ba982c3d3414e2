// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

/// Decides how coarse the body is while it moves: as fine as two frames have time for, by what the last moving picture
/// took. One thread.
final class SpacePace {
    /// A turning body is seen to turn at thirty pictures a second.
    static final long MOVING_NANOS = 33_000_000;

    static final int FINEST = 2;
    static final int COARSEST = 4;

    private int coarseness = FINEST;

    /// How many pixels of the screen one pixel of the next moving picture covers a side.
    int coarseness() {
        return coarseness;
    }

    /// Says what a moving picture took.
    void rendered(int coarse, long nanos) {
        double full = (double) nanos * coarse * coarse;
        int next = FINEST;
        while (next < COARSEST && full / (next * next) > MOVING_NANOS) {
            next++;
        }
        coarseness = next;
    }
}
