// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.overread.viewer.dicom.DicomSeeds;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.formats.FormatSeeds;
import org.overread.viewer.formats.FormatsBothWays;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A file of one name: found, all its volumes read, all its tags listed.
record OpenedFiles(String ending) implements FuzzTarget.Reader {
    private static final int LARGEST_SEED = 48 << 10;
    private static final int MOST_IN_BRICKS = 1 << 16;

    /// Bricks are files and threads: of so many inputs one is read into them too.
    private static final int ONE_IN = 10;

    /// Shut down, so that the caller does all the work.
    private static final ExecutorService NOBODY = Executors.newSingleThreadExecutor();

    private static final Path FOLDER = folder();

    static {
        NOBODY.shutdownNow();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("overread-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void read(byte[] bytes) throws IOException, InterruptedException {
        Path file = FOLDER.resolve("x" + ending);
        Files.write(file, bytes);
        var cancel = new CancelToken();
        FoundVolumes found =
                VolumeFinder.find(List.of(file), NOBODY, Progress.Listener.NONE, cancel);
        found.skipped().forEach(skipped -> SharedFiles.requireSentence(skipped.reason()));
        if (found.skipped().isEmpty() && found.volumes().isEmpty() && !ending.equals(".zip")) {
            throw new AssertionError("the file is lost");
        }
        for (OpenableVolume volume : found.volumes()) {
            try {
                requireWhole(volume.open(NOBODY, LoadListener.NONE, cancel));
                volume.tags(0);
                if (Arrays.hashCode(bytes) % ONE_IN == 0) {
                    requireTheSameInBricks(volume);
                }
            } catch (DicomReadException e) {
                SharedFiles.requireSentence(e.reason().describe());
            } catch (ImageReadException e) {
                SharedFiles.requireSentence(e.reason().describe());
            }
        }
    }

    /// Of DICOM that is shown for whole folders.
    private static void requireTheSameInBricks(OpenableVolume volume) {
        if (volume instanceof FileVolume(_, ImageFile image, int index)
                && image.geometry().size().voxels() <= MOST_IN_BRICKS) {
            Optional<String> difference = FormatsBothWays.difference(image.file(), index);
            if (difference.isPresent()) {
                throw new AssertionError(difference.get());
            }
        }
    }

    private static void requireWhole(Volume volume) {
        var geometry = volume.geometry();
        var size = geometry.size();
        var last = new VoxelPoint(size.i() - 1, size.j() - 1, size.k() - 1);
        if (!geometry.toPatient(last).isFinite() || volume.voxels().image() == null) {
            throw new AssertionError("a volume that lies nowhere: " + geometry);
        }
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        var seeds = new ArrayList<byte[]>();
        switch (ending) {
            case ".dcm" -> {
                seeds.addAll(DicomSeeds.files());
                seeds.addAll(small("dicom_files", ".*"));
                seeds.addAll(small("seg", ".*\\.dcm"));
            }
            case ".zip" -> seeds.add(DicomSeeds.archive());
            case ".nii" -> {
                seeds.addAll(FormatSeeds.files(".nii"));
                seeds.addAll(small("nifti", ".*\\.nii"));
            }
            case ".nrrd" -> {
                seeds.addAll(FormatSeeds.files(".nrrd"));
                seeds.addAll(small("nrrd", ".*\\.(nrrd|nhdr)"));
            }
            default -> seeds.addAll(FormatSeeds.files(".mha"));
        }
        return seeds;
    }

    private static List<byte[]> small(String folder, String pattern) throws IOException {
        var small = new ArrayList<byte[]>();
        for (Path file : SharedFiles.of(folder, pattern)) {
            if (Files.size(file) <= LARGEST_SEED) {
                small.add(Files.readAllBytes(file));
            }
        }
        return small;
    }

    /// Takes the folder of the files away.
    static void clear() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(FOLDER);
    }
}
