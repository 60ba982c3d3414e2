// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

/// Decides how coarse the body is while it moves: as fine as two frames have time for, by what the last moving picture
/// took; and whether it comes to rest by way of a picture of half the pixels a side. One thread.
final class SpacePace {
    /// A turning body is seen to turn at thirty pictures a second.
    static final long MOVING_NANOS = 33_000_000;

    /// A person who has let go waits no longer than this for a picture with its final light.
    static final long RESTING_NANOS = 200_000_000;

    static final int HALF = 2;
    static final int FINEST = 2;
    static final int COARSEST = 4;

    private int coarseness = FINEST;
    private long sharp = Long.MAX_VALUE; // what a whole sharp picture takes; not known at first

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

    /// How many pixels of the screen one pixel of the first sharp picture covers a side.
    int firstSharp() {
        return sharp > RESTING_NANOS ? HALF : 1;
    }

    /// Says what a sharp picture took.
    void sharpened(int coarse, long nanos) {
        sharp = nanos * coarse * coarse;
    }
}
