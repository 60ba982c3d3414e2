// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.overread.viewer.dicom.write.SeriesWriter;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Writes the sample study: under `images` a folder of DICOM files a series, under `truth` a label map a series.
///
/// A folder of the sample is known by its marker file. Each series is written under a temporary name and appears whole
/// or not at all. Running it again replaces what it wrote before and touches nothing else.
public final class SampleStudyFiles {
    /// Says that a folder is a sample study of ours.
    static final String MARKER = "overread-sample.txt";

    private static final String PART = ".part";
    private static final String ABOUT =
            """
            Overread sample study, version 3.
            Made by code from formulas: there is no patient behind it, and it may be shared freely.
            Overread replaces the series in this folder when it writes the sample again.
            """;

    private SampleStudyFiles() {}

    /// The series folders, in the order of the study. Progress counts slices, sampled and written. Blocks; called from
    /// outside the executor's threads, which sample the slices.
    public static List<Path> write(
            Path folder, Executor executor, Progress.Listener listener, CancelToken cancel)
            throws IOException {
        claim(folder);
        List<SampleSeries> study = SampleStudy.series();
        long total = study.stream().mapToLong(s -> 2L * s.geometry().size().k()).sum();
        long before = 0;
        var written = new ArrayList<Path>();
        for (SampleSeries series : study) {
            int slices = series.geometry().size().k();
            Volume volume = series.volume(executor, after(before, total, listener), cancel);
            Path target = images(folder).resolve(name(series));
            writeSeries(volume, series, target, after(before + slices, total, listener), cancel);
            written.add(target);
            Path truth = truth(folder).resolve(name(series) + ".nrrd");
            SampleTruth.write(series, truth, executor, cancel);
            before += 2L * slices;
        }
        return List.copyOf(written);
    }

    /// Where the series lie: a folder of images and nothing else.
    public static Path images(Path folder) {
        return folder.resolve("images");
    }

    /// Where the truth lies.
    static Path truth(Path folder) {
        return folder.resolve("truth");
    }

    private static String name(SampleSeries series) {
        return series.date() + " " + series.title().replace(",", "");
    }

    private static Progress.Listener after(long before, long total, Progress.Listener listener) {
        return p -> listener.progress(new Progress(before + p.done(), total));
    }

    private static void claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new FolderInUseException();
                }
            }
            Files.writeString(marker, ABOUT, StandardCharsets.UTF_8);
        }
        Files.createDirectories(images(folder));
        Files.createDirectories(truth(folder));
    }

    private static void writeSeries(
            Volume volume,
            SampleSeries series,
            Path target,
            Progress.Listener listener,
            CancelToken cancel)
            throws IOException {
        Path part = target.resolveSibling(target.getFileName() + PART);
        delete(part);
        Files.createDirectory(part);
        boolean complete = false;
        try {
            SeriesWriter.write(volume, SampleHeaders.of(series), part, listener, cancel);
            delete(target);
            Files.move(part, target);
            complete = true;
        } finally {
            if (!complete) {
                delete(part);
            }
        }
    }

    /// A series folder and the files in it; folders inside it are none of ours, so it then fails.
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (NoSuchFileException e) {
            return; // nothing to delete
        }
        Files.delete(folder);
    }
}
