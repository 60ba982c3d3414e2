// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.overread.viewer.dicom.BothWays;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.DicomSeeds;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A folder of several files, the directory of a medium first: scanned, and each volume read into memory and into bricks.
/// Each file must end in one volume or in the list, and both readings must hold the same.
record ReadFolders() implements FuzzTarget.Reader {
    private static final int MOST_FILES = 8;
    private static final ExecutorService NOBODY = Executors.newSingleThreadExecutor();
    private static final Path FOLDER = folder();

    static {
        NOBODY.shutdownNow();
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("overread-fuzz-folder");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void read(byte[] bytes) throws IOException, InterruptedException {
        List<Path> files = write(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        try {
            ScanResult scan =
                    DicomScanner.scan(
                            List.of(FOLDER), NOBODY, Progress.Listener.NONE, new CancelToken());
            requireAllFiles(files, scan);
            for (VolumeSource volume : scan.volumes().toList()) {
                Optional<String> difference = BothWays.difference(volume, NOBODY);
                if (difference.isPresent()) {
                    throw new AssertionError(difference.get());
                }
            }
        } catch (DicomReadException e) {
            SharedFiles.requireSentence(e.reason().describe());
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /// A length of two bytes before each file; the last one takes what is left.
    private static List<Path> write(ByteBuffer in) throws IOException {
        var files = new ArrayList<Path>();
        while (in.remaining() > 2 && files.size() < MOST_FILES) {
            byte[] content = new byte[Math.min(in.getShort() & 0xffff, in.remaining())];
            in.get(content);
            Path file = FOLDER.resolve(files.isEmpty() ? "DICOMDIR" : "i" + files.size());
            files.add(Files.write(file, content));
        }
        return files;
    }

    private static void requireAllFiles(List<Path> files, ScanResult scan) {
        var ended = new ArrayList<Path>();
        scan.skipped().stream()
                .filter(file -> !(file.reason() instanceof SkipReason.MissingFromMedium))
                .forEach(
                        file -> {
                            SharedFiles.requireSentence(file.reason().describe());
                            ended.add(file.file().path());
                        });
        Set<Path> used = new HashSet<>();
        scan.volumes()
                .flatMap(volume -> volume.slices().stream())
                .forEach(slice -> used.add(slice.file().path()));
        scan.studies().stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.presentations().stream())
                .forEach(state -> used.add(state.file().path()));
        ended.addAll(used);
        if (ended.size() != files.size() || !new HashSet<>(ended).containsAll(files)) {
            throw new AssertionError("%s ended as %s".formatted(files, ended));
        }
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (List<byte[]> folder : DicomSeeds.folders()) {
            var out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
            folder.forEach(file -> out.putShort((short) file.length).put(file));
            seeds.add(java.util.Arrays.copyOf(out.array(), out.position()));
        }
        return seeds;
    }
}
