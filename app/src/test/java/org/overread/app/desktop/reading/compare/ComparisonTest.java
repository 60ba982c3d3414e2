// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

final class ComparisonTest {
    private static final FrameOfReference HERE = new FrameOfReference.Named("1.2.3");
    private static final FrameOfReference ELSEWHERE = new FrameOfReference.Named("1.2.4");

    private final Comparison comparison =
            new Comparison(reading(), new Links(), ComparisonTest::reading);
    private final ReadingModel first = comparison.main();
    private final Column column = comparison.add().orElseThrow();
    private final ReadingModel second = column.reading();

    private static ReadingModel reading() {
        return new ReadingModel(Runnable::run, Runnable::run);
    }

    /// Coarser than the first and elsewhere, as a second series of one examination is.
    private static Volume coarser(FrameOfReference frame, ValueUnit unit) {
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(20, 20, 12),
                        new PatientPoint(-20, -18, -22),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        2,
                        2,
                        4);
        return TestVolumes.of(geometry, unit, v -> v.i()).withFrame(frame);
    }

    private static PaneState state(ReadingModel reading, int pane) {
        return Objects.requireNonNull(reading.panes().get(pane).state().get());
    }

    @BeforeEach
    void show() {
        first.show(TestVolumes.axial().withFrame(HERE), List.of());
    }

    private void showSecond(FrameOfReference frame) {
        second.show(coarser(frame, ValueUnit.HU), List.of());
    }

    @Test
    void inOneFrameTheCursorIsOnePatientPoint() {
        showSecond(HERE);
        assertEquals(LinkState.SAME_FRAME, column.link().get());
        first.jumpTo(new PatientPoint(4, -6, 7));
        assertEquals(new PatientPoint(4, -6, 7), second.cursor().get());
        second.jumpTo(new PatientPoint(-3, 2, 1));
        assertEquals(new PatientPoint(-3, 2, 1), first.cursor().get(), "either way");
    }

    @Test
    void columnsAreOneListThatOutlivesItsListeners() {
        assertSame(comparison.columns(), comparison.columns(), "else the memory is swept of it");
    }

    @Test
    void aColumnComesToWhereTheFirstIsAndTheFirstDoesNotJump() {
        first.jumpTo(new PatientPoint(4, -6, 7));
        first.panes().getFirst().zoomAt(new PanePoint(100, 80), 3);
        PaneState before = state(first, 0);
        showSecond(HERE);
        assertEquals(before, state(first, 0));
        assertEquals(new PatientPoint(4, -6, 7), second.cursor().get());
        assertEquals(before.pixelMm(), state(second, 0).pixelMm(), 1e-9);
    }

    @Test
    void zoomPlaceAndSlabGoTogether() {
        showSecond(HERE);
        second.panes().getFirst().zoomAt(new PanePoint(50, 60), 2.5);
        second.panes().getFirst().slab(new Slab(6, Slab.Mode.MIN));
        PaneState a = state(first, 0);
        PaneState b = state(second, 0);
        assertEquals(b.pixelMm(), a.pixelMm(), 1e-9);
        assertEquals(b.slab(), a.slab());
        // what lies in the middle is the same place in the plane; the slices are each one's own
        assertEquals(b.plane().center().x(), a.plane().center().x(), 1e-9);
        assertEquals(b.plane().center().y(), a.plane().center().y(), 1e-9);
    }

    @Test
    void aPaneOfAnotherSizeKeepsTheMillimetresOfAPixel() {
        showSecond(HERE);
        double before = state(first, 0).pixelMm();
        second.panes().getFirst().resize(300, 700);
        assertEquals(before, state(second, 0).pixelMm(), 1e-9);
        assertEquals(before, state(first, 0).pixelMm(), 1e-9);
    }

    @Test
    void turnedPlanesTurnInBoth() {
        showSecond(HERE);
        first.planes().turn(first.panes().getFirst(), Optional.empty(), 0.3);
        assertEquals(state(first, 1).plane().right(), state(second, 1).plane().right());
        second.planes().straighten();
        assertEquals(new PatientVector(0, 1, 0), state(first, 1).plane().right());
    }

    @Test
    void windowsGoTogetherWhereNumbersMeanTheSame() {
        showSecond(HERE);
        first.tones().chooseWindow(new Window(50, 350));
        assertEquals(new Window(50, 350), second.tones().window());
        second.show(coarser(HERE, ValueUnit.ARBITRARY), List.of());
        Window own = second.tones().window();
        first.tones().chooseWindow(new Window(-600, 1500));
        assertEquals(own, second.tones().window());
    }

    @Test
    void inAnotherFrameEachGoesByItselfUntilAPersonLinksThem() {
        showSecond(ELSEWHERE);
        assertEquals(LinkState.OTHER_FRAME, column.link().get());
        PatientPoint stays = second.cursor().get();
        first.jumpTo(new PatientPoint(0, 0, 9));
        assertEquals(stays, second.cursor().get());
        PaneState a = state(first, 0);
        PaneState b = state(second, 0);
        PatientVector shift = b.plane().center().from(a.plane().center());
        comparison.linkHere(column);
        assertEquals(LinkState.BY_HAND, column.link().get());
        assertEquals(b.plane().center(), state(second, 0).plane().center(), "nothing jumps");
        first.jumpTo(new PatientPoint(1, 2, 5));
        assertEquals(new PatientPoint(1, 2, 5).plus(shift), second.cursor().get());
        second.jumpTo(new PatientPoint(1, 2, 5).plus(shift));
        assertEquals(0, first.cursor().get().distanceTo(new PatientPoint(1, 2, 5)), 1e-9);
    }

    @Test
    void whatWasLinkedByHandIsRememberedWhenTheColumnIsOpenedAgain() {
        showSecond(ELSEWHERE);
        comparison.linkHere(column);
        comparison.remove(column);
        Column again = comparison.add().orElseThrow();
        again.reading().show(coarser(ELSEWHERE, ValueUnit.HU), List.of());
        assertEquals(LinkState.BY_HAND, again.link().get());
        comparison.unlink(again);
        assertEquals(LinkState.OTHER_FRAME, again.link().get());
    }

    @Test
    void aFrameThatNobodyNamesIsNoFrameInCommon() {
        second.show(coarser(new FrameOfReference.Unnamed("a file"), ValueUnit.HU), List.of());
        assertEquals(LinkState.UNNAMED_FRAME, column.link().get());
    }

    @Test
    void letGoAPersonMovesOneAlone() {
        showSecond(HERE);
        comparison.linked().set(false);
        assertEquals(LinkState.APART, column.link().get());
        first.jumpTo(new PatientPoint(4, -6, 7));
        assertNotEquals(first.cursor().get(), second.cursor().get());
    }

    @Test
    void aClosedColumnFollowsNoMoreAndItsLetterIsFree() {
        showSecond(HERE);
        comparison.remove(column);
        first.jumpTo(new PatientPoint(4, -6, 7));
        assertNotEquals(first.cursor().get(), second.cursor().get());
        assertEquals('B', comparison.add().orElseThrow().letter());
    }

    @Test
    void fourColumnsAreEnough() {
        assertTrue(comparison.add().isPresent());
        assertTrue(comparison.add().isPresent());
        assertFalse(comparison.add().isPresent());
    }

    @Test
    void picturesThatLieOnOneAnotherAreCutAlike() {
        second.show(
                TestVolumes.of(
                                TestVolumes.geometry(TestVolumes.Acquisition.OBLIQUE),
                                ValueUnit.HU,
                                v -> v.i())
                        .withFrame(HERE),
                List.of());
        assertNotEquals(state(first, 0).plane().right(), state(second, 0).plane().right());
        comparison.samePlanes().set(true);
        assertEquals(state(first, 0).plane().right(), state(second, 0).plane().right());
        comparison.samePlanes().set(false);
        assertNotEquals(state(first, 0).plane().right(), state(second, 0).plane().right());
    }
}
