// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Only Linux says and heeds what a single thread gives way to.
@EnabledOnOs(OS.LINUX)
final class GivingWayTest {
    /// Where proc(5) has the nice value among the fields of a thread, counted from 1, and the first one after its name.
    private static final int NICE = 19;

    private static final int AFTER_NAME = 3;

    @Test
    void threadsThatComputeGiveWayAndTheirCallerDoesNot()
            throws IOException, ExecutionException, InterruptedException {
        int before = niceValue();
        try (ExecutorService compute = Pools.compute()) {
            assertEquals(Math.max(before, 5), compute.submit(GivingWayTest::niceValue).get());
        }
        assertEquals(before, niceValue());
    }

    @Test
    void threadsThatReadAndWriteGiveWay()
            throws IOException, ExecutionException, InterruptedException {
        int before = niceValue();
        try (ExecutorService io = Pools.io()) {
            assertEquals(Math.max(before, 5), io.submit(GivingWayTest::niceValue).get());
        }
    }

    @Test
    void whatAThreadThatGivesWayStartsGivesWayToo()
            throws IOException, ExecutionException, InterruptedException {
        int before = niceValue();
        try (ExecutorService compute = Pools.compute()) {
            var child = new FutureTask<>(GivingWayTest::niceValue);
            compute.submit(() -> Thread.ofPlatform().daemon().start(child)).get();
            assertEquals(Math.max(before, 5), child.get());
        }
    }

    /// Of the thread that asks; its name, in brackets, may hold blanks.
    private static int niceValue() throws IOException {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Integer.parseInt(afterName[NICE - AFTER_NAME]);
    }
}
