// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.slice.tone.ColorMap;

/// The card of windows and colours comes a few rows at a time.
@RequiresDisplay
final class ToneCardTest {
    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @Test
    void whatIsChosenIsInSightOnceTheCardHasUnfolded() throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            open.open(study);
            open.awaitPictures();
            int last = ColorMap.all().size() - 1;
            open.robot.interact(
                    () ->
                            open.program
                                    .desk()
                                    .reading()
                                    .tones()
                                    .chooseMap(ColorMap.all().get(last)));
            open.run("window.card");
            open.awaitThat("the card", () -> open.onFx(() -> maps(open).getHeight() > 200));
            open.awaitThat("rest", FrameByFrame::areAllAtRest);
            new Screens(open.program.workstation(), "tone-card").write("last-map");
            ListView<?> maps = open.onFx(() -> maps(open));
            assertEquals(last, maps.getSelectionModel().getSelectedIndex());
            Bounds list = open.onFx(() -> maps.localToScene(maps.getLayoutBounds()));
            Bounds chosen =
                    open.onFx(
                            () -> {
                                var cell = maps.lookup(".list-cell:selected");
                                return cell.localToScene(cell.getLayoutBounds());
                            });
            assertTrue(
                    chosen.getMinY() >= list.getMinY() && chosen.getMaxY() <= list.getMaxY(),
                    () -> "%s in %s".formatted(chosen, list));
        }
    }

    private static ListView<?> maps(OpenProgram open) {
        return open.robot.lookup(".ov-tone-card .list-view").queryAllAs(ListView.class).stream()
                .filter(list -> "Colour maps".equals(list.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }
}
