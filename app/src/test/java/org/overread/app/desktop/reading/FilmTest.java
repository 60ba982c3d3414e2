// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.app.desktop.reading.PaneGrid.Cell;
import org.overread.app.desktop.reading.PaneGrid.Kind;
import org.overread.viewer.volume.PatientPoint;

/// Twenty axial slices, 2 mm apart from z = -19 mm at the feet to 19 mm at the head; leafing goes towards the feet.
class FilmTest {
    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    private final Film film = reading.film();

    @BeforeEach
    void open() {
        reading.show(TestVolumes.axial(), List.of());
    }

    private List<Double> heights() {
        return film.panes().stream().map(pane -> shown(pane).plane().center().z()).toList();
    }

    private static PaneState shown(PaneModel pane) {
        return Objects.requireNonNull(pane.state().get());
    }

    private int marked() {
        List<Boolean> all = film.panes().stream().map(PaneModel::showsCursor).toList();
        assertEquals(1, all.stream().filter(shown -> shown).count());
        return all.indexOf(true);
    }

    @Test
    void showsSlicesFromHeadToFeetAtTheChosenStepWithTheCursorsAmongThem() {
        reading.jumpTo(new PatientPoint(0, 0, 1));
        film.show(6, FilmStep.TWO, ViewPlane.AXIAL);
        assertEquals(List.of(13.0, 9.0, 5.0, 1.0, -3.0, -7.0), heights());
        assertEquals(3, marked());
    }

    @Test
    void leafsAllPanesByASliceAndByWhatTheyShowAndTheCursorStaysInItsPane() {
        reading.jumpTo(new PatientPoint(0, 0, 11));
        film.show(4, FilmStep.ONE, ViewPlane.AXIAL);
        assertEquals(List.of(15.0, 13.0, 11.0, 9.0), heights());
        film.panes().getFirst().leaf(1);
        assertEquals(List.of(13.0, 11.0, 9.0, 7.0), heights());
        assertEquals(9, reading.cursor().get().z(), 1e-9);
        film.panes().getLast().page(1);
        assertEquals(List.of(5.0, 3.0, 1.0, -1.0), heights());
        assertEquals(1, reading.cursor().get().z(), 1e-9);
        film.panes().getFirst().toLast();
        assertEquals(List.of(-13.0, -15.0, -17.0, -19.0), heights());
        assertEquals(3, marked());
    }

    @Test
    void followsACursorThatIsMovedElsewhereByAsLittleAsShowsItsSlice() {
        reading.jumpTo(new PatientPoint(0, 0, 11));
        film.show(4, FilmStep.ONE, ViewPlane.AXIAL);
        reading.jumpTo(new PatientPoint(5, 5, 9));
        assertEquals(List.of(15.0, 13.0, 11.0, 9.0), heights());
        assertEquals(3, marked());
        reading.jumpTo(new PatientPoint(5, 5, 3));
        assertEquals(List.of(9.0, 7.0, 5.0, 3.0), heights());
    }

    @Test
    void aPointOfAPaneIsOnItsSliceAndMovesNoPane() {
        film.show(4, FilmStep.FIVE, ViewPlane.AXIAL);
        List<Double> before = heights();
        PaneModel second = film.panes().get(1);
        second.resize(200, 200);
        second.pointAt(new PanePoint(90, 120));
        assertEquals(before.get(1), reading.cursor().get().z(), 1e-9);
        assertEquals(before, heights());
        assertEquals(1, marked());
    }

    @Test
    void theSliderOfAPaneBringsASliceIntoThatPane() {
        film.show(4, FilmStep.ONE, ViewPlane.AXIAL);
        film.panes().get(1).toSlice(3); // the fourth from the feet
        assertEquals(List.of(-11.0, -13.0, -15.0, -17.0), heights());
        assertEquals(-13, reading.cursor().get().z(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 16})
    void theWholeSeriesIsTheMiddlesOfEqualParts(int panes) {
        reading.jumpTo(new PatientPoint(0, 0, 19 - 2 * (int) (10.0 / panes)));
        film.show(panes, FilmStep.WHOLE, ViewPlane.AXIAL);
        for (int n = 0; n < panes; n++) {
            int slice = (int) Math.floor((n + 0.5) * 20 / panes);
            assertEquals(19 - 2 * slice, heights().get(n), 1e-9);
        }
    }

    @Test
    void panesBeyondTheLastSliceAreEmptyAndTheCursorsSliceIsStillShown() {
        film.show(6, FilmStep.TEN, ViewPlane.AXIAL);
        assertNotNull(film.panes().get(1).state().get());
        assertNull(film.panes().get(2).state().get());
        reading.jumpTo(new PatientPoint(0, 0, 7));
        assertEquals(7, shown(film.panes().get(marked())).plane().center().z(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void everySliceOfTheCursorIsShown(FilmStep step) {
        film.show(6, step, ViewPlane.AXIAL);
        for (int z = -19; z <= 19; z += 2) {
            reading.jumpTo(new PatientPoint(0, 0, z));
            assertEquals(z, shown(film.panes().get(marked())).plane().center().z(), 1e-9);
        }
    }

    @Test
    void zoomAndPlaceAreThoseOfAllPanes() {
        film.show(3, FilmStep.ONE, ViewPlane.AXIAL);
        film.panes().forEach(pane -> pane.resize(200, 200));
        film.panes().get(1).zoom(2);
        film.panes().get(1).pan(10, -4);
        PaneState one = shown(film.panes().get(1));
        for (PaneModel pane : film.panes()) {
            assertEquals(2, shown(pane).zoom());
            assertEquals(one.plane().center().x(), shown(pane).plane().center().x(), 1e-9);
            assertEquals(one.plane().center().y(), shown(pane).plane().center().y(), 1e-9);
        }
    }

    @Test
    void whatIsTakenAwayShowsNothing() {
        film.show(3, FilmStep.ONE, ViewPlane.AXIAL);
        PaneModel last = film.panes().getLast();
        film.show(2, FilmStep.ONE, ViewPlane.AXIAL);
        assertNull(last.state().get());
    }

    @Test
    void itsSlicesCutTheOtherPlanesWhereTheyLieAndNoLongerThanItIsThere() {
        PaneModel coronal = reading.panes().get(2);
        coronal.resize(300, 200);
        reading.jumpTo(new PatientPoint(4, 0, 1));
        assertEquals(List.of(), FilmCut.in(coronal));
        film.show(6, FilmStep.TWO, ViewPlane.AXIAL);
        List<FilmCut> cuts = FilmCut.in(coronal);
        double pixelMm = 40.0 / 200 / 0.94; // 20 slices of 2 mm in the height of the pane
        for (int n = 0; n < 6; n++) {
            double z = 13 - 4 * n;
            FilmCut cut = cuts.get(n);
            assertEquals(100 - z / pixelMm, cut.line().nearest().y(), 1e-9);
            assertEquals(1, Math.abs(cut.line().dx()), 1e-9);
            assertEquals((z + 19) / 2 + 1, cut.number());
            assertEquals(n == 3, cut.isAtCursor());
        }
        assertEquals(List.of(), FilmCut.in(reading.panes().getFirst())); // is parallel
        assertEquals(List.of(), FilmCut.in(film.panes().getFirst()));
        film.show(0, FilmStep.TWO, ViewPlane.AXIAL);
        assertEquals(List.of(), FilmCut.in(coronal));
    }

    @Test
    void theThreePlanesComeFirstThenFurtherSeriesThenSlices() {
        assertEquals(
                List.of(
                        new Cell(0, Kind.AXIAL),
                        new Cell(0, Kind.CORONAL),
                        new Cell(0, Kind.SAGITTAL),
                        new Cell(1, Kind.AXIAL),
                        new Cell(0, Kind.FILM),
                        new Cell(0, Kind.FILM)),
                PaneGrid.planes(3, 2, 2).cells());
    }

    @Test
    void whatHasOnePlaceChangesPlacesAndWhatIsKeptIsReadAgain() {
        PaneGrid grid = PaneGrid.planes(3, 2, 1).with(4, new Cell(0, Kind.CORONAL));
        assertEquals(new Cell(0, Kind.FILM), grid.cells().get(1));
        assertEquals(new Cell(0, Kind.CORONAL), grid.cells().get(4));
        assertEquals(Optional.of(grid), PaneGrid.parse(grid.code()));
        String twice = "2x1 ONE AXIAL 0:AXIAL,0:AXIAL";
        for (String code : List.of("", "5x1 ONE AXIAL 0:FILM", "2x1 ONE AXIAL 0:FILM", twice)) {
            assertEquals(Optional.empty(), PaneGrid.parse(code));
        }
    }

    @Test
    void panesThatStayShowWhatTheyDidAndThoseThatComeAgainToo() {
        var solid = new Cell(0, Kind.SOLID);
        PaneGrid set = PaneGrid.planes(4, 3, 1).with(1, solid).with(7, new Cell(2, Kind.CORONAL));
        PaneGrid small = set.resized(2, 2, 1);
        assertEquals(set.cells().subList(0, 4), small.cells());
        assertEquals(Optional.of(small), PaneGrid.parse(small.code()));
        assertEquals(set, small.resized(1, 1, 1).resized(4, 3, 1));
        assertEquals(set.cells(), small.resized(4, 4, 1).cells().subList(0, 12));
        PaneGrid asked = small.with(3, new Cell(2, Kind.CORONAL)); // comes from a pane that is gone
        assertEquals(new Cell(0, Kind.FILM), asked.resized(4, 3, 1).cells().get(7));
    }

    @Test
    void panesThatAreAddedShowWhatIsMissingThenSlices() {
        PaneGrid one = PaneGrid.planes(1, 1, 2);
        assertEquals(PaneGrid.planes(3, 2, 2), one.resized(3, 2, 2));
        PaneGrid box = PaneGrid.film(2, 1, FilmStep.FIVE, ViewPlane.CORONAL);
        assertEquals(PaneGrid.film(4, 4, FilmStep.FIVE, ViewPlane.CORONAL), box.resized(4, 4, 2));
    }

    @Test
    void layoutsInTurnReachTheGridOnceOneWasChosen() {
        assertEquals(6, turns());
        reading.room().choose(PaneGrid.FIRST);
        reading.room().choose(Layout.SINGLE);
        assertEquals(7, turns());
    }

    /// How many layouts follow one another until the first is there again.
    private int turns() {
        reading.room().choose(Layout.SINGLE);
        int count = 0;
        do {
            reading.room().chooseNext();
            count++;
        } while (reading.room().layout().get() != Layout.SINGLE);
        return count;
    }
}
