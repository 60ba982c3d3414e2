// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BandsTest {
    private static final int FIRST = 5;
    private static final int END = 301;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyRowIsDrawnOnceAndNoThreadAsksForRoomTwice(int threads) {
        var drawn = new AtomicIntegerArray(END);
        var asked = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(3)) {
            Bands.draw(
                    FIRST,
                    END,
                    pool,
                    threads,
                    () -> {
                        asked.incrementAndGet();
                        return (from, to) ->
                                IntStream.range(from, to).forEach(drawn::incrementAndGet);
                    });
            for (int row = 0; row < END; row++) {
                assertEquals(row < FIRST ? 0 : 1, drawn.get(row), "row " + row);
            }
        }
        assertTrue(asked.get() >= 1 && asked.get() <= threads, () -> asked + " of " + threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {FIRST, 100, END - 1})
    void whatAPartFailsOfIsThrownWhenNobodyDrawsAnyMore(int failing) {
        var drawing = new AtomicInteger();
        var cause = new IllegalArgumentException("row " + failing);
        try (var pool = Executors.newFixedThreadPool(3)) {
            var thrown =
                    assertThrows(
                            IllegalArgumentException.class,
                            () ->
                                    Bands.draw(
                                            FIRST,
                                            END,
                                            pool,
                                            4,
                                            () ->
                                                    (from, to) -> {
                                                        drawing.incrementAndGet();
                                                        if (from <= failing && failing < to) {
                                                            drawing.decrementAndGet();
                                                            throw cause;
                                                        }
                                                        LockSupport.parkNanos(100_000);
                                                        drawing.decrementAndGet();
                                                    }));
            assertSame(cause, thrown);
            assertEquals(0, drawing.get());
        }
    }

    @Test
    void aHelperThatNeverComesCostsNothingButTime() {
        var drawn = new AtomicInteger();
        Executor never = _ -> {};
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () ->
                        Bands.draw(
                                FIRST,
                                END,
                                never,
                                4,
                                () -> (from, to) -> drawn.addAndGet(to - from)));
        assertEquals(END - FIRST, drawn.get());
    }

    @Test
    void anErrorIsThrownToo() {
        var error = new AssertionError("of a helper");
        var failed = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(1)) {
            Thread caller = Thread.currentThread();
            var thrown =
                    assertThrows(
                            AssertionError.class,
                            () ->
                                    Bands.draw(
                                            FIRST,
                                            END,
                                            pool,
                                            2,
                                            () ->
                                                    (from, to) -> {
                                                        if (!Thread.currentThread()
                                                                .equals(caller)) {
                                                            failed.countDown();
                                                            throw error;
                                                        }
                                                        await(failed);
                                                    }));
            assertSame(error, thrown);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new RejectedExecutionException(e);
        }
    }
}
