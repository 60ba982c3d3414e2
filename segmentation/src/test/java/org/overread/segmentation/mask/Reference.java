// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The answers of independent tools beside the project, and crews of several sizes.
public final class Reference {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    /// Real volumes that ITK and SciPy were asked about.
    public static final List<String> VOLUMES =
            List.of("ct_abdomen_crlm1004", "ct_leg_sts004", "mr_breast_sag_ucsf06");

    private Reference() {}

    public static Volume volume(String file) {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.exists(path), "missing: " + file);
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.read(path, Progress.Listener.NONE, new CancelToken()));
        assertEquals(1, read.volumes().size());
        return read.volumes().getFirst();
    }

    /// A series as DICOM files hold it.
    public static Volume series(String name) throws IOException, InterruptedException {
        Path folder = SHARED.resolve("data/dicom").resolve(name);
        assumeTrue(Files.isDirectory(folder), "missing: data/dicom/" + name);
        try (var compute = Executors.newFixedThreadPool(2)) {
            return VolumeFinder.find(
                            List.of(folder), compute, Progress.Listener.NONE, new CancelToken())
                    .volumes()
                    .getFirst()
                    .open(compute, new LoadListener() {}, new CancelToken());
        }
    }

    /// The names of all masks that ITK wrote, as `series.operation`.
    public static List<String> masks() {
        Path folder = SHARED.resolve("reference/masks");
        assumeTrue(Files.isDirectory(folder), "missing: reference/masks");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".nrrd", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Mask mask(String volume, String operation) {
        return mask("reference/masks/%s.%s.nrrd".formatted(volume, operation));
    }

    public static Mask mask(String file) {
        return nonZero(volume(file));
    }

    public static Mask nonZero(Volume volume) {
        return MaskRows.between(
                volume.voxels().numbers(), 1, Double.POSITIVE_INFINITY, Crew.alone());
    }

    public static String json(String file) throws IOException {
        Path path = SHARED.resolve("reference").resolve(file);
        assumeTrue(Files.exists(path), "missing: reference/" + file);
        return Files.readString(path);
    }

    /// One hand, two and five: what is computed must not depend on it.
    public static Stream<Crew> crews() {
        var pool =
                Executors.newFixedThreadPool(
                        4,
                        task -> {
                            var thread = new Thread(task);
                            thread.setDaemon(true);
                            return thread;
                        });
        return Stream.of(1, 2, 5)
                .map(hands -> new Crew(pool, hands, new CancelToken(), Progress.Listener.NONE));
    }
}
