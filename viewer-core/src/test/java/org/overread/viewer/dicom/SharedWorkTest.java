// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    private static final int MANY = 10_000;

    private static void handAll(Consumer<Integer> taker) {
        IntStream.range(0, MANY).forEach(taker::accept);
    }

    private static Set<Integer> all() {
        return IntStream.range(0, MANY).boxed().collect(Collectors.toSet());
    }

    @Test
    void everyThingIsDoneOnce() throws Exception {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            SharedWork.run(pool, SharedWorkTest::handAll, n -> assertTrue(done.add(n)));
        }
        assertEquals(all(), done);
    }

    /// The caller waits, while it looks for things, for the first to be done.
    @Test
    void helperBeginsWhileTheCallerStillLooks() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "nobody could help");
        var first = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            SharedWork.run(
                    pool,
                    taker -> {
                        taker.accept(1);
                        assertTrue(first.await(1, TimeUnit.MINUTES));
                    },
                    n -> first.countDown());
        }
    }

    @Test
    void callerOnTheOnlyThreadOfItsPoolDoesItAlone() throws Exception {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            pool.submit(
                            () -> {
                                SharedWork.run(pool, SharedWorkTest::handAll, done::add);
                                return done;
                            })
                    .get(1, TimeUnit.MINUTES);
        }
        assertEquals(all(), done);
    }

    @Test
    void poolThatTakesNothingMoreIsNoReasonToFail() throws Exception {
        var done = ConcurrentHashMap.<Integer>newKeySet();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.shutdown();
        SharedWork.run(pool, SharedWorkTest::handAll, done::add);
        assertEquals(all(), done);
    }

    /// Nobody may be at work any more when it is thrown: what they work on is closed then.
    @Test
    void failureToFindIsThrownWhenNobodyIsAtWork() throws Exception {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "nobody could help");
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            var failure =
                    assertThrows(
                            IOException.class,
                            () ->
                                    SharedWork.<Integer, Exception>run(
                                            pool,
                                            taker -> {
                                                taker.accept(1);
                                                begun.await();
                                                throw new IOException("gone");
                                            },
                                            _ -> {
                                                begun.countDown();
                                                ended.countDown();
                                            }));
            assertEquals("gone", failure.getMessage());
            assertEquals(0, ended.getCount());
        }
    }

    @Test
    void failureOfOneThingEndsTheOthers() {
        var failure =
                assertThrows(
                        IOException.class,
                        () ->
                                SharedWork.<Integer, IOException>run(
                                        new Nobody(),
                                        List.of(1, 2, 3)::forEach,
                                        n -> {
                                            if (n == 2) {
                                                throw new IOException("second");
                                            }
                                            assertEquals(1, n, "goes on after a failure");
                                        }));
        assertEquals("second", failure.getMessage());
    }
}
