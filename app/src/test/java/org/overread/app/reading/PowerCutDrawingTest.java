// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.label.Segments;
import org.overread.sync.store.Workspace;

/// The power goes while somebody draws: what was on the disk when a stroke was told as saved is there, and of what was
/// written after it each sector is there or not. Every stroke that had ended is there again, and can be undone.
final class PowerCutDrawingTest {
    private static final int IMAGES = Integer.getInteger("drawing.images", 60);
    private static final int IMAGES_A_RUN = 60;
    private static final int STEPS = 120;
    private static final int SECTOR = 512;
    private static final int WAL_HEADER = 32;
    private static final String NAME = "workspace.overread";

    @TempDir private Path folder;

    /// The disk after a step, and what was told of the step.
    private static final class Moment {
        private final byte[] file;
        private final byte[] log;
        private final String told;

        Moment(Path folder, String told) throws IOException {
            file = Files.readAllBytes(folder.resolve(NAME));
            Path wal = folder.resolve(NAME + "-wal");
            log = Files.exists(wal) ? Files.readAllBytes(wal) : new byte[0];
            this.told = told;
        }

        /// Whether nothing but the log's end differs: no page was moved into the file meanwhile.
        boolean isContinuedBy(Moment later) {
            return Arrays.equals(file, later.file)
                    && log.length >= WAL_HEADER
                    && later.log.length >= log.length
                    && Arrays.equals(log, Arrays.copyOf(later.log, log.length));
        }
    }

    @Test
    void everyStrokeThatHadEndedIsThereAfterAPowerCut(TestReporter reporter) throws IOException {
        var random = new Random(Long.getLong("fault.seed", 20261121));
        int torn = 0;
        for (int done = 0; done < IMAGES; done += IMAGES_A_RUN) {
            List<Moment> moments = draw(random.nextLong());
            for (int n = 0; n < Math.min(IMAGES_A_RUN, IMAGES - done); n++) {
                int at = random.nextInt(moments.size() - 3);
                Moment cut = moments.get(at);
                Moment later = moments.get(at + 1 + random.nextInt(3));
                boolean tears = cut.isContinuedBy(later);
                torn += tears ? 1 : 0;
                Path image = Files.createTempDirectory(folder, "image");
                Files.write(image.resolve(NAME), cut.file);
                Files.write(
                        image.resolve(NAME + "-wal"), tears ? torn(cut, later, random) : cut.log);
                judge(image, moments, at);
            }
        }
        reporter.publishEntry(
                "power cuts while drawing",
                String.format(
                        Locale.ROOT,
                        "power cuts while drawing: %d images, %d of them with torn writes, 0 ended strokes lost",
                        IMAGES,
                        torn));
        assertTrue(torn > IMAGES / 3, "too few cuts fell into a write: " + torn);
    }

    /// Draws in a workspace of its own and looks at the disk after each step.
    private List<Moment> draw(long seed) throws IOException {
        Path place = Files.createTempDirectory(folder, "drawn");
        var random = new SplittableRandom(seed);
        var moments = new ArrayList<Moment>();
        try (Workspace workspace = Readings.workspace(place);
                WorkingCopy copy = Readings.open(Readings.stored(workspace), place)) {
            for (int n = 0; n < STEPS; n++) {
                Readings.act(copy, random);
                moments.add(
                        new Moment(
                                place,
                                told(copy.segments(), copy.position(), copy.steps().size())));
            }
        }
        return moments;
    }

    private static String told(Segments segments, int done, int steps) {
        return StateDigest.of(segments).digest().hex() + " " + done + " " + steps;
    }

    /// Of what came later each sector arrives or does not, and the file ends anywhere.
    private static byte[] torn(Moment cut, Moment later, Random random) {
        int length = cut.log.length + random.nextInt(later.log.length - cut.log.length + 1);
        byte[] log = Arrays.copyOf(cut.log, length);
        for (int from = cut.log.length; from < length; from += SECTOR) {
            int to = Math.min(length, from + SECTOR);
            if (random.nextBoolean()) {
                System.arraycopy(later.log, from, log, from, to - from);
            }
        }
        return log;
    }

    private void judge(Path image, List<Moment> moments, int at) throws IOException {
        try (Workspace workspace = Readings.workspace(image)) {
            LeftWork left = Readings.stored(workspace).left();
            assertEquals(Optional.empty(), left.trouble());
            String now = told(left.segments(), left.done(), left.steps().size());
            // what was being written may have arrived whole
            assertTrue(
                    moments.subList(at, Math.min(at + 4, moments.size())).stream()
                            .anyMatch(moment -> moment.told.equals(now)),
                    "image of step " + at);
            try (var copy = new WorkingCopy(left, Optional.empty(), Clock.systemUTC(), folder)) {
                int undone = 0;
                while (copy.undo() instanceof UndoOutcome.Done) {
                    undone++;
                }
                assertEquals(left.done(), undone, "all can be undone");
                assertTrue(copy.segments().list().isEmpty(), "to where it began");
            }
        }
    }
}
