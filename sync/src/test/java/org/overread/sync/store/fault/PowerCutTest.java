// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.store.fault.Recording.Op;

/// Power cuts at random points of a recorded run: what was synced is there, of the rest each write is there, lost or torn.
final class PowerCutTest {
    private static final int IMAGES = Integer.getInteger("fault.images", 500);
    private static final int IMAGES_A_RUN = 500;
    private static final int STEPS = 40;
    private static final String NAME = "w.db";

    @TempDir private Path folder;

    private int strokesLost;
    private int versionsLost;
    private int notReopening;
    private long waiting;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void powerCutsLoseNothingThatWasSaved(TestReporter reporter)
            throws IOException, InterruptedException {
        Worker.requireStrace();
        var random = new Random(Long.getLong("fault.seed", 20261121));
        var worker = new Worker(folder);
        int told = 0;
        for (int done = 0; done < IMAGES; done += IMAGES_A_RUN) {
            List<Op> ops = record(worker, random.nextLong());
            told += (int) ops.stream().filter(op -> op instanceof Op.Tell).count();
            cut(ops, Math.min(IMAGES_A_RUN, IMAGES - done), random);
        }
        reporter.publishEntry(
                "power cuts",
                String.format(
                        Locale.ROOT,
                        "power cuts: %d images, %.1f unsynced calls each, %d lines told, %d ended strokes lost, %d versions lost, %d not reopening",
                        IMAGES,
                        (double) waiting / IMAGES,
                        told,
                        strokesLost,
                        versionsLost,
                        notReopening));
        assertEquals(List.of(), wrong);
        assertEquals(0, strokesLost + versionsLost + notReopening);
        assertTrue(waiting > IMAGES, "the cuts lost nothing, so they showed nothing");
    }

    private List<Op> record(Worker worker, long seed) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(folder, "run");
        Path log = place.resolve("log");
        var told = new Told();
        boolean killed =
                worker.run(
                        place.resolve(NAME),
                        seed,
                        STEPS,
                        told,
                        "-o",
                        log.toString(),
                        "-xx",
                        "-s",
                        "100000",
                        "-e",
                        Recording.CALLS);
        assertTrue(!killed, "the run did not end");
        List<Op> ops =
                Recording.read(
                        log,
                        Set.of(
                                NAME,
                                NAME + "-wal",
                                NAME + "-journal",
                                place.getFileName().toString()));
        Kills.delete(place);
        return ops;
    }

    /// Cuts at as many points, ascending, so that the disk is followed once.
    private void cut(List<Op> ops, int images, Random random) throws IOException {
        List<Integer> points = random.ints(images, 1, ops.size()).sorted().boxed().toList();
        var disk = new Disk(Set.of(NAME, NAME + "-wal", NAME + "-journal"));
        var told = new Told();
        int at = 0;
        for (int point : points) {
            while (at < point) {
                Op op = ops.get(at++);
                disk.take(op);
                if (op instanceof Op.Tell(String line)) {
                    line.lines().forEach(told::add);
                }
            }
            Path image = Files.createTempDirectory(folder, "cut");
            waiting += disk.waiting();
            disk.powerCut(image, random);
            Told.Verdict verdict = told.judge(image.resolve(NAME));
            strokesLost += verdict.strokesLost();
            versionsLost += verdict.versionsLost();
            if (!verdict.isGood()) {
                notReopening += verdict.wrong().isEmpty() ? 0 : 1;
                wrong.add("call " + point + ": " + verdict);
            }
            Kills.delete(image);
        }
    }
}
