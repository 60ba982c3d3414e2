// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.space;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.space.SpaceDrawing;
import org.overread.viewer.space.SpaceRenderer;
import org.overread.viewer.space.SpaceScene;
import org.overread.viewer.work.CancelToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws pictures of the body one after another on a thread of its own. A newer request takes the place of the one that
/// waits, and the picture of a body at rest, which comes in turns, is given up for it; one of a moving body is finished,
/// so that it is seen to move.
@CatchesEverything("whatever goes wrong in one picture, the next may be drawn")
final class SpaceQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpaceQueue.class);

    /// What is to be drawn and who gets it on the FX thread.
    record Request(SpaceScene scene, Receiver receiver) {}

    interface Receiver {
        /// A picture for while things move, and what it took.
        void moving(SliceImage image, long nanos);

        /// The picture of something at rest: so far, or whole.
        void resting(SliceImage image, SpaceDrawing.Turn turn);

        void failed();
    }

    private final SpaceRenderer renderer;
    private final Executor ui;
    private final Object lock = new Object();
    private @Nullable Request waiting;
    private CancelToken drawing = new CancelToken();
    private boolean sharp;
    private boolean closed;

    SpaceQueue(SpaceRenderer renderer, Executor ui) {
        this.renderer = renderer;
        this.ui = ui;
        Thread.ofPlatform().name("space").daemon().start(this::work);
    }

    /// Any thread; returns at once.
    void submit(Request request) {
        synchronized (lock) {
            waiting = request;
            if (sharp) {
                drawing.cancel();
            }
            lock.notifyAll();
        }
    }

    private void work() {
        for (Request next = take(); next != null; next = take()) {
            draw(next);
        }
    }

    private @Nullable Request take() {
        synchronized (lock) {
            while (waiting == null && !closed) {
                try {
                    lock.wait();
                } catch (InterruptedException _) {
                    closed = true;
                }
            }
            Request next = waiting;
            waiting = null;
            if (closed || next == null) {
                return null;
            }
            drawing = new CancelToken();
            sharp = next.scene().pace() == SpaceScene.Pace.SHARP;
            return next;
        }
    }

    private void draw(Request request) {
        try {
            switch (request.scene().pace()) {
                case MOVING -> drawMoving(request);
                case SHARP -> drawResting(request);
            }
        } catch (RuntimeException e) {
            LOG.error("the body could not be drawn", e);
            ui.execute(request.receiver()::failed);
        }
    }

    private static SliceImage image(SpaceScene scene) {
        return new SliceImage(scene.raster().width(), scene.raster().height());
    }

    private void drawMoving(Request request) {
        SliceImage image = image(request.scene());
        long start = System.nanoTime();
        if (renderer.render(request.scene(), image, drawing)) {
            long nanos = System.nanoTime() - start;
            ui.execute(() -> request.receiver().moving(image, nanos));
        }
    }

    private void drawResting(Request request) {
        SpaceDrawing picture = renderer.drawing(request.scene());
        for (SpaceDrawing.Turn turn : SpaceDrawing.Turn.values()) {
            SliceImage image = image(request.scene()); // the one before is on the screen
            if (!picture.draw(turn, image, drawing)) {
                return;
            }
            ui.execute(() -> request.receiver().resting(image, turn));
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            drawing.cancel();
            lock.notifyAll();
        }
    }
}
