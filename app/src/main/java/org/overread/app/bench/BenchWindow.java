// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.viewer.slice.SliceRenderer;

/// A window with three panes of a reading and nothing else, and a hand that drags through them.
final class BenchWindow {
    private static final int PANES = 3;
    private static final long PATIENCE_SECONDS = 60;

    /// The first pictures are up by then.
    private static final long START_NANOS = 2_000_000_000L;

    private BenchWindow() {}

    /// Starts JavaFX; once in a program.
    static void start() throws BenchFailedException {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (UnsupportedOperationException e) {
            throw new BenchFailedException("The panes need a display: " + e.getMessage());
        } catch (IllegalStateException _) {
            // it runs already
        }
    }

    static void end() {
        Platform.exit();
    }

    /// Drags once through panes that `renderer` draws; closes it.
    static List<Double> drag(SliceRenderer renderer, PaneScene shown)
            throws BenchFailedException, InterruptedException {
        PaneDrag drag = new PaneDrag(shown.volume());
        PictureQueue queue = new PictureQueue(drag.watched(renderer), Platform::runLater);
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try {
            ReadingModel reading = new ReadingModel(hand, Platform::runLater);
            Stage stage = onFx(() -> open(reading, queue, drag, shown));
            long period = TimeUnit.SECONDS.toNanos(1) / PaneDrag.PER_SECOND;
            ScheduledFuture<?> moving =
                    hand.scheduleAtFixedRate(
                            () -> move(reading, drag), START_NANOS, period, TimeUnit.NANOSECONDS);
            long settled = drag.settled().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            moving.cancel(false);
            onFx(
                    () -> {
                        stage.close();
                        return stage;
                    });
            return drag.result(settled);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchFailedException("The panes did not come to rest: " + e);
        } finally {
            hand.shutdownNow();
            queue.close();
            queue.awaitEnd();
        }
    }

    private static void move(ReadingModel reading, PaneDrag drag) {
        long now = System.nanoTime();
        Platform.runLater(
                () -> {
                    if (!drag.isOver()) {
                        reading.jumpTo(drag.next(now));
                    }
                });
    }

    private static Stage open(
            ReadingModel reading, PictureQueue queue, PaneDrag drag, PaneScene shown) {
        var root = new Pane();
        for (int n = 0; n < PANES; n++) {
            PaneView pane = PaneView.alone(reading.panes().get(n), queue);
            pane.setPrefSize(PaneDrag.SIDE, PaneDrag.SIDE);
            pane.relocate(n * (double) PaneDrag.SIDE, 0);
            root.getChildren().add(pane);
            watch(pane, n, drag);
        }
        var stage = new Stage();
        stage.setScene(new Scene(root, PANES * (double) PaneDrag.SIDE, PaneDrag.SIDE));
        stage.show();
        reading.show(shown.volume(), List.of());
        reading.overlays().set(shown.overlays());
        return stage;
    }

    /// The pane's picture is the one image in it.
    private static void watch(PaneView pane, int number, PaneDrag drag) {
        for (Node node : pane.getChildrenUnmodifiable()) {
            if (node instanceof ImageView picture) {
                picture.imageProperty()
                        .addListener(
                                (_, _, image) -> {
                                    if (image != null) {
                                        drag.arrived(
                                                number, (int) image.getWidth(), System.nanoTime());
                                    }
                                });
            }
        }
    }

    private static <T> T onFx(Callable<T> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
