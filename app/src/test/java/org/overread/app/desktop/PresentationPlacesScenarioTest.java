// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.PresentedWindow.assertNear;
import static org.overread.app.desktop.PresentedWindow.marks;
import static org.overread.app.desktop.PresentedWindow.notices;
import static org.overread.app.desktop.PresentedWindow.read;
import static org.overread.app.desktop.PresentedWindow.screens;
import static org.overread.app.desktop.PresentedWindow.show;
import static org.overread.app.desktop.PresentedWindow.state;
import static org.overread.app.desktop.PresentedWindow.tone;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.FilmStep;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Where presentation states are shown: in the column of their series, in a light box, in a layout that has their plane.
@RequiresDisplay
final class PresentationPlacesScenarioTest {
    @TempDir private Path home = Path.of("");
    private PresentedStudy study;

    @BeforeEach
    void write() throws Exception {
        study = PresentedStudy.in(home);
    }

    @Test
    void aLayoutWithoutItsPlaneIsSaid() throws Exception {
        study.add(study.state("AXIAL"));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            open.robot.interact(() -> open.panes().get(2).requestFocus());
            open.run("view.enlarge");
            open.awaitPictures();
            show(open, 1);
            assertTrue(
                    notices(open).stream().anyMatch(w -> w.contains("does not show the plane")),
                    notices(open).toString());
            screens(open).write("out-of-sight");
        }
    }

    @Test
    void aLightBoxShowsIt() throws Exception {
        study.add(study.state("FILM").us(0x0070_0042, 180));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            ReadingModel reading = open.onFx(() -> open.program.desk().reading());
            open.robot.interact(
                    () ->
                            reading.room()
                                    .choose(PaneGrid.film(2, 2, FilmStep.ONE, ViewPlane.AXIAL)));
            open.awaitPictures();
            show(open, 1);
            screens(open).write("film");
            assertEquals(List.of(), notices(open));
            List<PaneState> states =
                    open.onFx(
                            () ->
                                    reading.film().panes().stream()
                                            .map(pane -> pane.state().get())
                                            .toList());
            assertEquals(4, states.size());
            states.forEach(state -> assertNear(new PatientVector(-1, 0, 0), state.plane().right()));
            assertEquals(
                    1,
                    states.stream().filter(state -> !marks(open, state).isEmpty()).count(),
                    "on its own slice");
            VolumeGeometry geometry = open.onFx(reading::volume).geometry();
            PaneState first = states.getFirst();
            double across = 40 * geometry.spacingI() / first.pixelMm() / first.width();
            double down = 30 * geometry.spacingJ() / first.pixelMm() / first.height();
            assertEquals(1, Math.max(across, down), 1e-6);
        }
    }

    @Test
    void eachColumnHasThoseOfItsSeries() throws Exception {
        study.add(study.state("FIRST"));
        try (var open = new OpenProgram(home)) {
            read(open, study.folder());
            Column other = open.beside(0);
            ReadingModel reading = other.reading();
            open.robot.interact(() -> open.program.desk().comparison().linked().set(false));
            open.robot.interact(() -> open.program.desk().comparison().focused().set(reading));
            assertEquals(List.of("Presentation in B: FIRST"), open.words(".presentation-chip"));
            Tone first = tone(open);
            open.run("presentation.next");
            open.awaitColumn();
            screens(open).write("column");
            assertEquals(List.of("Shown in B: FIRST"), open.words(".presentation-chip"));
            assertEquals(first, tone(open), "the first column is left alone");
            assertEquals(List.of(), marks(open, state(open)));
            PaneState there = open.onFx(() -> reading.panes().getFirst().state().get());
            assertFalse(marks(open, there).isEmpty());
            assertEquals(60, open.onFx(() -> reading.tones().window().center()));
            open.robot.interact(
                    () ->
                            open.program
                                    .desk()
                                    .comparison()
                                    .focused()
                                    .set(open.program.desk().reading()));
            assertEquals(List.of("Presentation in A: FIRST"), open.words(".presentation-chip"));
            open.robot.interact(() -> open.program.desk().comparison().remove(other));
            assertEquals(List.of("Presentation: FIRST"), open.words(".presentation-chip"));
        }
    }
}
