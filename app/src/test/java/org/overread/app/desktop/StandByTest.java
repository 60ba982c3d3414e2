// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.reading.pane.ReadingArea;
import org.overread.app.sample.CoarseSample;

/// What shows a volume is ready before one is open, and nobody sees it until then.
@RequiresDisplay
final class StandByTest {
    private static final int PLANES = 3;

    @TempDir private static Path study = Path.of("");

    @TempDir private Path home = Path.of("");

    @Test
    void thePanesStandByUnseenUntilAVolumeIsOpen() throws IOException, TimeoutException {
        CoarseSample.write(study, Runnable::run);
        try (OpenProgram open = new OpenProgram(home)) {
            ReadingArea area = open.program.desk().area();
            open.awaitThat(
                    "panes that stand by",
                    () ->
                            open.panes().stream()
                                    .limit(PLANES)
                                    .allMatch(
                                            pane ->
                                                    pane.getScene() != null
                                                            && pane.getWidth() > 0));
            assertFalse(open.onFx(area::isVisible));
            assertFalse(open.onFx(() -> open.panes().stream().anyMatch(p -> p.isOnScreen())));
            open.open(study);
            open.awaitPictures();
            assertTrue(open.onFx(area::isVisible));
            assertTrue(
                    open.onFx(
                            () ->
                                    open.panes().stream()
                                            .limit(PLANES)
                                            .allMatch(pane -> pane.isOnScreen())));
        }
    }
}
