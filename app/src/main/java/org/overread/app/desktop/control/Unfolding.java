// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.function.DoubleConsumer;

/// Lets a list or a table whose rows are all of a height unfold, a few rows a frame: to make all of them at once holds up
/// the window. FX thread.
public final class Unfolding {
    private static final int FEW = 2;

    /// For an edge around the rows.
    private static final double EDGE = 2;

    private final double row;
    private final DoubleConsumer height;
    private final Runnable whole;
    private final FrameByFrame frames = FrameByFrame.catchingUp(1);
    private int wanted = 1;
    private int unfolded = 1;
    private boolean begun;

    /// `row` is how high each is; `height` hears how high all that have unfolded are.
    public Unfolding(double row, DoubleConsumer height) {
        this(row, height, () -> {});
    }

    /// `whole` runs when the last of them have their room.
    public Unfolding(double row, DoubleConsumer height, Runnable whole) {
        this.row = row;
        this.height = height;
        this.whole = whole;
    }

    /// As many rows from now on, or as soon as they have unfolded.
    public void rows(int rows) {
        wanted = rows;
        tell();
        if (begun) {
            start();
        }
    }

    /// Begins to be seen. What has unfolded once stays so.
    public void start() {
        begun = true;
        if (unfolded < wanted) {
            frames.forget();
            frames.add(this::further);
        }
    }

    /// One row more, in a frame that the caller chose; whether there was one.
    public boolean unfoldOne() {
        boolean more = unfolded < wanted;
        if (more) {
            unfolded++;
            tell();
        }
        return more;
    }

    private void further() {
        unfolded += FEW;
        tell();
        if (unfolded < wanted) {
            start();
        } else {
            frames.add(whole);
        }
    }

    private void tell() {
        height.accept(row * Math.min(wanted, unfolded) + EDGE);
    }
}
