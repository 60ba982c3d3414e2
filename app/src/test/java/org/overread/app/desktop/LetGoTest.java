// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.volume.Volume;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What was closed is let go, so that a day of opening and closing series ends with the memory it began with.
@RequiresDisplay
final class LetGoTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @Test
    void aClosedColumnIsLetGo() throws Exception {
        try (var open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            WeakReference<Column> column = openedAndClosed(open);
            FxToolkit.registerStage(
                    () -> open.stage); // forgets the events of before, and with them their nodes
            open.awaitThat("the column let go", () -> isGone(column));
            assertEquals(1, open.onFx(() -> open.program.desk().comparison().columns().size()));
        }
    }

    @Test
    void aVolumeThatAnotherReplacedIsLetGo() throws Exception {
        try (var open = new OpenProgram(home)) {
            open.open(study);
            WeakReference<Volume> replaced = new WeakReference<>(open.awaitPictures());
            String other = open.row(1);
            open.robot.interact(() -> open.program.desk().open(other));
            open.awaitThat(
                    "another volume",
                    () -> {
                        Volume shown = open.program.desk().reading().volume();
                        return shown != null && !shown.equals(replaced.get());
                    });
            open.awaitPictures();
            open.awaitThat("the first volume let go", () -> isGone(replaced));
        }
    }

    @Test
    void aClosedProgramIsLetGo() throws Exception {
        WeakReference<Program> program = begunAndClosed();
        try (var next = new OpenProgram(home.resolve("next"))) {
            next.awaitThat("the program let go", () -> isGone(program));
        }
    }

    private static WeakReference<Column> openedAndClosed(OpenProgram open) {
        Column column = open.beside(1);
        open.robot.interact(() -> open.program.desk().comparison().remove(column));
        WaitForAsyncUtils.waitForFxEvents();
        return new WeakReference<>(column);
    }

    private WeakReference<Program> begunAndClosed() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home.resolve("first"))) {
            open.open(study);
            open.awaitPictures();
            return new WeakReference<>(open.program);
        }
    }

    private static boolean isGone(WeakReference<?> closed) {
        System.gc();
        return closed.get() == null;
    }
}
