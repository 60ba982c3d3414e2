// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;

class PictureQueueTest {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Double> drawnCenters = new ArrayList<>();
    private final BlockingQueue<PictureQueue.Request> answers = new LinkedBlockingQueue<>();
    private final PictureQueue queue = new PictureQueue(new Slow(), Runnable::run);
    private final Pictures one = new Pictures();
    private final Pictures other = new Pictures();

    /// Waits at its first picture until the test opens the gate; breaks on a window at -1.
    private final class Slow implements SliceRenderer {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public void render(SliceScene scene, SliceImage target) {
            started.countDown();
            try {
                assertTrue(gate.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            drawnCenters.add(scene.tone().curve().window().center());
            if (scene.tone().curve().window().center() == -1) {
                throw new IllegalArgumentException("broken on purpose");
            }
        }

        @Override
        public float[] sample(SliceScene scene) {
            throw new AssertionError("a pane shows pictures");
        }

        @Override
        public void close() {}
    }

    private final class Answers implements PictureQueue.Receiver {
        @Override
        public void drawn(Picture picture, PictureQueue.Request request, OptionalLong nanos) {
            request.pictures().giveBack(picture);
            answers.add(request);
        }

        @Override
        public void notDrawn(PictureQueue.Request request) {
            answers.add(request);
        }
    }

    private PictureQueue.Request request(Pictures pane, double center) {
        var scene =
                new SliceScene(
                        TestVolumes.axial(),
                        SlicePlane.axial(PatientPoint.ORIGIN),
                        new Raster(32, 32, 1),
                        new Window(center, 10),
                        Interpolation.LINEAR);
        return new PictureQueue.Request(scene, 1, pane, new Answers());
    }

    private void await(int pictures) throws InterruptedException {
        for (int n = 0; n < pictures; n++) {
            assertTrue(answers.poll(10, TimeUnit.SECONDS) != null, "a picture is missing");
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        gate.countDown();
        queue.close();
        queue.awaitEnd();
    }

    @Test
    void theNewestRequestOfAPaneWinsAndOtherPanesKeepTheirTurn() throws InterruptedException {
        queue.submit(request(one, 1));
        assertTrue(started.await(10, TimeUnit.SECONDS));
        for (int n = 2; n <= 50; n++) {
            queue.submit(request(one, n));
            queue.submit(request(other, 100 + n));
        }
        gate.countDown();
        await(3);
        assertEquals(List.of(1.0, 50.0, 150.0), drawnCenters);
    }

    @Test
    void whatIsWithdrawnIsNotDrawn() throws InterruptedException {
        queue.submit(request(one, 1));
        assertTrue(started.await(10, TimeUnit.SECONDS));
        queue.submit(request(other, 2));
        queue.withdraw(other);
        queue.submit(request(one, 3));
        gate.countDown();
        await(2);
        assertEquals(List.of(1.0, 3.0), drawnCenters);
    }

    @Test
    void aPictureThatBreaksDoesNotStopTheNext() throws InterruptedException {
        gate.countDown();
        queue.submit(request(one, -1));
        await(1);
        queue.submit(request(one, 5));
        await(1);
        assertEquals(List.of(-1.0, 5.0), drawnCenters);
    }

    @Test
    void aPictureThatIsShownIsNotDrawnInto() {
        Picture shown = one.take(32, 32);
        Picture next = one.take(32, 32);
        assertNotSame(shown, next);
        one.giveBack(shown);
        assertSame(shown, one.take(32, 32));
    }
}
