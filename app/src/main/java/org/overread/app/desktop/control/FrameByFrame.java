// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Takes steps in order, a few a frame: all of them at once would hold up the window. Where several have steps to take,
/// each frame belongs to one of them, in turns. FX thread.
///
/// A step is a turn of its own after the frame that asks for it, not a part of it: so it is measured, and what a person
/// does comes before what the step changed is laid out.
public final class FrameByFrame {
    /// What is made up for in one frame: more would be seen to hold up the window.
    private static final int MOST_LATE = 4;

    private static final double FRAME_NS = 1e9 / 60;
    private static final Deque<FrameByFrame> WAITING = new ArrayDeque<>();

    private static final AnimationTimer FRAMES =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    late = lateFrames(lastNs, now);
                    lastNs = now;
                    if (!asked) {
                        asked = true;
                        ui.execute(FrameByFrame::takeNext);
                    }
                }
            };

    private static Executor ui = Platform::runLater;
    private static boolean asked;
    private static long lastNs = Long.MAX_VALUE; // the first frame is never late
    private static int late = 1;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final int aFrame;
    private final boolean catchesUp;

    /// How many steps a frame can bear.
    public FrameByFrame(int aFrame) {
        this(aFrame, false);
    }

    private FrameByFrame(int aFrame, boolean catchesUp) {
        this.aFrame = aFrame;
        this.catchesUp = catchesUp;
    }

    /// Of steps that a person waits for: a frame that comes late, for drawing takes that long, gets those of the frames that
    /// it took the time of, of [#MOST_LATE] at most.
    public static FrameByFrame catchingUp(int aFrame) {
        return new FrameByFrame(aFrame, true);
    }

    /// How many frames a person would have seen since the last, had all come in time.
    private static int lateFrames(long lastNs, long nowNs) {
        return Math.clamp(Math.round((nowNs - lastNs) / FRAME_NS), 1, MOST_LATE);
    }

    /// Who runs steps, on the FX thread, from now on.
    public static void runThrough(Executor newUi) {
        ui = newUi;
    }

    /// Takes a step for which the caller chose the frame, as all steps are taken.
    public static void inItsTurn(Runnable step) {
        ui.execute(step);
    }

    private static void takeNext() {
        asked = false;
        if (!WAITING.isEmpty()) {
            WAITING.removeFirst().takeTurn();
        }
        if (WAITING.isEmpty()) {
            FRAMES.stop();
            lastNs = Long.MAX_VALUE;
        }
    }

    /// Whether nobody has steps to take, so that the next frame is free.
    public static boolean areAllAtRest() {
        return WAITING.isEmpty();
    }

    /// To be taken after those that were added before.
    public void add(Runnable step) {
        steps.add(step);
        if (!WAITING.contains(this)) {
            WAITING.addLast(this);
            FRAMES.start();
        }
    }

    /// The steps that were not taken yet are not taken any more.
    public void forget() {
        steps.clear();
        WAITING.remove(this);
    }

    private void takeTurn() {
        int most = catchesUp ? aFrame * late : aFrame;
        for (int n = 0; n < most && !steps.isEmpty(); n++) {
            steps.removeFirst().run();
        }
        if (steps.isEmpty()) {
            WAITING.remove(this);
        } else if (!WAITING.contains(this)) {
            WAITING.addLast(this);
        }
    }
}
