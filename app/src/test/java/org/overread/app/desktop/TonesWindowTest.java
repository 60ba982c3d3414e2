// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.ToneModel;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.WindowWish;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.gl.RendererWish;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Window;

/// Windows and colours, chosen in the window of the real program.
@RequiresDisplay
final class TonesWindowTest {
    @TempDir private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private OpenProgram open;

    @BeforeEach
    void begin() throws TimeoutException, IOException {
        open = new OpenProgram(home);
        open.open(CoarseSample.writeAll(home.resolve("study"), Runnable::run));
        open.awaitPictures();
        open.awaitThat("presets of the values", () -> tones().presets().get().size() > 9);
        open.robot.clickOn((Node) open.panes().get(1));
    }

    @AfterEach
    void close() throws IOException, TimeoutException {
        open.close();
    }

    private ToneModel tones() {
        return open.program.desk().reading().tones();
    }

    private boolean isOpen() {
        return open.onFx(() -> open.program.workstation().layer().isVisible());
    }

    @Test
    void theCardShowsAtOnceWhatIsSelectedAndGivesTheKeyboardBack() {
        open.robot.type(KeyCode.W);
        assertTrue(isOpen());
        open.robot.type(KeyCode.DOWN);
        var second = open.onFx(() -> tones().presets().get().get(1));
        assertEquals(second.curve(), open.onFx(() -> tones().tone().get().curve()));
        open.robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.I);
        assertEquals("Hot iron", open.onFx(() -> tones().tone().get().map().name()));
        assertEquals(Polarity.INVERTED, open.onFx(() -> tones().tone().get().polarity()));
        open.robot.type(KeyCode.DIGIT3).type(KeyCode.ESCAPE);
        assertFalse(isOpen());
        var third = open.onFx(() -> tones().presets().get().get(2));
        assertEquals(third.curve(), open.onFx(() -> tones().tone().get().curve()));
        assertTrue(open.onFx(() -> open.panes().get(1).isFocused()));
        assertEquals(
                new ToneWish(
                        Optional.of(new WindowWish.Named(third.name())), Optional.of("Hot iron")),
                open.onFx(() -> open.program.desk().tones().get("CT")));
    }

    @Test
    void theWordsInTheCornerOpenTheCard() {
        Node words = open.robot.lookup(".pane-tones").query();
        open.robot.clickOn(words);
        assertTrue(isOpen());
        open.robot.type(KeyCode.ENTER);
        assertFalse(isOpen());
        assertTrue(open.onFx(() -> open.panes().getFirst().isFocused()));
    }

    @Test
    void everyColourMapIsFoundAmongTheActions() {
        open.run("colours.pet-20-steps");
        assertEquals("PET, 20 steps", open.onFx(() -> tones().tone().get().map().name()));
        open.run("view.reset");
        assertEquals("Grey", open.onFx(() -> tones().tone().get().map().name()));
    }

    @Test
    void anotherVolumeOfItsKindKeepsTheColoursAndTheDefaultsTakeThemAway() {
        open.run("colours.hot-iron");
        open.robot.interact(() -> tones().chooseWindow(new Window(50, 333)));
        open.open(home.resolve("study"));
        open.awaitPictures();
        assertEquals("Hot iron", open.onFx(() -> tones().tone().get().map().name()));
        assertEquals(333, open.onFx(() -> tones().window().width()));
        open.run("view.defaults");
        assertEquals("Grey", open.onFx(() -> tones().tone().get().map().name()));
        assertEquals(List.of(), List.copyOf(open.onFx(() -> open.program.desk().tones().keySet())));
    }

    @Test
    void theProcessorDrawsWhereItIsAskedFor() {
        open.robot.interact(() -> open.program.drawWith(RendererWish.CPU));
        open.begin(new StartWish.Open(home.resolve("study")));
        open.awaitPictures();
        open.awaitThat("renderer", () -> open.program.renderer().contains("as asked for"));
        open.run("help.about");
        assertTrue(
                open.words(".ov-sheet .label").stream().anyMatch(w -> w.contains("as asked for")));
    }
}
