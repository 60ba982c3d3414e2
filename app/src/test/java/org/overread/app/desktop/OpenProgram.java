// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.notice.Notices;
import org.overread.app.desktop.opening.SampleFolder;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.settings.PlatformPlaces;
import org.overread.app.desktop.studies.StudiesModel;
import org.overread.app.desktop.watch.FxWatch;
import org.overread.app.sample.CoarseSample;
import org.overread.app.sample.SampleStudyFiles;
import org.overread.viewer.volume.Volume;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real program in a window, its places in a folder of the test, and hands for it. The test's thread.
final class OpenProgram implements AutoCloseable {
    /// Longer where much else runs on the machine.
    static final int WAIT_S = Integer.getInteger("overread.test.wait", 20);

    final FxRobot robot = new FxRobot();
    final Notices notices = new Notices(Platform::runLater, Clock.systemUTC());
    final Program program;
    final Stage stage;

    OpenProgram(Path home) throws TimeoutException {
        this(
                home,
                (folder, compute, _, _) ->
                        CoarseSample.writeAll(SampleStudyFiles.images(folder), compute));
    }

    OpenProgram(Path home, SampleFolder.Writer sample) throws TimeoutException {
        stage = OwnStage.open();
        var places =
                new PlatformPlaces(
                        home.resolve("settings"), home.resolve("logs"), home.resolve("data"));
        program =
                WaitForAsyncUtils.waitForAsyncFx(
                        1000L * WAIT_S, // the first of a process loads all classes, on a busy
                        // machine slowly
                        () ->
                                new Program(
                                        stage,
                                        places,
                                        new SampleFolder(places.data(), sample),
                                        notices,
                                        new FxWatch(FxWork::ns)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// In a window of 1280 x 720 in the corner of the screen, showing the first series of `study` in full.
    static OpenProgram showing(Path home, Path study) throws TimeoutException {
        var opened = new OpenProgram(home);
        opened.robot.interact(
                () -> {
                    opened.stage.setX(0);
                    opened.stage.setY(0);
                    opened.stage.setWidth(1280);
                    opened.stage.setHeight(720);
                });
        opened.open(study);
        opened.awaitPictures();
        return opened;
    }

    void open(Path place) {
        robot.interact(() -> program.workstation().open(List.of(place)));
    }

    void begin(StartWish wish) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    program.begin(wish, null);
                    return wish;
                });
    }

    void run(String actionId) {
        robot.interact(
                () ->
                        program.workstation()
                                .actions()
                                .run(program.workstation().actions().find(actionId).orElseThrow()));
    }

    /// Until the volume is complete and every pane on the screen shows it in full.
    Volume awaitPictures() {
        awaitThat(
                "pictures",
                () ->
                        program.desk().reading().content().get() instanceof Content.Ready
                                && FrameByFrame.areAllAtRest() // panes and lines come by and by
                                && panes().stream()
                                        .filter(PaneView::isOnScreen)
                                        .allMatch(
                                                pane ->
                                                        pane.isSettled()
                                                                && pane.shownImage() != null));
        return onFx(() -> program.desk().reading().volume());
    }

    /// Until something is so on the FX thread.
    void awaitThat(String what, BooleanSupplier there) {
        try {
            WaitForAsyncUtils.waitFor(WAIT_S, TimeUnit.SECONDS, () -> onFx(there::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("not seen: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(500L * WAIT_S, question);
    }

    List<PaneView> panes() {
        return program.desk().area().panes();
    }

    /// The id of the n-th series of the list.
    String row(int n) {
        return onFx(
                () ->
                        program.workstation().studies().state().get()
                                        instanceof StudiesModel.State.Found(_, var list)
                                ? list.studies().stream()
                                        .flatMap(found -> found.series().stream())
                                        .toList()
                                        .get(n)
                                        .id()
                                : "");
    }

    /// Opens the n-th series of the list in a column of its own.
    Column beside(int series) {
        String id = row(series);
        assertTrue(onFx(() -> program.desk().openBeside(id)));
        return awaitColumn();
    }

    /// Until the last column shows its volume, and all panes on the screen are sharp.
    Column awaitColumn() {
        Comparison comparison = program.desk().comparison();
        awaitThat(
                "a second picture",
                () ->
                        comparison.columns().getLast().reading().content().get()
                                        instanceof Content.Ready
                                && isSharp());
        return onFx(() -> comparison.columns().getLast());
    }

    /// Whether every pane on the screen, of all columns, shows its picture in full. FX thread.
    boolean isSharp() {
        return program.desk().area().allPanes().stream()
                .filter(PaneView::isOnScreen)
                .allMatch(pane -> pane.isSettled() && pane.shownImage() != null);
    }

    /// What all labels that a style selector finds say, where they can be seen.
    List<String> words(String selector) {
        return onFx(
                () ->
                        robot.lookup(selector).queryAllAs(Labeled.class).stream()
                                .filter(OpenProgram::isSeen)
                                .map(Labeled::getText)
                                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException, TimeoutException {
        robot.interact(program::close);
        OwnStage.close();
    }
}
