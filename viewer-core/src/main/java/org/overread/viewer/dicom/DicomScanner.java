// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.ObjLongConsumer;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.FileFinder;
import org.overread.viewer.dicom.file.Refusals;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.frame.HeaderReader;
import org.overread.viewer.dicom.parse.MediaDirectory;
import org.overread.viewer.dicom.present.PresentationReader;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Finds the volumes in folders, files and zip archives. Reads headers only.
public final class DicomScanner {
    private DicomScanner() {}

    /// Blocks until all is read; headers are read on the calling thread and on `compute`. Every file found ends in a
    /// volume, is a presentation state of its series, or is in the list of skipped ones. `listener` counts files, and the
    /// bytes of those whose headers are read; it is called on several threads, and hears how many there are when all
    /// are found.
    public static ScanResult scan(
            List<Path> roots,
            ExecutorService compute,
            Progress.Listener listener,
            CancelToken cancel)
            throws InterruptedException {
        try (var archives = new Archives()) {
            return scan(roots, archives, compute, listener, cancel);
        } catch (IOException e) {
            throw new UncheckedIOException("closing an archive that was only read", e);
        }
    }

    private static ScanResult scan(
            List<Path> roots,
            Archives archives,
            ExecutorService compute,
            Progress.Listener listener,
            CancelToken cancel)
            throws InterruptedException {
        var skipped = new ArrayList<SkippedFile>();
        var found = new ArrayList<DicomFile>();
        var parts = new ConcurrentLinkedQueue<Part>();
        var progress = new ScanProgress(listener);
        var readers = new ConcurrentLinkedQueue<HeaderReader>(); // of whom nobody uses one
        SharedWork.<Sized, RuntimeException>run(
                compute,
                taker -> {
                    find(
                            roots,
                            archives,
                            (file, bytes) -> {
                                found.add(file);
                                progress.found(bytes);
                                taker.accept(new Sized(file, bytes));
                            },
                            skipped,
                            cancel);
                    progress.allFound();
                },
                sized -> {
                    cancel.check();
                    HeaderReader free = readers.poll();
                    HeaderReader reader = free == null ? new HeaderReader() : free;
                    parts.add(read(sized.file(), reader, archives));
                    readers.add(reader);
                    progress.read(sized.bytes());
                });
        var frames = new ArrayList<List<Frame>>();
        var presentations = new ArrayList<FoundPresentation>();
        var missing = new MissingFiles(found);
        for (Part part : parts) {
            switch (part) {
                case Part.Read(List<Frame> read) -> frames.add(read);
                case Part.Skipped(SkippedFile file) -> skipped.add(file);
                case Part.Presentation(FoundPresentation state) -> presentations.add(state);
                case Part.Directory(SkippedFile file, List<String> names) -> {
                    skipped.add(file);
                    skipped.addAll(missing.of(file.file(), names));
                }
            }
        }
        return ScanAssembler.assemble(frames, presentations, skipped);
    }

    private record Sized(DicomFile file, long bytes) {}

    /// Files and, in place of each archive, its members.
    private static void find(
            List<Path> roots,
            Archives archives,
            ObjLongConsumer<DicomFile> found,
            List<SkippedFile> skipped,
            CancelToken cancel) {
        FileFinder.find(
                roots,
                (path, bytes) -> {
                    if (!Archives.isArchive(path)) {
                        found.accept(DicomFile.of(path), bytes);
                        return;
                    }
                    try {
                        archives.members(path).forEach(found::accept);
                    } catch (IOException e) {
                        skipped.add(new SkippedFile(DicomFile.of(path), Refusals.of(e)));
                    }
                },
                skipped,
                cancel);
    }

    private sealed interface Part {
        record Read(List<Frame> frames) implements Part {}

        record Skipped(SkippedFile file) implements Part {}

        record Presentation(FoundPresentation found) implements Part {}

        /// Of a medium, and the files that it names.
        record Directory(SkippedFile file, List<String> names) implements Part {}
    }

    private static Part read(DicomFile file, HeaderReader reader, Archives archives) {
        try (ByteSource source = archives.open(file, Archives.MAX_MEMBER_HEADER)) {
            return new Part.Read(
                    Bounds.within(Bounds.HEADER, () -> reader.read(file, source, source.size())));
        } catch (IOException e) {
            String series = e instanceof DicomReadException known ? known.seriesUid() : "";
            var skipped = new SkippedFile(file, Refusals.of(e), series);
            return switch (skipped.reason()) {
                case SkipReason.DirectoryFile _ ->
                        new Part.Directory(skipped, namesIn(file, archives));
                case SkipReason.NoPixels _ ->
                        presentation(file, archives)
                                .<Part>map(
                                        state ->
                                                new Part.Presentation(
                                                        new FoundPresentation(skipped, state)))
                                .orElseGet(() -> new Part.Skipped(skipped));
                default -> new Part.Skipped(skipped);
            };
        }
    }

    private static Optional<PresentationState> presentation(DicomFile file, Archives archives) {
        try (ByteSource source = archives.open(file, Archives.MAX_MEMBER_HEADER)) {
            return Bounds.within(Bounds.HEADER, () -> PresentationReader.read(file, source));
        } catch (IOException _) { // it was read a moment ago: a file without pixels it stays
            return Optional.empty();
        }
    }

    private static List<String> namesIn(DicomFile directory, Archives archives) {
        try (ByteSource source = archives.open(directory, Archives.MAX_MEMBER_HEADER)) {
            return Bounds.within(Bounds.HEADER, () -> MediaDirectory.files(source));
        } catch (IOException _) { // it was read a moment ago; what it names is beside the point
            return List.of();
        }
    }
}
