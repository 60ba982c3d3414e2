// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

/// Decides how fine the next picture is: half the resolution while things move and a full picture takes longer than a
/// frame, every pixel otherwise.
///
/// Times are nanoseconds of one clock. FX thread.
public final class Pace {
    /// One frame at 60 Hz.
    static final long FRAME_NANOS = 16_000_000;

    /// Changes closer together than this are one movement.
    static final long MOVEMENT_NANOS = 150_000_000;

    private long lastChange = Long.MIN_VALUE / 2;
    private long fullCost;

    /// How many pixels of the screen one pixel of the next picture covers a side: 1 or 2. Asked once a change.
    public int coarseness(long now) {
        boolean moving = now - lastChange < MOVEMENT_NANOS;
        lastChange = now;
        return moving && fullCost > FRAME_NANOS ? 2 : 1;
    }

    /// Says what a picture cost, so that a full one is known to be affordable again once it is.
    public void rendered(int coarseness, long nanos) {
        fullCost = nanos * coarseness * coarseness;
    }
}
