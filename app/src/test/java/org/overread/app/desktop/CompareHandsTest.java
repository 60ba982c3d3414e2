// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.app.desktop.OpenComparison.FOLLOW_UP;
import static org.overread.app.desktop.OpenComparison.MR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.compare.LinkState;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;
import org.overread.segmentation.finding.Finding;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

/// What a hand does while several examinations stand side by side: measure in any of them, carry rows onto them.
@RequiresDisplay
final class CompareHandsTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenComparison compared;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Comparison comparison;

    @BeforeAll
    static void write() throws IOException {
        CoarseSample.writeAll(study, Runnable::run);
    }

    @BeforeEach
    void begin() throws TimeoutException {
        compared = new OpenComparison(home, study);
        open = compared.open;
        comparison = compared.comparison;
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private PaneView pane(Column column) {
        return compared.pane(column);
    }

    private Column first() {
        return compared.first();
    }

    private Point2D at(Column column, double x, double y) {
        PaneView pane = pane(column);
        return open.onFx(() -> pane.localToScreen(pane.getWidth() * x, pane.getHeight() * y));
    }

    private void drag(Point2D from, Point2D to) {
        open.robot.moveTo(from);
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveTo(from.midpoint(to));
        open.robot.moveTo(to);
        open.robot.release(MouseButton.PRIMARY);
    }

    private List<Finding> findings() {
        return open.onFx(() -> open.program.findings().findings().get());
    }

    private Volume volume(Column column) {
        return open.onFx(() -> Objects.requireNonNull(column.reading().volume()));
    }

    @Test
    void eachColumnIsMeasuredAndItsFindingsStandInTheListWithItsLetter() {
        Column second = open.beside(MR);
        Column third = open.beside(FOLLOW_UP);
        open.robot.moveTo(at(second, 0.5, 0.5)).clickOn(MouseButton.PRIMARY);
        open.robot.type(KeyCode.D);
        drag(at(second, 0.4, 0.4), at(second, 0.6, 0.4));
        open.awaitThat("a length", () -> findings().size() == 1);
        drag(at(third, 0.4, 0.6), at(third, 0.6, 0.6));
        open.awaitThat("another length", () -> findings().size() == 2);
        drag(at(first(), 0.4, 0.5), at(first(), 0.6, 0.5));
        open.awaitThat("a third length", () -> findings().size() == 3);
        assertEquals(
                List.of(volume(first()).id(), volume(second).id(), volume(third).id()),
                findings().stream().map(Finding::volumeId).toList());
        assertEquals(
                volume(third).frame(), findings().getLast().frame(), "in its frame of reference");
        open.awaitThat(
                "letters",
                () -> open.words(".ov-findings .ov-column-letter").equals(List.of("A", "B", "C")));
        assertEquals(
                List.of("A", "B", "C"),
                open.words(".ov-studies .ov-column-letter"),
                "rows say where they stand");
        compared.screens.write("measured");

        // the last that was done is taken back, wherever that was
        open.robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        open.awaitThat("two", () -> findings().size() == 2);
        assertTrue(findings().stream().noneMatch(f -> f.volumeId().equals(volume(first()).id())));

        // closing a column hides its findings; opening it again brings them back
        open.run("compare.close");
        open.awaitThat("one", () -> findings().size() == 1);
        assertEquals(List.of("A", "B"), open.words(".ov-studies .ov-column-letter"));
        assertEquals(volume(second).id(), findings().getFirst().volumeId());
        open.beside(FOLLOW_UP);
        open.awaitThat("two again", () -> findings().size() == 2);
    }

    @Test
    void theListLeadsToAFindingInItsOwnColumn() {
        Column second = open.beside(FOLLOW_UP);
        open.robot.moveTo(at(second, 0.5, 0.5)).clickOn(MouseButton.PRIMARY);
        open.robot.type(KeyCode.D);
        drag(at(second, 0.4, 0.4), at(second, 0.6, 0.4));
        open.awaitThat("a length", () -> findings().size() == 1);
        PatientPoint middle = findings().getFirst().shape().orElseThrow().middle();
        open.robot.type(KeyCode.ESCAPE);
        open.robot.interact(
                () -> {
                    second.reading().jumpTo(new PatientPoint(0, 0, -90));
                    comparison.main().jumpTo(new PatientPoint(0, 0, -60));
                });
        open.robot.clickOn("Length 1");
        open.awaitThat("the jump", () -> second.reading().cursor().get().distanceTo(middle) < 1e-6);
        assertEquals(
                new PatientPoint(0, 0, -60),
                open.onFx(() -> comparison.main().cursor().get()),
                "the other is of another frame and stays");
    }

    @Test
    void aMeasureDoesNotLeaveTheVolumeThatItWasBegunOn() {
        Column second = open.beside(MR);
        open.robot.moveTo(at(first(), 0.5, 0.5)).clickOn(MouseButton.PRIMARY);
        open.robot.type(KeyCode.D);
        open.robot.moveTo(at(first(), 0.4, 0.4)).clickOn(MouseButton.PRIMARY);
        open.robot.moveTo(at(second, 0.5, 0.6)).clickOn(MouseButton.PRIMARY);
        assertTrue(findings().isEmpty(), "its second end is not in another volume");
        open.robot.moveTo(at(first(), 0.5, 0.4)).clickOn(MouseButton.PRIMARY);
        open.awaitThat("a length", () -> findings().size() == 1);
        assertEquals(volume(first()).id(), findings().getFirst().volumeId());
    }

    /// Carries a row by its name to a place over the panes, 0 to 1 across.
    private void carry(String series, double across) {
        open.robot.moveTo(series);
        open.robot.press(MouseButton.PRIMARY);
        open.robot.moveBy(6, 6);
        open.robot.moveBy(6, 6);
        var area = open.program.desk().area();
        Point2D from = open.onFx(() -> area.localToScreen(area.getWidth() / 2, 200));
        open.robot.moveTo(from);
        open.robot.moveBy(4, 4);
        open.robot.moveTo(
                open.onFx(
                        () -> area.localToScreen(area.getWidth() * across, area.getHeight() / 2)));
        open.robot.moveBy(3, 3);
        open.awaitThat(
                "places to drop", () -> open.robot.lookup(".drop-places").query().isVisible());
        compared.screens.write("carried");
        open.robot.release(MouseButton.PRIMARY);
    }

    private String title(int series) {
        String id = open.row(series);
        return open.onFx(() -> open.program.desk().volume(id).orElseThrow().title());
    }

    @Test
    void aRowIsCarriedBesideAndThenIntoAColumn() {
        carry(title(MR), 0.5);
        Column second = open.awaitColumn();
        assertEquals(open.row(MR), volume(second).id());
        // now there are four places: A, B, beside, over
        carry(title(FOLLOW_UP), 0.37);
        open.awaitThat(
                "the follow-up in B",
                () ->
                        second.reading().volume() != null
                                && volume(second).id().equals(open.row(FOLLOW_UP)));
        assertEquals(2, open.onFx(() -> comparison.columns().size()));
        assertFalse(volume(first()).id().equals(open.row(FOLLOW_UP)));
        assertEquals(LinkState.OTHER_FRAME, open.onFx(() -> second.link().get()));
    }

    @Test
    void aRowOfAnotherFrameThatIsCarriedOverThePictureIsRefusedWithTheWayOut() {
        carry(title(FOLLOW_UP), 0.85);
        open.awaitThat("a notice", () -> !open.notices.showing().isEmpty());
        String said = open.onFx(() -> open.notices.showing().getFirst().toString());
        assertTrue(said.contains("frame of reference"), said);
        assertTrue(said.contains("Shift+K"), said);
        assertTrue(open.onFx(() -> comparison.main().overlays().get().isEmpty()));
        assertEquals(1, open.onFx(() -> comparison.columns().size()));
    }

    @Test
    void tagsAndFactsAreThoseOfTheColumnThatHasTheKeyboard() {
        Column second = open.beside(MR);
        String mr = "Tags of " + title(MR);
        open.robot.interact(() -> pane(second).requestFocus());
        open.run("series.tags");
        open.awaitThat("the tags of B", () -> open.robot.lookup(mr).tryQuery().isPresent());
        open.robot.type(KeyCode.ESCAPE);
        open.robot.interact(() -> pane(first()).requestFocus());
        open.run("series.tags");
        open.awaitThat(
                "the tags of A",
                () -> open.robot.lookup("Tags of " + title(0)).tryQuery().isPresent());
        open.robot.type(KeyCode.ESCAPE);
        open.awaitThat("no sheet", () -> open.robot.lookup(mr).tryQuery().isEmpty());
        open.robot.clickOn(pane(second).lookup(".pane-facts"));
        assertEquals(second.reading(), open.onFx(() -> comparison.focused().get()));
    }

    @Test
    void aColumnThatFailedOpensItsOwnSeriesAgain() throws IOException {
        Path moving = home.resolve("moving");
        CoarseSample.writeAll(moving, Runnable::run);
        open.open(moving);
        open.awaitThat(
                "the moving study",
                () -> {
                    var source = open.program.desk().volume(open.row(0));
                    return source.isPresent()
                            && source.get().files().getFirst().path().startsWith(moving);
                });
        open.awaitPictures();
        Volume before = volume(first());
        String id = open.row(FOLLOW_UP);
        Path away = home.resolve("away");
        Files.move(moving, away);
        assertTrue(open.onFx(() -> open.program.desk().openBeside(id)));
        Column second = open.onFx(() -> comparison.columns().getLast());
        open.awaitThat(
                "a failure", () -> second.reading().content().get() instanceof Content.Failed);
        Files.move(away, moving);
        open.robot.clickOn("Try again");
        open.awaitThat(
                "the follow-up", () -> second.reading().content().get() instanceof Content.Ready);
        assertEquals(id, volume(second).id());
        assertSame(before, volume(first()), "the first stays");
    }
}
