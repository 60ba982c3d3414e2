// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NoticesTest {
    private final Notices notices = new Notices(Runnable::run, () -> Instant.EPOCH);

    @Test
    void sameMessageIsCountedAndNotRepeated() {
        notices.show(Notice.bad("A", "B", "C"));
        notices.show(Notice.bad("A", "B", "C"));
        assertEquals(1, notices.showing().size());
        assertEquals(2, notices.showing().getFirst().times());
        assertEquals(List.of(2), notices.past().stream().map(Notices.Entry::times).toList());
    }

    @Test
    void dismissedMessageStaysInTheList() {
        notices.show(Notice.good("Saved."));
        notices.dismiss(notices.showing().getFirst().number());
        assertEquals(List.of(), notices.showing());
        assertEquals("Saved.", notices.past().getFirst().notice().happened());
    }

    @Test
    void whatStandsOtherwiseNowTakesItsOldMessageAway() {
        var standing = new StandingNotice(notices);
        notices.show(Notice.caution("another", "", ""));
        standing.become(Optional.of(Notice.bad("damaged", "", "")));
        standing.become(Optional.of(Notice.bad("full", "", "")));
        assertEquals(
                List.of("another", "full"),
                notices.showing().stream().map(entry -> entry.notice().happened()).toList());
        standing.become(Optional.empty());
        assertEquals(1, notices.showing().size());
        assertEquals(3, notices.past().size());
    }

    @Test
    void oldestLeavesTheScreenWhenThereIsNoRoom() {
        for (String text : List.of("1", "2", "3", "4")) {
            notices.show(Notice.caution(text, "", ""));
        }
        assertEquals(
                List.of("2", "3", "4"),
                notices.showing().stream().map(entry -> entry.notice().happened()).toList());
        assertEquals(4, notices.past().size());
    }

    @Test
    void errorOnAnyThreadBecomesASentence() throws InterruptedException {
        var lastResort = new LastResort(notices, Optional.empty());
        for (var builder : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
            var thread =
                    builder.uncaughtExceptionHandler(lastResort)
                            .start(
                                    () -> {
                                        throw new IllegalStateException("secret detail");
                                    });
            thread.join();
        }
        var told = notices.showing().getFirst();
        assertEquals(2, told.times());
        assertEquals(
                "The last step failed because of a fault in the program.",
                told.notice().happened());
    }

    @Test
    void lackOfMemoryHasItsOwnSentence() {
        new LastResort(notices, Optional.of(new Notice.Offer("Open the log", () -> {})))
                .uncaughtException(Thread.currentThread(), new OutOfMemoryError());
        var notice = notices.showing().getFirst().notice();
        assertEquals("There was not enough memory for the last step.", notice.happened());
        assertEquals("Open the log", notice.offer().orElseThrow().label());
    }
}
