// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.desktop.space.SpaceModel;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// A series whose voxels are colours, no values: it is shown as it is, and what needs values says that there are none.
@RequiresDisplay
final class ColoursScenarioTest {
    private static final int SIDE = 24;
    private static final int SLICES = 8;
    private static final int ORANGE = 0xE08020;
    private static final int BLUE = 0x2040C0;

    @TempDir private Path home = Path.of("");
    @TempDir private Path images = Path.of("");

    /// NIfTI-1 of 24-bit colours, 2 x 2 x 4 mm: the lower half of each row orange, the upper half blue.
    private static byte[] coloured() {
        var bytes = ByteBuffer.allocate(352 + 3 * SIDE * SIDE * SLICES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(0, 348);
        short[] dim = {3, SIDE, SIDE, SLICES, 1, 1, 1, 1};
        for (int n = 0; n < dim.length; n++) {
            bytes.putShort(40 + 2 * n, dim[n]);
        }
        bytes.putShort(70, (short) 128).putShort(72, (short) 24);
        float[] pixdim = {1, 2, 2, 4, 1, 1, 1, 1};
        for (int n = 0; n < pixdim.length; n++) {
            bytes.putFloat(76 + 4 * n, pixdim[n]);
        }
        bytes.putFloat(108, 352).putFloat(112, 1);
        bytes.put(123, (byte) 2);
        bytes.putShort(254, (short) 1);
        float[] rows = {2, 0, 0, -24, 0, 2, 0, -24, 0, 0, 4, -16};
        for (int n = 0; n < rows.length; n++) {
            bytes.putFloat(280 + 4 * n, rows[n]);
        }
        bytes.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        bytes.position(352);
        for (int n = 0; n < SIDE * SIDE * SLICES; n++) {
            int rgb = n % SIDE < SIDE / 2 ? ORANGE : BLUE;
            bytes.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        return bytes.array();
    }

    private static int shown(OpenProgram open, PatientPoint at) {
        PaneView pane = open.panes().getFirst();
        return open.onFx(
                () -> {
                    PanePoint p = pane.model().state().get().toPane(at);
                    double scale = open.stage.getOutputScaleX();
                    return Objects.requireNonNull(pane.shownImage())
                                    .getPixelReader()
                                    .getArgb((int) (p.x() * scale), (int) (p.y() * scale))
                            & 0xFFFFFF;
                });
    }

    @Test
    void coloursAreShownAsTheyAreAndWhatNeedsValuesSaysSo() throws IOException, TimeoutException {
        Path file = Files.write(images.resolve("fibres.nii"), coloured());
        try (var open = new OpenProgram(home)) {
            open.open(file);
            Volume volume = open.awaitPictures();
            assertInstanceOf(Voxels.Colours.class, volume.voxels());
            var screens = new Screens(open.program.workstation(), "colours");
            screens.write("slices");
            PatientPoint low = volume.geometry().toPatient(new VoxelPoint(4, 12, 4));
            PatientPoint high = volume.geometry().toPatient(new VoxelPoint(19, 12, 4));
            assertEquals(ORANGE, shown(open, low));
            assertEquals(BLUE, shown(open, high));

            // the status bar names the colour under the mouse
            PaneView pane = open.panes().getFirst();
            Point2D there =
                    open.onFx(
                            () -> {
                                PanePoint p = pane.model().state().get().toPane(low);
                                return pane.localToScreen(p.x(), p.y());
                            });
            open.robot.moveTo(there);
            open.awaitThat(
                    "the colour", () -> open.words(".ov-cursor .label").contains("224, 128, 32"));

            // a window brightens it and a way leads back; no colour map is offered over its own
            // colours
            open.run("window.card");
            assertTrue(open.words(".label").contains("The picture has its own colours."));
            screens.write("card");
            open.robot.type(KeyCode.ESCAPE);

            // there is no body of colours
            open.robot.interact(() -> open.program.desk().reading().room().choose(Layout.SOLID));
            open.awaitThat(
                    "an answer",
                    () ->
                            open.program.body().model().state().get()
                                    instanceof SpaceModel.State.Impossible);
            assertTrue(open.words(".label").contains("This series has no values to look through."));
            screens.write("body");
            open.robot.interact(() -> open.program.desk().reading().room().choose(Layout.SINGLE));
            open.awaitPictures();
            assertEquals(List.of(), open.onFx(() -> List.copyOf(open.notices.showing())));
            assertEquals(ORANGE, shown(open, low));
        }
    }
}
