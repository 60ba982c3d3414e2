// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.overread.viewer.work.Progress;

final class WorkshopTest {
    private final List<Runnable> uiQueue = new ArrayList<>();
    private final List<Runnable> computeQueue = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> answers = new ArrayList<>();
    private final Workshop workshop =
            new Workshop(uiQueue::add, computeQueue::add, Runnable::run, nanos::get);

    @Test
    void answerArrivesOnTheUiThreadAndTheWorkIsNoLongerListed() {
        start("a");
        assertEquals(1, workshop.running().size());
        computeQueue.removeFirst().run();
        assertEquals(List.of(), answers);
        uiQueue.removeFirst().run();
        assertEquals(List.of("a"), answers);
        assertEquals(List.of(), workshop.running());
    }

    @Test
    void answerThatWasOnItsWayIsDroppedAfterCancel() {
        var work = start("a");
        computeQueue.removeFirst().run();
        work.cancel();
        uiQueue.removeFirst().run();
        assertEquals(List.of(), answers);
    }

    @Test
    void onlyTheNewestAnswerArrives() {
        var latest = new Latest();
        latest.replace(() -> start("old"));
        latest.replace(() -> start("new"));
        computeQueue.reversed().forEach(Runnable::run); // the old one ends last
        uiQueue.forEach(Runnable::run);
        assertEquals(List.of("new"), answers);
    }

    @Test
    void failureArrivesAsItWasThrown() {
        workshop.readOrWrite(
                "read",
                (_, _) -> {
                    throw new IOException("gone");
                },
                _ -> answers.add("done"),
                failure -> answers.add(failure.toString()));
        uiQueue.removeFirst().run();
        assertEquals(List.of("java.io.IOException: gone"), answers);
    }

    @Test
    void errorsArriveToo() {
        workshop.readOrWrite(
                "read",
                (_, _) -> {
                    throw new OutOfMemoryError();
                },
                _ -> {},
                failure -> answers.add(failure.toString()));
        uiQueue.removeFirst().run();
        assertEquals(List.of("java.lang.OutOfMemoryError"), answers);
    }

    @Test
    void workIsShownAfter300MsAndTimeIsToldOverThreeSeconds() {
        var work =
                workshop.readOrWrite(
                        "read",
                        (_, progress) -> {
                            progress.progress(new Progress(25, 100));
                            return "";
                        },
                        _ -> {},
                        _ -> {});
        nanos.set(Duration.ofMillis(299).toNanos());
        assertTrue(!work.look().isWorthShowing());
        nanos.set(Duration.ofMillis(300).toNanos());
        assertTrue(work.look().isWorthShowing());
        assertEquals(Duration.ZERO, work.look().remaining()); // 0.3 + 0.9 s is brief
        nanos.set(Duration.ofSeconds(4).toNanos());
        assertEquals(Duration.ofSeconds(12), work.look().remaining()); // a quarter took 4 s
    }

    private Workshop.Running start(String answer) {
        return workshop.compute(
                answer, (_, _) -> answer, answers::add, failure -> answers.add("failed"));
    }
}
