// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;

/// A message whose offer was taken has done its work: it leaves the screen and stays among the past ones.
@RequiresDisplay
final class NoticeOfferTest {
    @TempDir private Path home = Path.of("");

    @Test
    void aTakenOfferTakesItsMessageFromTheScreen() throws IOException, TimeoutException {
        var taken = new AtomicInteger();
        try (var open = new OpenProgram(home)) {
            open.notices.show(
                    Notice.bad("The list was not written.", "", "")
                            .withOffer("Write it again", taken::incrementAndGet));
            open.awaitThat("the message", () -> says(open, "The list was not written."));
            open.robot.clickOn("Write it again");
            open.awaitThat("an empty corner", () -> open.notices.showing().isEmpty());
            assertEquals(1, taken.get());
            assertEquals(1, open.onFx(() -> open.notices.past().size()).intValue());
        }
    }

    @Test
    void whatFailsAgainIsSaidAgain() throws IOException, TimeoutException {
        try (var open = new OpenProgram(home)) {
            Notice[] failed = new Notice[1];
            failed[0] =
                    Notice.bad("The list was not written.", "", "")
                            .withOffer("Write it again", () -> open.notices.show(failed[0]));
            open.notices.show(failed[0]);
            open.awaitThat("the message", () -> says(open, "The list was not written."));
            open.robot.clickOn("Write it again");
            open.awaitThat("two among the past ones", () -> open.notices.past().size() == 2);
            assertEquals(
                    List.of("The list was not written."),
                    open.onFx(
                            () ->
                                    open.notices.showing().stream()
                                            .map(entry -> entry.notice().happened())
                                            .toList()));
        }
    }

    private static boolean says(OpenProgram open, String happened) {
        return open.notices.showing().stream()
                .anyMatch(entry -> entry.notice().happened().equals(happened));
    }
}
