// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.VoxelValue;
import org.overread.viewer.work.Progress;

class ReadingModelTest {
    private static final double MM = 1e-9;

    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);

    private static Volume volume(Acquisition acquisition) {
        return TestVolumes.of(
                TestVolumes.geometry(acquisition),
                ValueUnit.HU,
                v -> v.i() + 30 * v.j() + 1000 * v.k());
    }

    private static void assertNear(PatientPoint expected, PatientPoint actual, double mm) {
        assertTrue(expected.distanceTo(actual) <= mm, () -> expected + " but was " + actual);
    }

    private PaneState state(int pane) {
        return Objects.requireNonNull(reading.panes().get(pane).state().get());
    }

    @ParameterizedTest
    @EnumSource
    void aPointOfThePaneIsThePatientPointThatThePlaneSays(Acquisition acquisition) {
        reading.show(volume(acquisition), List.of());
        for (PaneModel pane : reading.panes()) {
            pane.resize(640, 480);
            PaneState state = Objects.requireNonNull(pane.state().get());
            // 100 pixels right of and 60 above the middle of the pane, straight from the plane's
            // own words
            PatientPoint expected =
                    state.plane()
                            .center()
                            .plus(state.plane().right().times(100 * state.pixelMm()))
                            .plus(state.plane().down().times(-60 * state.pixelMm()));
            pane.pointAt(new PanePoint(420, 180));
            assertNear(expected, reading.cursor().get(), MM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMiddlePixelOfThePictureShowsWhatItsPatientPointSays(Acquisition acquisition) {
        reading.show(volume(acquisition), List.of());
        PaneModel pane = reading.panes().getFirst();
        pane.resize(333, 257);
        PaneState state = Objects.requireNonNull(pane.state().get());
        var scene = state.scene(192 * 2, 160 * 2, 1 / 1.5); // a screen at 150 %
        for (int column : new int[] {0, 17, 300}) {
            var middle = new PanePoint((column + 0.5) / 1.5, (41 + 0.5) / 1.5);
            assertNear(
                    state.toPatient(middle),
                    scene.raster().toPatient(scene.plane(), column, 41),
                    MM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPatientPointFindsItsWayThroughThePaneAndBack(Acquisition acquisition) {
        reading.show(volume(acquisition), List.of());
        VolumeGeometry geometry = TestVolumes.geometry(acquisition);
        PatientPoint point = geometry.toPatient(new VoxelPoint(5, 4, 3));
        reading.jumpTo(point);
        for (int n = 0; n < 4; n++) {
            PaneState state = state(n);
            PatientPoint shown = state.toPatient(state.toPane(point));
            PatientVector off = shown.from(point);
            assertEquals(0, off.dot(state.plane().right()), MM);
            assertEquals(0, off.dot(state.plane().down()), MM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePaneShowsTheAcquiredSliceAndStepsThroughAllOfThem(Acquisition acquisition) {
        reading.show(volume(acquisition), List.of());
        VolumeGeometry geometry = TestVolumes.geometry(acquisition);
        PaneModel acquired =
                reading.panes().stream()
                        .filter(
                                pane ->
                                        Math.abs(
                                                        Objects.requireNonNull(pane.state().get())
                                                                .plane()
                                                                .normal()
                                                                .dot(geometry.normal()))
                                                > 0.999999)
                        .findFirst()
                        .orElseThrow();
        acquired.toSlice(0);
        for (int k = 0; k < geometry.size().k(); k++) {
            PatientPoint center = Objects.requireNonNull(acquired.state().get()).plane().center();
            assertEquals(k, geometry.sliceIndexAt(center), 1e-9);
            acquired.step(1);
        }
        acquired.step(1); // there is nothing beyond the last
        assertEquals(15, geometry.sliceIndexAt(reading.cursor().get()), 1e-9);
    }

    @Test
    void panesAcrossTheSlicesStepByColumnsAndRows() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        VolumeGeometry geometry = TestVolumes.geometry(Acquisition.AXIAL);
        reading.panes().get(1).toSlice(7);
        reading.panes().get(2).toSlice(9);
        VoxelPoint voxel = geometry.toVoxel(reading.cursor().get());
        assertEquals(7, voxel.i(), 1e-9);
        assertEquals(9, voxel.j(), 1e-9);
    }

    @Test
    void panesSnapToTheAcquiredSliceWhileTheCursorStaysWhereItWasPut() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        VolumeGeometry geometry = TestVolumes.geometry(Acquisition.AXIAL);
        PatientPoint between = geometry.toPatient(new VoxelPoint(5.3, 6.4, 7.45));
        reading.jumpTo(between);
        assertNear(between, reading.cursor().get(), 0);
        assertEquals(7, geometry.sliceIndexAt(state(0).plane().center()), 1e-9);
        assertEquals(5, geometry.toVoxel(state(1).plane().center()).i(), 1e-9);
        assertEquals(6, geometry.toVoxel(state(2).plane().center()).j(), 1e-9);
    }

    @Test
    void leafingForwardsGoesToTheFeetTheBackAndTheLeft() {
        for (Acquisition acquisition : List.of(Acquisition.AXIAL, Acquisition.CORONAL)) {
            reading.show(volume(acquisition), List.of());
            PatientPoint start = reading.cursor().get();
            reading.panes().get(0).leaf(1);
            assertTrue(reading.cursor().get().z() < start.z());
            reading.panes().get(1).leaf(1);
            assertTrue(reading.cursor().get().x() > start.x());
            reading.panes().get(2).leaf(1);
            assertTrue(reading.cursor().get().y() > start.y());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPaneIsMirrored(Acquisition acquisition) {
        reading.show(volume(acquisition), List.of());
        // across x along is the direction into the screen: from the feet, from the left, from the
        // front
        assertTrue(state(0).plane().normal().dot(PatientVector.HEAD) > 0.7);
        assertTrue(state(1).plane().normal().dot(PatientVector.LEFT) < -0.7);
        assertTrue(state(2).plane().normal().dot(PatientVector.POSTERIOR) > 0.7);
        assertTrue(state(0).plane().right().dot(PatientVector.LEFT) > 0.7);
        assertTrue(state(1).plane().down().dot(PatientVector.HEAD) < -0.7);
        assertTrue(state(2).plane().right().dot(PatientVector.LEFT) > 0.7);
    }

    @Test
    void alongThePatientTheObliqueScanIsCutStraight() {
        reading.show(volume(Acquisition.OBLIQUE), List.of());
        reading.planes().alignment().set(PlaneAlignment.PATIENT);
        assertEquals(PatientVector.LEFT, state(0).plane().right());
        assertEquals(PatientVector.POSTERIOR, state(0).plane().down());
        assertNear(
                reading.cursor().get(),
                state(0).toPatient(state(0).toPane(reading.cursor().get())),
                MM);
    }

    @Test
    void zoomingKeepsWhatLiesUnderThePointer() {
        reading.show(volume(Acquisition.OBLIQUE), List.of());
        PaneModel pane = reading.panes().getFirst();
        var pointer = new PanePoint(100, 50);
        PatientPoint under = state(0).toPatient(pointer);
        double before = state(0).pixelMm();
        pane.zoomAt(pointer, 3);
        assertEquals(before / 3, state(0).pixelMm(), 1e-12);
        assertNear(under, state(0).toPatient(pointer), MM);
    }

    @Test
    void panningMovesThePictureWithTheHand() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        PatientPoint under = state(0).toPatient(new PanePoint(100, 50));
        reading.panes().getFirst().pan(30, -20);
        assertNear(under, state(0).toPatient(new PanePoint(130, 30)), MM);
    }

    @Test
    void aZoomedPaneFollowsACursorThatLeavesIt() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        reading.panes().get(2).zoom(20);
        PatientPoint far =
                TestVolumes.geometry(Acquisition.AXIAL).toPatient(new VoxelPoint(1, 1, 1));
        reading.jumpTo(far);
        PanePoint at = state(2).toPane(far);
        assertTrue(at.x() >= 0 && at.x() <= 512 && at.y() >= 0 && at.y() <= 512, at::toString);
    }

    @Test
    void theWholeVolumeFitsIntoThePaneWhateverItsSize() {
        reading.show(TestVolumes.axial(), List.of());
        PaneModel pane = reading.panes().get(0);
        for (double width : new double[] {200, 1000}) {
            pane.resize(width, 300);
            PanePoint corner = state(0).toPane(new PatientPoint(-20, -15, 0));
            assertTrue(corner.x() > 0 && corner.y() > 0, corner::toString);
        }
    }

    @Test
    void thePointerReadsTheVoxelWhoseCellItIsIn() {
        reading.show(volume(Acquisition.OBLIQUE), List.of());
        VolumeGeometry geometry = TestVolumes.geometry(Acquisition.OBLIQUE);
        reading.pointer().moveTo(geometry.toPatient(new VoxelPoint(5.4, 6.6, 7)));
        PointerReading read = Objects.requireNonNull(reading.pointer().under().get());
        assertEquals(
                Optional.of(new VoxelValue.Measured(5 + 30 * 7 + 1000 * 7, ValueUnit.HU)),
                read.value());
        assertEquals(5.4, read.voxel().i(), 1e-9);
        reading.pointer().moveTo(geometry.toPatient(new VoxelPoint(-0.6, 6, 7)));
        read = Objects.requireNonNull(reading.pointer().under().get());
        assertEquals(Optional.empty(), read.value());
        reading.pointer().leave();
        assertNull(reading.pointer().under().get());
    }

    @Test
    void numberKeysChooseWindows() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        assertEquals(new Window(40, 400), reading.tones().window());
        reading.tones().choosePreset(1);
        assertEquals(new Window(-600, 1500), reading.tones().window());
        reading.tones().choosePreset(99);
        assertEquals(new Window(-600, 1500), reading.tones().window());
    }

    @Test
    void theWindowOfTheFileComesFirst() {
        reading.show(
                volume(Acquisition.AXIAL),
                List.of(new Preset("Contrast", new ToneCurve.LinearExact(new Window(111, 222)))));
        assertEquals(new Window(111, 222), reading.tones().window());
        reading.tones().choosePreset(1);
        assertEquals(new Window(40, 400), reading.tones().window());
    }

    @Test
    void withoutAUnitTheValuesSayTheWindow() {
        VolumeGeometry geometry = TestVolumes.geometry(Acquisition.AXIAL);
        // 480 values from 0 to 479 in each slice, all equally often
        reading.show(
                TestVolumes.of(geometry, ValueUnit.ARBITRARY, v -> v.i() + 24 * v.j()), List.of());
        assertEquals(5, reading.tones().window().low(), 1.5);
        assertEquals(474, reading.tones().window().high(), 1.5);
    }

    @Test
    void aProposedWindowThatComesTooLateIsDropped() {
        var later = new ArrayDeque<Runnable>();
        var slow = new ReadingModel(later::add, Runnable::run);
        VolumeGeometry geometry = TestVolumes.geometry(Acquisition.AXIAL);
        slow.show(TestVolumes.of(geometry, ValueUnit.ARBITRARY, _ -> 7), List.of());
        slow.show(volume(Acquisition.AXIAL), List.of());
        later.forEach(Runnable::run);
        assertEquals(new Window(40, 400), slow.tones().window());
    }

    @Test
    void draggingTheWindowGoesByItsOwnWidth() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        reading.tones().chooseWindow(new Window(100, 200));
        reading.tones().drag(Math.log(2), 0);
        assertEquals(400, reading.tones().window().width(), 1e-9);
        reading.tones().drag(0, 0.25); // brighter: the centre goes down
        assertEquals(0, reading.tones().window().center(), 1e-9);
    }

    @Test
    void eachSliceThatArrivesIsANewState() {
        reading.showWhileLoading(volume(Acquisition.AXIAL), List.of());
        PaneState before = state(0);
        reading.slicesArrived(new Progress(1, 16), new ArrivedSlices(8, 8));
        assertTrue(!before.equals(state(0)));
        assertInstanceOf(Content.Loading.class, reading.content().get());
        reading.completed();
        assertInstanceOf(Content.Ready.class, reading.content().get());
    }

    @Test
    void sliceThatIsMissingYetHasNoValue() {
        Volume volume = volume(Acquisition.AXIAL);
        reading.showWhileLoading(volume, List.of());
        reading.slicesArrived(new Progress(2, 16), new ArrivedSlices(7, 8));
        for (int k : new int[] {6, 7, 8, 9}) {
            reading.pointer().moveTo(volume.geometry().toPatient(new VoxelPoint(3, 4, k)));
            var value = Objects.requireNonNull(reading.pointer().under().get()).value();
            assertEquals(k == 7 || k == 8, value.isPresent(), "slice " + k);
        }
    }

    @Test
    void loadingThatIsGivenUpShowsNothingAndNamesIt() {
        Volume volume = volume(Acquisition.AXIAL);
        reading.showWhileLoading(volume, List.of());
        reading.slicesArrived(new Progress(2, 16), new ArrivedSlices(7, 8));
        reading.stop();
        assertEquals(new Content.Stopped(volume.title()), reading.content().get());
        assertNull(state0OrNull());
    }

    private @Nullable PaneState state0OrNull() {
        return reading.panes().getFirst().state().get();
    }

    @Test
    void whatFailedIsSaidAndShowsNothing() {
        reading.show(volume(Acquisition.AXIAL), List.of());
        reading.fail("The series has no pixels.", "Choose another series.");
        assertNull(reading.panes().getFirst().state().get());
        assertInstanceOf(Content.Failed.class, reading.content().get());
    }
}
