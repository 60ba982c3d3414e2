// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

final class SampleStudyFilesTest {
    @TempDir Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            return content.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everySliceOfEverySeriesIsWritten() throws IOException {
        var seen = new ArrayList<Progress>();
        Progress.Listener listener =
                p -> {
                    synchronized (seen) {
                        seen.add(p);
                    }
                };
        List<Path> written =
                SampleStudyFiles.write(
                        folder, ForkJoinPool.commonPool(), listener, new CancelToken());
        List<SampleSeries> study = SampleStudy.series();
        assertEquals(study.size(), written.size());
        for (int n = 0; n < study.size(); n++) {
            assertEquals(study.get(n).geometry().size().k(), names(written.get(n)).size());
            String truth = written.get(n).getFileName() + ".nrrd";
            assertTrue(Files.exists(folder.resolve("truth").resolve(truth)));
        }
        Path images = folder.resolve("images");
        assertEquals(written.stream().map(Path::getParent).distinct().toList(), List.of(images));
        assertFalse(names(images).stream().anyMatch(name -> name.endsWith(".part")));
        assertEquals(1.0, seen.getLast().fraction());
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Path precious = folder.resolve("thesis.txt");
        Files.writeString(precious, "mine");
        assertThrows(
                FolderInUseException.class,
                () ->
                        SampleStudyFiles.write(
                                folder, Runnable::run, Progress.Listener.NONE, new CancelToken()));
        assertEquals(List.of("thesis.txt"), names(folder));
    }

    @Test
    void cancellingLeavesNoHalfSeries() throws IOException {
        var cancel = new CancelToken();
        int slices = SampleStudy.series().getFirst().geometry().size().k();
        Progress.Listener untilSomeAreWritten =
                p -> {
                    if (p.done() > slices + 3) {
                        cancel.cancel();
                    }
                };
        assertThrows(
                CancellationException.class,
                () ->
                        SampleStudyFiles.write(
                                folder, ForkJoinPool.commonPool(), untilSomeAreWritten, cancel));
        assertEquals(List.of("images", SampleStudyFiles.MARKER, "truth"), names(folder));
        assertEquals(List.of(), names(folder.resolve("images")));
    }

    @Test
    void theTruthAsAMaskHasAsManyVoxelsAsTheBodySays() {
        SampleSeries ct = SampleStudy.series().getFirst();
        Mask lesion =
                SampleTruth.mask(
                        ct,
                        ct.phantom().structure("Liver lesion 1"),
                        ForkJoinPool.commonPool(),
                        new CancelToken());
        double voxelMl = 0.8 * 0.8 * 2.5 / 1000;
        assertEquals(4 / 3.0 * Math.PI * 2.744, lesion.count() * voxelMl, 0.1); // a ball of 14 mm
    }
}
