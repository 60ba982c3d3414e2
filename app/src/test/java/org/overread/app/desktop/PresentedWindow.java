// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.text.Text;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientVector;

/// Asks a window that shows a [PresentedStudy]. The test's thread.
final class PresentedWindow {
    private PresentedWindow() {}

    /// Opens a study in a small window, until its pictures are drawn.
    static void read(OpenProgram open, Path folder) {
        open.robot.interact(
                () -> {
                    open.stage.setWidth(1280);
                    open.stage.setHeight(720);
                });
        open.open(folder);
        open.awaitPictures();
    }

    static PaneState state(OpenProgram open) {
        return open.onFx(() -> open.panes().getFirst().model().state().get());
    }

    static Tone tone(OpenProgram open) {
        return open.onFx(() -> open.program.desk().reading().tones().tone().get());
    }

    static List<String> said(OpenProgram open) {
        return open.robot.lookup(".on-picture.words").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    static List<String> notices(OpenProgram open) {
        return open.words(".ov-notice .label");
    }

    static List<Mark> marks(OpenProgram open, PaneState state) {
        return open.onFx(
                () ->
                        open.program.desk().area().tools().marks().stream()
                                .flatMap(marks -> marks.marks(state).stream())
                                .toList());
    }

    static Screens screens(OpenProgram open) {
        return new Screens(open.program.workstation(), "presentation");
    }

    static void show(OpenProgram open, int number) {
        open.run("presentation.state." + number);
        open.awaitPictures();
    }

    static void assertNear(PatientVector expected, PatientVector actual) {
        assertEquals(0, expected.minus(actual).length(), 1e-9, actual.toString());
    }
}
