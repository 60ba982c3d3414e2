// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.StudiesModel.State;
import org.overread.app.desktop.studies.StudyRow;

/// What failed or was given up is opened again, from the card in the middle or from the list; what is known of a series
/// is a click away.
@RequiresDisplay
final class TryAgainTest {
    @TempDir private Path home = Path.of("");
    @TempDir private Path images = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeEach
    void begin() throws IOException, TimeoutException {
        write(images.resolve("first.nii"), 24);
        write(images.resolve("second.nii"), 12);
        open = new OpenProgram(home);
        open.open(images);
        open.awaitPictures();
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    @Test
    void failedSeriesOpensWhenItsFileIsBack() throws IOException {
        Path file = images.resolve("second.nii");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        pick("second");
        open.awaitThat("a failure", () -> content() instanceof Content.Failed);
        new Screens(open.program.workstation(), "again").write("failed");
        Files.write(file, kept);
        open.robot.clickOn("Try again");
        open.awaitThat("the series", () -> shows("second"));
    }

    @Test
    void stoppedSeriesIsMarkedUntilItIsOpenedAgain() {
        open.robot.interact(
                () -> {
                    pickNow("second");
                    open.program.workshop().running().getLast().cancel();
                });
        assertEquals(
                Set.of(row("second").id()),
                open.onFx(() -> open.program.workstation().studies().stopped().get()));
        assertTrue(
                open.words(".ov-badge").contains("stopped, click opens it again"),
                open.words(".ov-badge").toString());
        new Screens(open.program.workstation(), "again").write("stopped");
        pick("second");
        open.awaitThat("the series", () -> shows("second"));
        assertEquals(
                List.of(),
                open.words(".ov-badge").stream().filter(w -> w.startsWith("stopped")).toList());
    }

    @Test
    void whatIsKnownOfTheSeriesIsOneClickFromItsPicture() {
        pick("first");
        open.awaitThat("the series", () -> shows("first"));
        open.awaitPictures();
        open.robot.clickOn(".pane-facts");
        List<String> words = open.words(".ov-sheet .label");
        new Screens(open.program.workstation(), "again").write("facts");
        assertTrue(words.contains("32 × 32 × 24"), words.toString());
        assertTrue(words.contains("1.00 × 1.00 × 1.00 mm"), words.toString());
        assertTrue(
                words.stream().anyMatch(word -> word.startsWith("Lengths in the file are in m")),
                words.toString());
    }

    private void pick(String name) {
        open.robot.interact(() -> pickNow(name));
    }

    private void pickNow(String name) {
        open.program.workstation().studies().open(study(), row(name));
    }

    private StudyRow study() {
        return ((State.Found) open.program.workstation().studies().state().get())
                .list()
                .studies()
                .getFirst();
    }

    private SeriesRow row(String name) {
        return study().series().stream()
                .filter(row -> row.description().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Content content() {
        return open.program.desk().reading().content().get();
    }

    private boolean shows(String title) {
        return content() instanceof Content.Ready(var volume) && volume.title().equals(title);
    }

    /// 32 by 32 by `slices` numbers, 1 mm apart, in metres.
    private static void write(Path file, int slices) throws IOException {
        int samples = 32 * 32 * slices;
        var bytes = ByteBuffer.allocate(352 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        bytes.putShort(40, (short) 3);
        short[] sides = {32, 32, (short) slices};
        for (int n = 0; n < 3; n++) {
            bytes.putShort(42 + 2 * n, sides[n]);
            bytes.putFloat(80 + 4 * n, 0.001f);
        }
        bytes.putShort(70, (short) 4).putShort(72, (short) 16);
        bytes.putFloat(108, 352);
        bytes.put(123, (byte) 1);
        bytes.putShort(254, (short) 1);
        bytes.putFloat(280, 0.001f).putFloat(300, 0.001f).putFloat(320, 0.001f);
        bytes.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        for (int n = 0; n < samples; n++) {
            bytes.putShort(352 + 2 * n, (short) (n % 997));
        }
        Files.write(file, bytes.array());
    }
}
