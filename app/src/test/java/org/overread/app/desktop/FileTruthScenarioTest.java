// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.along.AlongCard;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.pane.PaneView;
import org.overread.app.sample.CoarseSample;

/// What files say of their own numbers and pictures is said where the pictures are: what was lost, and what is stored. Each
/// slice has an intercept and a ratio of its own.
@RequiresDisplay
final class FileTruthScenarioTest {
    @TempDir private Path home = Path.of("");
    @TempDir private Path images = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeEach
    void begin() throws IOException, InterruptedException, TimeoutException {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            CoarseSample.write(images, pool);
        }
        try (Stream<Path> files = Files.walk(images)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, told(Files.readAllBytes(file)));
            }
        }
        open = new OpenProgram(home);
        open.open(images);
        open.awaitPictures();
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    @Test
    void lossyPicturesSaySoAndOneClickTellsHowMuch() {
        assertTrue(
                warnings().stream().anyMatch(w -> w.startsWith("Lossy 8–17 : 1")), "" + warnings());
        new Screens(open.program.workstation(), "truth").write("lossy");
        open.robot.clickOn(".pane-warnings");
        List<String> words = open.words(".ov-sheet .label");
        new Screens(open.program.workstation(), "truth").write("lossy-facts");
        assertTrue(words.contains("lossy, JPEG 2000 8–17 : 1"), words.toString());
        assertTrue(
                words.stream().anyMatch(w -> w.startsWith("All pictures were compressed with")),
                words.toString());
    }

    /// Nobody may take such a picture for the whole truth, whatever words are hidden.
    @Test
    void theMarkStaysWhereNoOtherWordsAreWanted() {
        open.robot.interact(
                () -> open.program.desk().reading().writing().cornerText().set(CornerText.NONE));
        assertEquals(List.of("Lossy 8–17 : 1"), warnings().stream().distinct().toList());
        new Screens(open.program.workstation(), "truth").write("lossy-alone");
        open.robot.clickOn(".pane-warnings");
        assertTrue(open.words(".ov-sheet .label").contains("lossy, JPEG 2000 8–17 : 1"));
    }

    /// In four columns it has no room on one line.
    @Test
    void theMarkHidesNothingInTheMiddleOfANarrowPane() {
        open.robot.interact(
                () -> {
                    open.stage.setWidth(1280);
                    open.stage.setHeight(720);
                    open.program.desk().reading().room().choose(PaneGrid.planes(4, 2, 1));
                });
        open.awaitThat("panes", () -> open.panes().getFirst().isSettled());
        for (int n = 0; n < 3; n++) {
            PaneView pane = open.panes().get(n);
            Bounds mark = open.onFx(() -> pane.lookup(".pane-warnings").getBoundsInParent());
            assertTrue(mark.getMinX() > pane.getWidth() / 2 - 6, mark::toString); // 6: its margin
        }
        new Screens(open.program.workstation(), "truth").write("lossy-narrow");
    }

    /// Neither the body nor a path made straight shows more than the slices do.
    @Test
    void theMarkIsOnTheBodyAndOnAStraightenedPath() {
        open.robot.interact(
                () -> {
                    open.program.desk().reading().writing().cornerText().set(CornerText.NONE);
                    open.program.desk().reading().room().choose(Layout.SOLID);
                });
        open.awaitThat("the body", () -> open.program.body().isSettled());
        assertEquals(List.of("Lossy 8–17 : 1"), open.words(".space-caution"));
        new Screens(open.program.workstation(), "truth").write("lossy-body");
        open.robot.interact(() -> open.program.desk().reading().room().choose(Layout.GRID));
        PaneView pane = open.panes().getFirst();
        open.robot.clickOn(pane);
        open.robot.press(KeyCode.SHIFT).type(KeyCode.D).release(KeyCode.SHIFT);
        for (double part : new double[] {0.3, 0.45, 0.6}) {
            open.robot.clickOn(
                    open.onFx(
                            () ->
                                    pane.localToScreen(
                                            pane.getWidth() * part, pane.getHeight() / 2)));
        }
        open.robot.type(KeyCode.ENTER);
        open.awaitThat("a path", () -> !open.program.findings().findings().get().isEmpty());
        open.run("findings.along");
        open.awaitThat(
                "the picture", () -> open.robot.lookup("#along").<AlongCard>query().isSettled());
        assertEquals(List.of("Lossy 8–17 : 1"), open.words(".along-caution"));
        new Screens(open.program.workstation(), "truth").write("lossy-along");
    }

    @Test
    void theStoredNumberStandsBesideTheValueInBarAndProbe() {
        PaneView pane = open.panes().getFirst();
        Point2D at =
                open.onFx(() -> pane.localToScreen(pane.getWidth() * 0.45, pane.getHeight() / 2));
        for (int turn = 0; turn < 2; turn++) {
            open.robot.moveTo(at.add(turn, 0));
            open.awaitThat("numbers", () -> !open.words(".ov-stored .ov-figures").isEmpty());
            List<String> figures = open.words(".ov-cursor .ov-figures");
            long k = number(figures.get(7));
            assertEquals(
                    number(figures.getFirst()) - intercept(k),
                    number(open.words(".ov-stored .ov-figures").getFirst()));
            if (turn == 0) {
                open.robot.scroll(1, VerticalDirection.DOWN);
            }
        }
        new Screens(open.program.workstation(), "truth").write("stored");
        open.run("tool.measure.probe");
        open.robot.clickOn(at);
        open.awaitThat(
                "a probe",
                () -> texts(".on-picture").stream().anyMatch(words -> words.contains("\nstored ")));
        new Screens(open.program.workstation(), "truth").write("stored-probe");
    }

    private static long number(String words) {
        return Long.parseLong(words.replace('−', '-'));
    }

    private List<String> warnings() {
        return texts(".on-picture.words.caution");
    }

    private List<String> texts(String selector) {
        return open.onFx(
                () ->
                        open.robot.lookup(selector).queryAllAs(Text.class).stream()
                                .map(Text::getText)
                                .filter(words -> !words.isEmpty())
                                .toList());
    }

    private static long intercept(long k) {
        return -10 - 20 * (k % 2);
    }

    /// The file with an intercept, and with what is said of losses before its pixels.
    private static byte[] told(byte[] file) {
        int number = find(file, 0x0020_0013, "IS");
        int digits = file[number + 6];
        int k =
                Integer.parseInt(
                                new String(file, number + 8, digits, StandardCharsets.ISO_8859_1)
                                        .strip())
                        - 1;
        int zero = find(file, 0x0028_1052, "DS");
        int pixels = find(file, 0x7fe0_0010, "OW");
        var out = new ByteArrayOutputStream();
        out.write(file, 0, zero);
        out.writeBytes(element(0x0028_1052, "DS", Long.toString(intercept(k))));
        int next = zero + 8 + file[zero + 6];
        out.write(file, next, pixels - next);
        out.writeBytes(element(0x0028_2110, "CS", "01"));
        out.writeBytes(element(0x0028_2112, "DS", Integer.toString(8 + k % 10)));
        out.writeBytes(element(0x0028_2114, "CS", "ISO_15444_1"));
        out.write(file, pixels, file.length - pixels);
        return out.toByteArray();
    }

    private static byte[] element(int tag, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + " ";
        var out = new ByteArrayOutputStream();
        out.writeBytes(head(tag, vr));
        out.write(even.length());
        out.write(0);
        out.writeBytes(even.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] head(int tag, String vr) {
        return new byte[] {
            (byte) (tag >> 16),
            (byte) (tag >> 24),
            (byte) tag,
            (byte) (tag >> 8),
            (byte) vr.charAt(0),
            (byte) vr.charAt(1)
        };
    }

    private static int find(byte[] file, int tag, String vr) {
        byte[] wanted = head(tag, vr);
        for (int at = 132; at < file.length - wanted.length; at++) {
            if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("no element %08x".formatted(tag));
    }
}
