// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/// Takes steps in order, a few a frame: all of them at once would hold up the window. Where several have steps to take,
/// each frame belongs to one of them, in turns. FX thread.
public final class FrameByFrame {
    private static final Deque<FrameByFrame> WAITING = new ArrayDeque<>();

    private static final AnimationTimer TURNS =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (!WAITING.isEmpty()) {
                        WAITING.removeFirst().takeTurn();
                    }
                    if (WAITING.isEmpty()) {
                        stop();
                    }
                }
            };

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final int aFrame;

    /// How many steps a frame can bear.
    public FrameByFrame(int aFrame) {
        this.aFrame = aFrame;
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
            TURNS.start();
        }
    }

    /// The steps that were not taken yet are not taken any more.
    public void forget() {
        steps.clear();
        WAITING.remove(this);
    }

    /// Those of one frame, at once.
    public void take() {
        for (int n = 0; n < aFrame && !steps.isEmpty(); n++) {
            steps.removeFirst().run();
        }
    }

    private void takeTurn() {
        take();
        if (!steps.isEmpty() && !WAITING.contains(this)) {
            WAITING.addLast(this);
        }
    }
}
