// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

@RequiresDisplay
final class ReadingAreaTest {
    private static final int AXIAL = 0;
    private static final int SAGITTAL = 1;
    private static final int CORONAL = 2;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(1280, 720);
        stage.show(TestVolumes.axial());
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    /// The centre of a voxel of the volume, by its own formula.
    private static PatientPoint patient(int i, int j, int k) {
        return new PatientPoint(i - 19.5, j - 14.5, 2 * k - 19);
    }

    private void click(int pane, PanePoint point, MouseButton button) {
        stage.robot.moveTo(stage.onScreen(pane, point));
        stage.robot.clickOn(button);
        stage.settle();
    }

    private Line line(int pane, String plane) {
        return (Line) stage.pane(pane).lookup(".cross-line." + plane);
    }

    @Test
    void aClickInTheAxialPaneMovesTheLinesOfTheOthers() {
        // the axial pane fits 40 mm into its height or width, with the origin in its middle
        PanePoint there = stage.state(AXIAL).toPane(patient(9, 22, 10));
        click(AXIAL, there, MouseButton.PRIMARY);
        var voxel = TestVolumes.axial().geometry().toVoxel(stage.reading.cursor().get());
        assertEquals(9, voxel.i(), 0.1);
        assertEquals(22, voxel.j(), 0.1);
        double width = stage.pane(CORONAL).getWidth();
        double height = stage.pane(CORONAL).getHeight();
        double pixelMm = Math.max(40 / width, 40 / height) / 0.94;
        double expected = width / 2 + (9 - 19.5) / pixelMm;
        assertEquals(expected, line(CORONAL, "plane-sagittal").getStartX(), 0.75);
        width = stage.pane(SAGITTAL).getWidth();
        height = stage.pane(SAGITTAL).getHeight();
        pixelMm = Math.max(30 / width, 40 / height) / 0.94;
        expected = width / 2 + (22 - 14.5) / pixelMm;
        assertEquals(expected, line(SAGITTAL, "plane-coronal").getStartX(), 0.75);
    }

    @Test
    void theLinesLeaveAGapAtTheCursor() {
        PanePoint cursor = stage.state(AXIAL).toPane(stage.reading.cursor().get());
        for (var node : stage.pane(AXIAL).lookupAll(".cross-line")) {
            var line = (Line) node;
            boolean far =
                    !line.isVisible()
                            || Math.hypot(line.getEndX() - cursor.x(), line.getEndY() - cursor.y())
                                    > 10;
            assertTrue(far, line::toString);
        }
    }

    @Test
    void voxelsHaveTheirExactGreyOnTheScreen() {
        stage.robot.interact(
                () -> {
                    stage.reading.tones().chooseWindow(new Window(127.5, 255)); // grey = value
                    stage.reading.interpolation().set(Interpolation.NEAREST);
                    stage.reading.writing().crosshair().set(false);
                    stage.reading.writing().cornerText().set(CornerText.NONE);
                    stage.reading.jumpTo(patient(20, 11, 6));
                });
        WritableImage picture = stage.picture();
        for (int n = 3; n < 30; n += 4) {
            assertGrey(5 * n + 11 + 6, picture, AXIAL, patient(n, 11, 6));
            assertGrey(5 * 20 + n + 6, picture, AXIAL, patient(20, n, 6));
            assertGrey(5 * n + 11 + n / 2, picture, CORONAL, patient(n, 11, n / 2));
            assertGrey(5 * 20 + n + n / 2, picture, SAGITTAL, patient(20, n, n / 2));
        }
        stage.robot.interact(() -> stage.reading.tones().invert());
        assertGrey(255 - (5 * 8 + 9 + 6), stage.picture(), AXIAL, patient(8, 9, 6));
    }

    private void assertGrey(int grey, WritableImage picture, int pane, PatientPoint at) {
        Bounds bounds = stage.inPicture(pane);
        PanePoint point = stage.state(pane).toPane(at);
        int x = (int) (bounds.getMinX() + point.x() * stage.scale());
        int y = (int) (bounds.getMinY() + point.y() * stage.scale());
        int expected = 0xFF000000 | grey * 0x010101;
        assertEquals(
                Integer.toHexString(expected),
                Integer.toHexString(picture.getPixelReader().getArgb(x, y)),
                () -> "pane " + pane + " at " + at);
    }

    @Test
    void aDisplayThatChangesItsScaleWhileRunningGetsAllItsPixels() {
        stage.robot.interact(() -> stage.pane(AXIAL).getScene().getWindow().setRenderScaleX(2));
        stage.settle();
        var image = stage.pane(AXIAL).shownImage();
        double wanted = stage.pane(AXIAL).getWidth() * 2;
        assertTrue(image != null && image.getWidth() >= wanted && image.getWidth() < wanted + 32);
        double shown =
                stage.pane(AXIAL).getChildrenUnmodifiable().stream()
                        .filter(PictureLayer.class::isInstance)
                        .mapToDouble(node -> node.getBoundsInParent().getWidth())
                        .findFirst()
                        .orElseThrow();
        assertEquals(image.getWidth() / 2, shown, 1e-9, "two of its pixels in a logical one");
    }

    @Test
    void thePictureHasThePixelsOfTheScreen() {
        var image = stage.pane(AXIAL).shownImage();
        double wanted = stage.pane(AXIAL).getWidth() * stage.scale();
        assertTrue(image != null && image.getWidth() >= wanted && image.getWidth() < wanted + 32);
    }

    @Test
    void lettersSayHowThePatientLies() {
        assertEquals("R L A P", letters(AXIAL));
        assertEquals("A P H F", letters(SAGITTAL));
        assertEquals("R L H F", letters(CORONAL));
    }

    private String letters(int pane) {
        return stage.pane(pane).getChildrenUnmodifiable().stream()
                .filter(EdgeLetters.class::isInstance)
                .map(node -> ((EdgeLetters) node).words())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDoubleClickGivesAPaneAllTheRoomAndTakesItBack() {
        double before = stage.pane(SAGITTAL).getWidth();
        stage.robot.doubleClickOn(stage.pane(SAGITTAL));
        stage.settle();
        assertEquals(stage.area.getWidth(), stage.pane(SAGITTAL).getWidth());
        assertFalse(stage.isSeen(AXIAL));
        stage.robot.doubleClickOn(stage.pane(SAGITTAL));
        stage.settle();
        assertEquals(before, stage.pane(SAGITTAL).getWidth());
    }

    @Test
    void everyLayoutShowsItsPanes() {
        for (Layout layout : Layout.values()) {
            stage.robot.interact(() -> stage.reading.room().choose(layout));
            stage.settle();
            int panes =
                    switch (layout) {
                        case SINGLE -> 1;
                        case ONE_AND_TWO, COLUMNS -> 3;
                        case ONE_AND_THREE, GRID, SOLID -> 4;
                        case SIDE_BY_SIDE, SIDE_BY_SIDE_PLANES, SWIPE, BLINK -> 1; // no second yet
                        case FREE -> 3; // and three of the light box
                    };
            assertEquals(
                    panes,
                    IntStream.range(0, stage.area.panes().size()).filter(stage::isSeen).count());
        }
    }

    @Test
    void theSliderGoesToTheSliceThatWasClicked() {
        double height = stage.pane(AXIAL).getHeight();
        double width = stage.pane(AXIAL).getWidth();
        click(AXIAL, new PanePoint(width - 4, 10), MouseButton.PRIMARY);
        VoxelPoint top = TestVolumes.axial().geometry().toVoxel(stage.reading.cursor().get());
        assertEquals(19, top.k(), 1e-9); // the head is at the top
        click(AXIAL, new PanePoint(width - 4, height - 10), MouseButton.PRIMARY);
        VoxelPoint bottom = TestVolumes.axial().geometry().toVoxel(stage.reading.cursor().get());
        assertEquals(0, bottom.k(), 1e-9);
    }

    @Test
    void aSingleSliceGetsAllTheRoomInItsOwnPlane() {
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        new GridSize(30, 40, 1),
                        new PatientPoint(0, -15, 20),
                        PatientVector.POSTERIOR,
                        PatientVector.HEAD.negated(),
                        1,
                        1,
                        1);
        double large = stage.pane(AXIAL).getWidth();
        stage.show(TestVolumes.of(geometry, ValueUnit.HU, v -> v.i()));
        assertEquals(stage.area.getWidth(), stage.pane(SAGITTAL).getWidth(), 1);
        assertFalse(stage.isSeen(AXIAL));
        assertEquals(SAGITTAL, stage.reading.activePane().get());
        stage.show(TestVolumes.axial());
        assertEquals(large, stage.pane(AXIAL).getWidth(), 1);
    }

    @Test
    void labelsThatAreDrawnSmoothSaySoInTheCorner() {
        assertEquals("", topRight());
        var volume = TestVolumes.axial();
        var labels =
                new Labels(
                        volume.geometry(),
                        Joining.Joined.within(volume.frame()),
                        List.of(),
                        Labels.Edges.SMOOTH);
        stage.robot.interact(() -> stage.reading.overlays().set(List.of(labels)));
        stage.settle();
        assertEquals("Label edges smoothed", topRight());
        stage.show(TestVolumes.axial());
        assertEquals("", topRight());
    }

    @Test
    void theSliderShowsFromWhichSliceToWhichALabelReaches() {
        var volume = TestVolumes.axial();
        MaskEdit edit = Mask.empty(volume.geometry().size()).edit();
        for (int k = 5; k <= 12; k++) {
            edit.set(20, 10 + k % 3, k);
        }
        var labels =
                new Labels(
                        volume.geometry(),
                        Joining.Joined.within(volume.frame()),
                        List.of(new DrawnLabel(edit.mask(), LabelStyle.of(0x4080FF, 0.35, 1))),
                        Labels.Edges.VOXELS);
        stage.robot.interact(() -> stage.reading.overlays().set(List.of(labels)));
        stage.settle();
        Rectangle axial = span(AXIAL);
        // slices 5 to 12 of 0 to 19
        double room = stage.pane(AXIAL).getHeight() - 16;
        assertEquals(7 * room / 19, axial.getHeight() - 2, 1.5);
        assertEquals(Color.web("#4080FF"), axial.getFill());
        // rows 10 to 12 of 0 to 29
        assertEquals(
                2 * (stage.pane(CORONAL).getHeight() - 16) / 29,
                span(CORONAL).getHeight() - 2,
                1.5);
        stage.robot.interact(() -> stage.reading.overlays().set(List.of()));
        stage.settle();
        assertNull(stage.pane(AXIAL).lookup(".ticks .span"));
    }

    private Rectangle span(int pane) {
        return (Rectangle) stage.pane(pane).lookup(".ticks .span");
    }

    private String topRight() {
        return corners().get(1);
    }

    private List<String> corners() {
        return stage.pane(AXIAL).getChildrenUnmodifiable().stream()
                .filter(CornerTexts.class::isInstance)
                .map(node -> ((CornerTexts) node).words())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCornerNamesColoursAndCurvesThatAreNotAsUsual() {
        assertTrue(corners().get(2).endsWith("W 400  L 40"), corners().get(2));
        stage.robot.interact(
                () -> {
                    var soft = new Preset("Soft", new ToneCurve.Sigmoid(new Window(100, 50)));
                    stage.reading.show(TestVolumes.axial(), List.of(soft));
                    stage.reading.tones().chooseMap(ColorMap.all().get(1));
                });
        stage.settle();
        assertTrue(corners().get(2).endsWith("Sigmoid, Hot iron\nW 50  L 100"), corners().get(2));
    }
}
