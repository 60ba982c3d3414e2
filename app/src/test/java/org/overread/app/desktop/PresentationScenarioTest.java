// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.PresentedWindow.marks;
import static org.overread.app.desktop.PresentedWindow.read;
import static org.overread.app.desktop.PresentedWindow.screens;
import static org.overread.app.desktop.PresentedWindow.state;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;

/// A reader is offered how somebody else wanted a series to be seen.
@RequiresDisplay
final class PresentationScenarioTest {
    @TempDir private Path home = Path.of("");

    @Test
    void aStateIsOfferedShownAndTakenAway() throws Exception {
        PresentedStudy study = PresentedStudy.in(home);
        study.add(study.state("LIVER"));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            ReadingModel reading = open.program.desk().reading();
            Window before = open.onFx(() -> reading.tones().window());
            double zoom = state(open).zoom();
            assertEquals(List.of("Presentation: LIVER"), open.words(".presentation-chip"));
            screens(open).write("offered");
            assertEquals(List.of(), marks(open, state(open)));

            open.robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.P);
            open.robot.release(KeyCode.SHIFT, KeyCode.ALT);
            open.awaitPictures();
            screens(open).write("shown");
            VolumeGeometry geometry = open.onFx(reading::volume).geometry();
            assertEquals(PresentedStudy.SLICE, open.onFx(reading::sliceAtCursor));
            assertEquals(
                    new ToneCurve.Linear(new Window(60, 350)),
                    open.onFx(() -> reading.tones().tone().get().curve()));
            List<Mark> drawn = marks(open, state(open));
            PatientPoint expected = // of pixels counted from the corner of the first
                    geometry.origin()
                            .plus(geometry.iStep().times(PresentedStudy.X - 3 - 0.5))
                            .plus(geometry.jStep().times(PresentedStudy.Y - 0.5))
                            .plus(geometry.kStep(PresentedStudy.SLICE).times(PresentedStudy.SLICE));
            Mark.Line triangle = (Mark.Line) drawn.getFirst();
            assertEquals(0, expected.distanceTo(triangle.points().getFirst()), 1e-6);
            assertEquals(4, triangle.points().size());
            assertTrue(
                    drawn.stream()
                            .anyMatch(
                                    mark ->
                                            mark instanceof Mark.Words(_, String words, _)
                                                    && words.contains("and measure")));
            // 40 x 30 pixels fill the pane: as many millimetres as the area has, on one of its
            // sides
            PaneState state = state(open);
            double across = 40 * geometry.iStep().length() / state.pixelMm();
            double down = 30 * geometry.jStep().length() / state.pixelMm();
            assertEquals(1, Math.max(across / state.width(), down / state.height()), 1e-6);
            assertTrue(open.words(".presentation-chip").contains("Shown: LIVER"));

            open.robot.interact(() -> open.panes().getFirst().requestFocus());
            open.robot.type(KeyCode.DOWN);
            assertEquals(List.of(), marks(open, state(open)), "another slice");
            PaneState beside = open.onFx(() -> open.panes().get(1).model().state().get());
            assertEquals(List.of(), marks(open, beside), "another plane");

            open.run("presentation.none");
            assertEquals(before, open.onFx(() -> reading.tones().window()));
            assertEquals(zoom, state(open).zoom(), 1e-9);
            assertEquals(List.of("Presentation: LIVER"), open.words(".presentation-chip"));
        }
    }

    @Test
    void aSeriesWithoutStatesOffersNone() throws Exception {
        try (var open = new OpenProgram(home)) {
            open.open(CoarseSample.write(home.resolve("plain"), Runnable::run));
            open.awaitPictures();
            assertEquals(List.of(), open.words(".presentation-chip"));
            assertEquals(
                    false,
                    open.onFx(
                            () ->
                                    open.program
                                            .workstation()
                                            .actions()
                                            .find("presentation.next")
                                            .orElseThrow()
                                            .enabled()
                                            .get()));
        }
    }
}
