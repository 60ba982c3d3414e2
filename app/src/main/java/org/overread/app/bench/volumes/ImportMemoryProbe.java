// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.overread.app.bench.harness.ProcessMemory;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A program of its own that imports a series once: `FOLDER ANSWER` writes to ANSWER how many bytes the process grew by
/// at most, and how many the voxels take. It has imported a few of the slices before, so that code does not count.
public final class ImportMemoryProbe {
    private static final int FEW = 3;

    private ImportMemoryProbe() {}

    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            open(few(folder), pool);
            long before = ProcessMemory.resident(ProcessHandle.current().pid());
            Volume volume = open(List.of(folder), pool);
            long most = ProcessMemory.mostResident(ProcessHandle.current().pid());
            long voxels = volume.geometry().size().voxels() * Short.BYTES;
            Files.writeString(Path.of(arguments[1]), (most - before) + " " + voxels);
        }
    }

    private static List<Path> few(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().limit(FEW).toList();
        }
    }

    private static Volume open(List<Path> places, ExecutorService pool)
            throws IOException, InterruptedException {
        var cancel = new CancelToken();
        VolumeSource source =
                DicomScanner.scan(places, pool, Progress.Listener.NONE, cancel)
                        .volumes()
                        .findFirst()
                        .orElseThrow();
        return DicomVolumeReader.read(source, pool, LoadListener.NONE, cancel);
    }
}
