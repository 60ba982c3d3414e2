// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Finds the volumes in folders, files and zip archives. Reads headers only.
public final class DicomScanner {
    private DicomScanner() {}

    /// Blocks until all is read; headers are read on the calling thread and on `compute`. Every file found ends in a
    /// volume or in the list of skipped ones. `listener` counts files and is called on several threads.
    public static ScanResult scan(
            List<Path> roots,
            ExecutorService compute,
            Progress.Listener listener,
            CancelToken cancel)
            throws InterruptedException {
        var skipped = new ArrayList<SkippedFile>();
        List<Path> files = FileFinder.find(roots, skipped, cancel);
        var parts = new ConcurrentLinkedQueue<Part>();
        var done = new AtomicLong();
        listener.progress(new Progress(0, files.size()));
        SharedWork.run(
                compute,
                files.size(),
                n -> {
                    cancel.check();
                    parts.add(read(DicomFile.of(files.get(n))));
                    listener.progress(new Progress(done.incrementAndGet(), files.size()));
                });
        var frames = new ArrayList<List<Frame>>();
        for (Part part : parts) {
            switch (part) {
                case Part.Read(List<Frame> read) -> frames.add(read);
                case Part.Skipped(SkippedFile file) -> skipped.add(file);
            }
        }
        return ScanAssembler.assemble(frames, skipped);
    }

    private sealed interface Part {
        record Read(List<Frame> frames) implements Part {}

        record Skipped(SkippedFile file) implements Part {}
    }

    private static Part read(DicomFile file) {
        try (ByteSource source = ByteSources.ofFile(file.path())) {
            return new Part.Read(HeaderReader.read(file, source, source.size()));
        } catch (IOException e) {
            return new Part.Skipped(new SkippedFile(file, Refusals.of(e)));
        }
    }
}
