// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

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
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.Volume;

/// A window with three panes of a reading and nothing else, and a hand that drags through them.
public final class TrialWindow {
    /// How long a pane's sides are, in pixels.
    public static final int SIDE = TrialDrag.SIDE;

    /// How often the hand moves.
    public static final int PER_SECOND = TrialDrag.PER_SECOND;

    private static final int PANES = 3;
    private static final long PATIENCE_SECONDS = 60;

    /// The first pictures are up by then.
    private static final long START_NANOS = 2_000_000_000L;

    private TrialWindow() {}

    /// Starts JavaFX; once in a program.
    public static void start() throws TrialFailedException {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (UnsupportedOperationException e) {
            throw new TrialFailedException("The panes need a display: " + e.getMessage());
        } catch (IllegalStateException _) {
            // it runs already
        }
    }

    public static void end() {
        Platform.exit();
    }

    /// Drags once through panes that `renderer` draws; closes it. Says, in milliseconds, how long half and 95 % of the
    /// moments took from hand to picture, and the last one until it was sharp; then how many pictures were drawn, in
    /// percent of those that the hand could have had. Not on the FX thread; blocks.
    public static List<Double> drag(SliceRenderer renderer, Volume volume, List<Overlay> overlays)
            throws TrialFailedException, InterruptedException {
        TrialDrag drag = new TrialDrag(volume);
        PictureQueue queue = new PictureQueue(drag.watched(renderer), Platform::runLater);
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try {
            ReadingModel reading = new ReadingModel(hand, Platform::runLater);
            Stage stage = onFx(() -> open(reading, queue, drag, volume, overlays));
            long period = TimeUnit.SECONDS.toNanos(1) / TrialDrag.PER_SECOND;
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
            throw new TrialFailedException("The panes did not come to rest: " + e);
        } finally {
            hand.shutdownNow();
            queue.close();
            queue.awaitEnd();
        }
    }

    private static void move(ReadingModel reading, TrialDrag drag) {
        long now = System.nanoTime();
        Platform.runLater(
                () -> {
                    if (!drag.isOver()) {
                        reading.jumpTo(drag.next(now));
                    }
                });
    }

    private static Stage open(
            ReadingModel reading,
            PictureQueue queue,
            TrialDrag drag,
            Volume volume,
            List<Overlay> overlays) {
        var root = new Pane();
        for (int n = 0; n < PANES; n++) {
            PaneView pane = PaneView.alone(reading.panes().get(n), queue);
            pane.setPrefSize(TrialDrag.SIDE, TrialDrag.SIDE);
            pane.relocate(n * (double) TrialDrag.SIDE, 0);
            root.getChildren().add(pane);
            watch(pane, n, drag);
        }
        var stage = new Stage();
        stage.setScene(new Scene(root, PANES * (double) TrialDrag.SIDE, TrialDrag.SIDE));
        stage.show();
        reading.show(volume, List.of());
        reading.overlays().set(overlays);
        return stage;
    }

    /// The pane's picture is the one image in it.
    private static void watch(PaneView pane, int number, TrialDrag drag) {
        for (Node node : pane.getChildrenUnmodifiable()) {
            if (node instanceof ImageView picture) {
                picture.imageProperty()
                        .addListener(
                                (_, _, image) -> {
                                    if (image != null) {
                                        drag.arrived(number, System.nanoTime());
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
