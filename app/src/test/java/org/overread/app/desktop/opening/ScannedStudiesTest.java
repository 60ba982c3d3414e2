// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.studies.FirstImage;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.sample.CoarseSample;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

final class ScannedStudiesTest {
    private final ExecutorService compute = Executors.newFixedThreadPool(2);
    private final List<FirstImage> images = new ArrayList<>();

    @TempDir private Path folder;

    @AfterEach
    void end() {
        compute.shutdownNow();
    }

    @Test
    void oneImageIsShownBeforeAnyHeaderIsCounted() throws IOException {
        CoarseSample.write(folder, compute);
        var before = new ArrayList<Integer>();
        StudyList list = read(_ -> before.add(images.size()));
        assertEquals(1, images.size());
        assertEquals(1, before.getFirst());
        String title = list.studies().getFirst().title();
        assertTrue(images.getFirst().words().startsWith(title.split(" ·", -1)[0]), title);
    }

    @Test
    void whereNoImageIsFoundTheFolderIsReadAllTheSame() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no image");
        assertEquals(1, read(Progress.Listener.NONE).skipped().size());
        assertEquals(List.of(), images);
    }

    private StudyList read(Progress.Listener progress) throws IOException {
        return new ScannedStudies(compute)
                .read(List.of(folder), images::add, new CancelToken(), progress);
    }
}
