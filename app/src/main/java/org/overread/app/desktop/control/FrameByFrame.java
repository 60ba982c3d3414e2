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
    private static final Deque<FrameByFrame> WAITING = new ArrayDeque<>();

    private static final AnimationTimer FRAMES =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (!asked) {
                        asked = true;
                        ui.execute(FrameByFrame::takeNext);
                    }
                }
            };

    private static Executor ui = Platform::runLater;
    private static boolean asked;

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final int aFrame;

    /// How many steps a frame can bear.
    public FrameByFrame(int aFrame) {
        this.aFrame = aFrame;
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
        for (int n = 0; n < aFrame && !steps.isEmpty(); n++) {
            steps.removeFirst().run();
        }
        if (!steps.isEmpty() && !WAITING.contains(this)) {
            WAITING.addLast(this);
        }
    }
}
