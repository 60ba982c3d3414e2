// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.desk.Phases;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelValue;

/// The real program on a series of phases, on a series that is taken away from under it, and in two windows.
@RequiresDisplay
final class PhasesScreensTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));
    private static final int SIDE = 24;
    private static final int SLICES = 8;
    private static final int PHASES = 3;

    @TempDir private Path home = Path.of("");

    @TempDir private Path images = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeEach
    void begin() throws TimeoutException {
        open = new OpenProgram(home);
        open.robot.interact(
                () -> {
                    open.stage.setWidth(1280);
                    open.stage.setHeight(720);
                });
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private ReadingModel reading() {
        return open.program.desk().reading();
    }

    /// NIfTI-1 of 24 x 24 x 8 voxels of 2 x 2 x 4 mm at three times; the value is that of the time, 100, 200, 300.
    private static byte[] fourDimensional() {
        var bytes = ByteBuffer.allocate(352 + 2 * SIDE * SIDE * SLICES * PHASES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(0, 348);
        short[] dim = {4, SIDE, SIDE, SLICES, PHASES, 1, 1, 1};
        for (int n = 0; n < dim.length; n++) {
            bytes.putShort(40 + 2 * n, dim[n]);
        }
        bytes.putShort(70, (short) 4).putShort(72, (short) 16); // 16-bit integers
        float[] pixdim = {1, 2, 2, 4, 1.5f, 1, 1, 1};
        for (int n = 0; n < pixdim.length; n++) {
            bytes.putFloat(76 + 4 * n, pixdim[n]);
        }
        bytes.putFloat(108, 352).putFloat(112, 1);
        bytes.put(123, (byte) (2 | 8)); // millimetres and seconds
        bytes.putShort(254, (short) 1);
        float[] rows = {2, 0, 0, -24, 0, 2, 0, -24, 0, 0, 4, -16};
        for (int n = 0; n < rows.length; n++) {
            bytes.putFloat(280 + 4 * n, rows[n]);
        }
        bytes.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        bytes.position(352);
        for (int phase = 1; phase <= PHASES; phase++) {
            for (int n = 0; n < SIDE * SIDE * SLICES; n++) {
                bytes.putShort((short) (100 * phase));
            }
        }
        return bytes.array();
    }

    private double value() {
        return open.onFx(
                () ->
                        Objects.requireNonNull(reading().volume()).valueAt(3, 4, 5)
                                        instanceof VoxelValue.Measured(double number, _)
                                ? number
                                : -1.0);
    }

    @Test
    void aPhaseTakesThePlaceOfTheOtherAndCursorAndZoomStay() throws IOException {
        Path file = images.resolve("perfusion.nii");
        Files.write(file, fourDimensional());
        open.open(file);
        open.awaitPictures();
        double first = value();
        var pane = open.panes().getFirst().model();
        open.robot.interact(
                () -> {
                    pane.zoom(2);
                    reading().jumpTo(new PatientPoint(5, -3, 6));
                });
        double mm = open.onFx(() -> pane.state().get().pixelMm());
        open.run("phase.next");
        open.awaitThat(
                "the next phase", () -> !open.program.desk().phases().state().get().loading());
        open.awaitThat("its picture", () -> open.panes().getFirst().isSettled());
        assertEquals(100, Math.abs(value() - first), 1e-9);
        assertEquals(new PatientPoint(5, -3, 6), open.onFx(() -> reading().cursor().get()));
        assertEquals(mm, open.onFx(() -> pane.state().get().pixelMm()), 1e-9);
        assertEquals(PHASES, open.onFx(() -> open.program.desk().phases().state().get().count()));
        new Screens(open.program.workstation(), "phases").write("second");
        open.run("phase.previous");
        open.awaitThat("the first phase", () -> value() == first);
    }

    private void copyEpi(Path folder) throws IOException {
        Path source = SHARED.resolve("data/dicom/mr_epi_ge_4d");
        assumeTrue(Files.isDirectory(source), () -> "no folder " + source);
        try (Stream<Path> all = Files.list(source)) {
            for (Path file : all.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private Phases.State phase() {
        return open.onFx(() -> open.program.desk().phases().state().get());
    }

    @Test
    void aPhaseThatLacksASliceIsShownAndSaysSo() throws IOException {
        copyEpi(images); // ten times of fifteen slices
        Files.delete(images.resolve("axial_epi_fmri_interleaved_i_to_s-00016.dcm"));
        open.open(images);
        open.awaitPictures();
        open.awaitThat("phases", () -> phase().count() == 10);
        int incomplete = 0;
        for (int n = 0; n < 10; n++) {
            open.awaitThat("a phase", () -> !phase().loading());
            if (!phase().odd().isEmpty()) {
                incomplete++;
                assertEquals("14 of 15 slices", phase().odd());
                new Screens(open.program.workstation(), "phases").write("incomplete");
                assertTrue(open.words(".phase-bar .label").toString().contains("14 of 15 slices"));
            }
            open.run("phase.next");
        }
        assertEquals(1, incomplete);
    }

    @Test
    void aPhaseThatIsGoneIsSaidAndWhatIsShownKeepsItsName() throws IOException {
        copyEpi(images);
        open.open(images);
        open.awaitPictures();
        open.awaitThat("phases", () -> phase().count() == 10);
        int shown = phase().wanted();
        String name = phase().title().orElseThrow();
        try (Stream<Path> all = Files.walk(images)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        open.run("phase.next");
        open.awaitThat("why not", () -> !phase().loading() && !phase().odd().isEmpty());
        assertEquals("phase %d could not be read".formatted(shown + 2), phase().odd());
        assertEquals(shown, phase().wanted());
        assertEquals(name, open.program.workstation().shell().series().get());
        open.run("phase.next"); // past it
        open.awaitThat("the one after", () -> phase().odd().startsWith("phase " + (shown + 3)));
        assertTrue(open.onFx(() -> reading().content().get()) instanceof Content.Ready);
    }

    @Test
    void aSeriesOfOneVolumeHasNoPhases() throws IOException {
        CoarseSample.writeAll(images, Runnable::run);
        open.open(images);
        open.awaitPictures();
        assertEquals(0, open.onFx(() -> open.program.desk().phases().state().get().count()));
    }

    @Test
    void aSeriesRemovedFromTheDiskStaysOnTheScreenAndSaysSoWhenOpenedAgain() throws IOException {
        CoarseSample.writeAll(images, Runnable::run);
        open.open(images);
        open.awaitPictures();
        try (Stream<Path> all = Files.walk(images)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        double before = open.onFx(() -> reading().cursor().get().z());
        open.run("move.next");
        open.awaitPictures();
        assertFalse(before == open.onFx(() -> reading().cursor().get().z()));
        String opened = open.onFx(() -> Objects.requireNonNull(reading().volume()).id());
        open.robot.interact(() -> open.program.desk().open(opened));
        open.awaitThat("why not", () -> reading().content().get() instanceof Content.Failed);
        new Screens(open.program.workstation(), "phases").write("removed");
    }

    @Test
    void aPlaneInAWindowOfItsOwnGoesWithTheFirst() throws IOException {
        CoarseSample.writeAll(images, Runnable::run);
        open.open(images);
        open.awaitPictures();
        open.run("view.window");
        Column column = open.onFx(() -> open.program.desk().comparison().columns().getLast());
        assertEquals(Column.Stand.ALONE, column.stand());
        assertEquals(2, open.onFx(() -> List.copyOf(Window.getWindows())).size());
        open.robot.interact(() -> reading().jumpTo(new PatientPoint(10, 5, -20)));
        assertEquals(
                new PatientPoint(10, 5, -20), open.onFx(() -> column.reading().cursor().get()));
        assertSame(
                open.onFx(() -> reading().volume()),
                open.onFx(() -> column.reading().volume()),
                "one volume");
        assertNotNull(open.onFx(() -> open.panes().getFirst().getScene()), "stays in its place");
        open.run("compare.close");
        assertEquals(1, open.onFx(() -> List.copyOf(Window.getWindows())).size());
    }
}
