// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import java.util.Map;
import java.util.WeakHashMap;

/// Decides how fine the next picture of a pane is: half the resolution while things move and full pictures of all panes
/// that move take longer than half a frame, every pixel otherwise.
///
/// A change waits for the pictures that are being drawn and then for its own, so two rounds have to fit a frame. Within
/// a movement the resolution goes back up only where full pictures have become clearly affordable, so that it does not
/// flicker. Times are nanoseconds of one clock. FX thread.
public final class Pace {
    /// Half a frame at 60 Hz.
    static final long ROUND_NANOS = 8_000_000;

    /// Changes closer together than this are one movement.
    static final long MOVEMENT_NANOS = 150_000_000;

    private final Map<Pictures, Pane> panes = new WeakHashMap<>();

    /// What is known of one pane.
    private static final class Pane {
        private long lastChange = Long.MIN_VALUE / 2;
        private long fullCost;
        private int coarseness = 1;

        boolean isMoving(long now) {
            return now - lastChange < MOVEMENT_NANOS;
        }
    }

    private Pane of(Pictures pictures) {
        return panes.computeIfAbsent(pictures, _ -> new Pane());
    }

    /// How many pixels of the screen one pixel of the pane's next picture covers a side: 1 or 2. Asked once a change.
    public int coarseness(Pictures pictures, long now) {
        Pane pane = of(pictures);
        boolean moving = pane.isMoving(now);
        pane.lastChange = now;
        long round =
                panes.values().stream()
                        .filter(p -> p.isMoving(now))
                        .mapToLong(p -> p.fullCost)
                        .sum();
        long most = pane.coarseness == 1 ? ROUND_NANOS : ROUND_NANOS / 2;
        pane.coarseness = moving && round > most ? 2 : 1;
        return pane.coarseness;
    }

    /// Says what a picture cost, so that a full one is known to be affordable again once it is.
    public void rendered(Pictures pictures, int coarseness, long nanos) {
        of(pictures).fullCost = nanos * coarseness * coarseness;
    }
}
