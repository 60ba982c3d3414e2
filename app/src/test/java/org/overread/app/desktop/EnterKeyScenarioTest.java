// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.PatientPoint;

/// What tools show is taken by Enter alone: with other keys held it belongs to actions, and nothing is kept by accident.
@RequiresDisplay
final class EnterKeyScenarioTest {
    private static final List<List<KeyCode>> HELD =
            List.of(
                    List.of(KeyCode.SHIFT),
                    List.of(KeyCode.ALT),
                    List.of(KeyCode.CONTROL, KeyCode.SHIFT),
                    List.of(KeyCode.ALT, KeyCode.SHIFT));

    @TempDir private Path home = Path.of("");

    @Test
    void onlyEnterAloneKeepsWhatAToolShows() throws IOException, TimeoutException {
        try (var desk = new ContourBench(home)) {
            for (String tool :
                    List.of(
                            "contour",
                            "livewire",
                            "grow.connected-threshold",
                            "grow.threshold",
                            "reshape")) {
                desk.addSegment(tool);
                if (tool.equals("reshape")) {
                    fill(desk);
                }
                int steps = desk.steps();
                begin(desk, tool);
                desk.open.awaitThat(tool + " shows", () -> desk.labels.preview().get().isPresent());
                for (List<KeyCode> held : HELD) {
                    KeyCode[] keys = held.toArray(KeyCode[]::new);
                    desk.open.robot.press(keys).type(KeyCode.ENTER).release(keys);
                    assertEquals(steps, desk.steps(), tool + " with " + held);
                    assertTrue(
                            desk.open.onFx(() -> desk.labels.preview().get().isPresent()),
                            tool + " with " + held);
                }
                Mask shown = desk.shown();
                desk.open.robot.type(KeyCode.ENTER);
                desk.awaitStep(steps);
                assertEquals(shown, desk.mask(), tool);
            }
        }
    }

    private static void fill(ContourBench desk) {
        desk.open.robot.interact(
                () ->
                        desk.labels.draw(
                                desk.labels.selected().get().orElseThrow(),
                                desk.organ,
                                EditOrigin.of("Fill", "test")));
    }

    private static void begin(ContourBench desk, String tool) {
        desk.take(tool);
        switch (tool) {
            case "contour", "livewire" -> {
                List<PatientPoint> edge = desk.outline(9);
                edge.forEach(desk::click);
            }
            case "grow.connected-threshold" ->
                    desk.open.robot.clickOn(desk.screen(desk.middle), MouseButton.PRIMARY);
            default -> {}
        }
    }
}
