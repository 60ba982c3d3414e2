// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.overread.app.desktop.OwnStage;
import org.overread.app.desktop.action.Actions;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingActions;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.Links;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.theme.Theme;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.volume.Volume;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window with nothing but the panes of a reading in it, and hands for it. The test's thread.
final class ReadingStage {
    final FxRobot robot = new FxRobot();
    final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    final Comparison comparison =
            new Comparison(
                    reading, new Links(), () -> new ReadingModel(Runnable::run, Runnable::run));
    final ReadingArea area;
    private final Stage stage;
    private final PictureQueue queue;

    ReadingStage(double width, double height) throws TimeoutException {
        stage = OwnStage.open();
        queue = new PictureQueue(new CpuSliceRenderer(Runnable::run, 1), Platform::runLater);
        area = WaitForAsyncUtils.waitForAsyncFx(5000, () -> new ReadingArea(comparison, queue));
        robot.interact(() -> open(width, height));
    }

    private void open(double width, double height) {
        var scene = new Scene(area, width, height);
        Theme.dress(scene);
        var actions = new Actions();
        actions.addAll(ReadingActions.of(reading, comparison.focused()::get));
        actions.install(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    void show(Volume volume) {
        robot.interact(() -> reading.show(volume, List.of()));
        settle();
    }

    /// Until every pane on the screen shows what was asked for last, in full.
    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, this::isSettled);
        } catch (TimeoutException e) {
            throw new AssertionError("the pictures did not come to rest", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean isSettled() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000,
                () ->
                        area.allPanes().stream()
                                .filter(PaneView::isOnScreen)
                                .allMatch(PaneView::isSettled));
    }

    PaneView pane(int index) {
        return area.panes().get(index);
    }

    /// Whether a person can see the pane: it and all that it lies in are visible, and it has room.
    boolean isSeen(int index) {
        Node at = pane(index);
        boolean visible = pane(index).getScene() != null && pane(index).getWidth() > 0;
        while (at != null) {
            visible &= at.isVisible();
            at = at.getParent();
        }
        return visible;
    }

    PaneState state(int index) {
        return Objects.requireNonNull(pane(index).model().state().get());
    }

    /// Where a point of a pane is on the screen.
    Point2D onScreen(int index, PanePoint point) {
        return pane(index).localToScreen(point.x(), point.y());
    }

    double scale() {
        return stage.getOutputScaleX();
    }

    /// What the window shows, at the pixels of the screen.
    WritableImage picture() {
        settle();
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    var parameters = new SnapshotParameters();
                    parameters.setTransform(Transform.scale(scale(), scale()));
                    return area.snapshot(parameters, null);
                });
    }

    /// Writes what the window shows to target/screens, for people to look at.
    void write(String name) throws IOException {
        var file = Path.of("target", "screens", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(picture(), null), "png", file.toFile());
    }

    /// The bounds of a pane in the whole picture, in its pixels.
    Bounds inPicture(int index) {
        Bounds bounds = area.sceneToLocal(pane(index).localToScene(pane(index).getLayoutBounds()));
        return Transform.scale(scale(), scale()).transform(bounds);
    }

    void close() throws InterruptedException, TimeoutException {
        queue.close();
        queue.awaitEnd();
        OwnStage.close();
    }
}
