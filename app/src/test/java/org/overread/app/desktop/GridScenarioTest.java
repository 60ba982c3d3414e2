// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.MoveTo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.FilmStep;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneGrid.Kind;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;

/// A reader chooses how many panes there are and what they show.
@RequiresDisplay
final class GridScenarioTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        open = OpenProgram.showing(home, study);
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private ReadingModel reading() {
        return open.program.desk().reading();
    }

    private PaneGrid grid() {
        return open.onFx(() -> reading().room().grid().get());
    }

    private void awaitSharp() {
        open.awaitThat("sharp panes", () -> shown().stream().allMatch(PaneView::isSettled));
    }

    private List<PaneView> shown() {
        return open.program.desk().area().shownPanes().stream()
                .filter(PaneView::isOnScreen)
                .toList();
    }

    private void write(String name) {
        awaitSharp();
        new Screens(open.program.workstation(), "grid").write(name);
    }

    private void openGrid() {
        open.robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.L);
        open.robot.release(KeyCode.SHIFT, KeyCode.ALT);
    }

    private void press(KeyCode held, KeyCode code) {
        open.robot.press(held).type(code).release(held);
    }

    private void toggle(String words) {
        open.robot.clickOn(
                open.onFx(
                        () ->
                                open
                                        .robot
                                        .lookup("#grid-card .ov-toggle")
                                        .queryAllAs(ToggleButton.class)
                                        .stream()
                                        .filter(button -> button.getText().equals(words))
                                        .findFirst()
                                        .orElseThrow()));
    }

    @Test
    void keysMarkAGridAndEnterTakesItAndItIsThereTheNextTime()
            throws IOException, TimeoutException {
        openGrid();
        open.robot.type(KeyCode.RIGHT).type(KeyCode.UP).type(KeyCode.DOWN); // 3 x 2 to 4 x 2
        assertEquals(List.of("4 × 2"), open.words(".grid-size"));
        new Screens(open.program.workstation(), "grid").write("card");
        open.robot.type(KeyCode.ENTER);
        assertEquals(Layout.FREE, open.onFx(() -> reading().room().layout().get()));
        assertEquals(8, open.onFx(() -> shown().size()));
        write("4x2");
        Node line =
                open.onFx(() -> shown().get(1)); // the coronal pane stands right of the axial one
        assertTrue(left(shown().getFirst()) < left(line));
        open.close();
        open = OpenProgram.showing(home, study);
        assertEquals(PaneGrid.planes(4, 2, 1), grid());
        assertEquals(8, open.onFx(() -> shown().size()));
        press(KeyCode.ALT, KeyCode.DIGIT1);
        assertEquals(1, open.onFx(() -> shown().size()));
    }

    private double left(Node node) {
        Bounds bounds = open.onFx(() -> node.localToScene(node.getLayoutBounds()));
        return bounds.getMinX();
    }

    @Test
    void thePointerChoosesALightBoxThatLeafsAsOne() {
        open.robot.clickOn(".ov-layout-button");
        open.robot.clickOn("Grid of panes, light box");
        toggle("Light box");
        toggle("2");
        toggle("1");
        open.robot.clickOn(
                open.onFx(
                        () ->
                                open.robot.lookup(".grid-square").queryAllAs(Node.class).stream()
                                        .skip(11) // the last of the third row
                                        .findFirst()
                                        .orElseThrow()));
        assertEquals("4 × 3", grid().words());
        assertEquals(12, open.onFx(() -> shown().size()));
        write("film");
        List<Double> whole = heights();
        open.robot.type(KeyCode.DOWN); // the keyboard is in the grid
        assertEquals(whole.get(1), heights().getFirst(), 1e-6);
        open.robot.type(KeyCode.UP);
        List<Double> before = heights();
        double step = before.get(0) - before.get(1);
        for (int n = 2; n < 12; n++) {
            assertEquals(step, before.get(n - 1) - before.get(n), 1e-6);
        }
        PaneView second = open.onFx(() -> shown().get(1));
        open.robot.clickOn(second);
        assertEquals(before.get(1), open.onFx(() -> reading().cursor().get().z()), 1e-6);
        open.robot.type(KeyCode.DOWN);
        List<Double> after = heights();
        for (int n = 0; n < 12; n++) {
            assertEquals(before.get(n) - step, after.get(n), 1e-6);
        }
        open.robot.doubleClickOn(second);
        assertEquals(1, open.onFx(() -> shown().size()));
        write("film-enlarged");
        open.robot.type(KeyCode.F);
        openGrid();
        toggle("5");
        write("film-ends");
        toggle("all");
        toggle("Coronal");
        assertEquals(FilmStep.WHOLE, grid().step());
        open.robot.type(KeyCode.ESCAPE);
        write("film-coronal");
    }

    private List<Double> heights() {
        return open.onFx(
                () ->
                        reading().film().panes().stream()
                                .flatMap(pane -> Stream.ofNullable(pane.state().get()))
                                .map(state -> state.plane().center().z())
                                .toList());
    }

    @Test
    void theOtherPlanesShowTheSlicesOfTheLightBoxForAsLongAsItIsThere() {
        openGrid();
        open.robot.type(KeyCode.ENTER);
        assertEquals(List.of(0, 2, 2, 0, 0, 0), lines()); // the cursor's of three has its own
        write("lines");
        open.robot.type(KeyCode.X); // no crosshair
        assertEquals(List.of(0, 0, 0, 0, 0, 0), lines());
        open.robot.type(KeyCode.X);
        openGrid();
        open.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        openGrid();
        toggle("Sagittal");
        open.robot.type(KeyCode.ESCAPE);
        assertTrue(lines().get(0) > 0 && lines().get(1) == 0 && lines().get(2) > 0);
        write("lines-close");
        press(KeyCode.ALT, KeyCode.DIGIT4);
        assertEquals(List.of(0, 0, 0), lines().subList(0, 3));
    }

    /// At how many heights lines of slices begin in each pane.
    private List<Integer> lines() {
        return open.onFx(
                () ->
                        shown().stream()
                                .map(
                                        pane ->
                                                pane.lookupAll(".film-line").stream()
                                                        .filter(Node::isVisible)
                                                        .map(javafx.scene.shape.Path.class::cast)
                                                        .flatMap(
                                                                path -> path.getElements().stream())
                                                        .filter(MoveTo.class::isInstance)
                                                        .map(move -> ((MoveTo) move).getY())
                                                        .distinct()
                                                        .toList()
                                                        .size())
                                .toList());
    }

    @Test
    void eachPaneIsSetToAPlaneTheBodyASliceOrAFurtherSeries() {
        openGrid();
        open.robot.type(KeyCode.ENTER);
        open.robot.clickOn(shown().get(2)); // of the coronal plane
        press(KeyCode.ALT, KeyCode.U);
        assertEquals(Kind.SAGITTAL, grid().cells().get(1).kind());
        assertEquals(Kind.CORONAL, grid().cells().get(2).kind());
        open.run("pane.show.solid");
        assertEquals(Kind.SOLID, grid().cells().get(1).kind());
        write("solid");
        open.beside(1);
        assertEquals(1, grid().cells().get(3).series());
        assertEquals(Layout.FREE, open.onFx(() -> reading().room().layout().get()));
        write("series");
        open.robot.clickOn(
                open.onFx(() -> open.robot.lookup(".column-head .ov-icon").queryAs(Button.class)));
        open.awaitThat("one column", () -> open.program.desk().comparison().columns().size() == 1);
        write("asked-for");
    }

    @Test
    void aGridOfAnotherSizeKeepsWhatPanesShowAndLIsAWayBackToIt() {
        openGrid();
        open.robot.type(KeyCode.ENTER);
        open.robot.clickOn(shown().get(1)); // the last of the first row
        open.run("pane.show.solid");
        PaneGrid set = grid();
        assertEquals(Kind.SOLID, set.cells().get(2).kind());
        openGrid();
        open.robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertEquals(set.cells().subList(0, 4), grid().cells());
        write("smaller");
        press(KeyCode.ALT, KeyCode.DIGIT6);
        open.awaitThat("another layout", () -> reading().room().layout().get() == Layout.SOLID);
        open.robot.interact(() -> shown().getFirst().requestFocus()); // to the body L is a side
        open.robot.type(KeyCode.L);
        open.awaitThat("the grid", () -> reading().room().layout().get() == Layout.FREE);
        openGrid();
        open.robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
        assertEquals(set, grid());
    }

    @Test
    void aProtocolHangsAGrid() {
        open.robot.interact(() -> reading().room().choose(PaneGrid.planes(2, 3, 1)));
        open.run("view.protocols");
        open.robot.interact(
                () -> open.robot.lookup(".ov-protocols .ov-filled").queryAs(Button.class).fire());
        write("protocol");
        open.robot.type(KeyCode.ESCAPE);
        press(KeyCode.ALT, KeyCode.DIGIT1);
        open.robot.interact(() -> reading().room().grid().set(PaneGrid.FIRST));
        open.robot.interact(() -> open.robot.lookup(".list-view").query().requestFocus());
        open.robot.type(KeyCode.ENTER);
        open.awaitThat("the grid", () -> reading().room().layout().get() == Layout.FREE);
        assertEquals(PaneGrid.planes(2, 3, 1), grid());
        assertEquals(Layout.FREE, open.onFx(() -> reading().room().layout().get()));
    }
}
