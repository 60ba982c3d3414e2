// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.trial;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.volume.Volume;

/// A window with four panes, two of each of two readings side by side, and a hand that draws in them sixty times a second.
public final class StrokeWindow {
    /// How long a pane's sides are, in pixels.
    public static final int SIDE = TrialStroke.SIDE;

    /// How often voxels are written.
    public static final int PER_SECOND = TrialStroke.PER_SECOND;

    private static final long PATIENCE_SECONDS = 60;
    private static final long START_NANOS = 2_000_000_000L; // the first pictures are up by then
    private static final int ACROSS = 2;

    private StrokeWindow() {}

    /// Draws one stroke in panes that `renderer` draws; closes it. Says, in milliseconds, how long half and 95 % of the
    /// writes took until all four panes showed them. Not on the FX thread; blocks.
    public static List<Double> draw(
            SliceRenderer renderer, Volume volume, Function<Mask, List<Overlay>> overlays)
            throws TrialFailedException, InterruptedException {
        var stroke = new TrialStroke(volume, overlays);
        var queue = new PictureQueue(stroke.watched(renderer), Platform::runLater);
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        try {
            var readings =
                    List.of(
                            new ReadingModel(hand, Platform::runLater),
                            new ReadingModel(hand, Platform::runLater));
            Stage stage = onFx(() -> open(readings, queue, stroke, volume, overlays));
            long period = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            var writing =
                    hand.scheduleAtFixedRate(
                            () -> write(readings, stroke),
                            START_NANOS,
                            period,
                            TimeUnit.NANOSECONDS);
            stroke.over().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            writing.cancel(false);
            onFx(
                    () -> {
                        stage.close();
                        return stage;
                    });
            return stroke.result();
        } catch (ExecutionException | TimeoutException e) {
            throw new TrialFailedException(
                    "The panes did not show the stroke to its end, only moments %s of %d: %s"
                            .formatted(stroke.progress(), TrialStroke.MOMENTS, e));
        } finally {
            hand.shutdownNow();
            queue.close();
            queue.awaitEnd();
        }
    }

    private static void write(List<ReadingModel> readings, TrialStroke stroke) {
        long now = System.nanoTime();
        Platform.runLater(
                () -> {
                    if (!stroke.isOver()) {
                        List<Overlay> shown = stroke.next(now);
                        readings.forEach(reading -> reading.overlays().set(shown));
                    }
                });
    }

    private static Stage open(
            List<ReadingModel> readings,
            PictureQueue queue,
            TrialStroke stroke,
            Volume volume,
            Function<Mask, List<Overlay>> overlays) {
        var root = new Pane();
        int number = 0;
        for (ReadingModel reading : readings) {
            for (int n = 0; n < TrialStroke.PANES / readings.size(); n++, number++) {
                PaneView pane = PaneView.alone(reading.panes().get(n), queue);
                pane.setPrefSize(number < ACROSS ? SIDE : TrialStroke.NARROW, SIDE);
                pane.relocate(
                        number % ACROSS * (double) SIDE,
                        Math.floorDiv(number, ACROSS) * (double) SIDE);
                root.getChildren().add(pane);
                watch(pane, number, stroke);
            }
        }
        var stage = new Stage();
        stage.setScene(new Scene(root, ACROSS * (double) SIDE, ACROSS * (double) SIDE));
        stage.show();
        for (ReadingModel reading : readings) {
            reading.show(volume, List.of());
            reading.overlays().set(overlays.apply(Mask.empty(volume.geometry().size())));
        }
        return stage;
    }

    /// The pane's picture is the one image in it.
    private static void watch(PaneView pane, int number, TrialStroke stroke) {
        for (Node node : pane.getChildrenUnmodifiable()) {
            if (node instanceof ImageView picture) {
                picture.imageProperty()
                        .addListener(
                                (_, _, image) -> {
                                    if (image != null) {
                                        stroke.arrived(number, System.nanoTime());
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
