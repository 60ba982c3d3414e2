// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.viewer.dicom.write.DicomUid;
import org.overread.viewer.dicom.write.SeriesHeader;
import org.overread.viewer.dicom.write.SeriesWriter;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// CT slices in a temporary folder, with noise such as scanners make: what compresses too well flatters every decoder.
/// The same values each time.
final class BenchSeries implements AutoCloseable {
    private static final int SIDE = 512;
    private static final int TINY = 16;
    private static final double NOISE_HU = 12;

    private final Path top;

    private BenchSeries(Path top) {
        this.top = top;
    }

    /// One series of slices 512 x 512.
    static BenchSeries write(int slices, SeriesEncoding encoding)
            throws BenchFailedException, IOException, InterruptedException {
        return write(1, slices, SIDE, encoding);
    }

    /// Several series of tiny slices: headers and hardly more.
    static BenchSeries headers(int series, int slices)
            throws BenchFailedException, IOException, InterruptedException {
        return write(series, slices, TINY, SeriesEncoding.RAW);
    }

    private static BenchSeries write(int count, int slices, int side, SeriesEncoding encoding)
            throws BenchFailedException, IOException, InterruptedException {
        var series = new BenchSeries(Files.createTempDirectory("overread-bench-series"));
        boolean complete = false;
        try {
            for (int n = 1; n <= count; n++) {
                Path folder = count == 1 ? series.folder() : series.folder().resolve("" + n);
                Files.createDirectories(folder);
                SeriesWriter.write(
                        volume(slices, side),
                        header(n),
                        folder,
                        Progress.Listener.NONE,
                        new CancelToken());
                encoding.encode(folder);
            }
            complete = true;
            return series;
        } finally {
            if (!complete) {
                series.close();
            }
        }
    }

    Path folder() {
        return top.resolve("series");
    }

    private static Volume volume(int slices, int side) {
        var image = PlanarImgs.shorts(side, side, slices);
        for (int k = 0; k < slices; k++) {
            var random = new Random(k);
            short[] plane = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < plane.length; n++) {
                double hu = body(n % side, n / side, k) + NOISE_HU * random.nextGaussian();
                plane[n] = (short) Math.clamp(Math.round(hu), -1024, 3071);
            }
        }
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(side, side, slices),
                        new PatientPoint(-180, -180, 0),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        0.7,
                        0.7,
                        1);
        return new Volume("bench", "Benchmark", geometry, ValueUnit.HU, new Voxels.Int16(image));
    }

    /// A body of soft tissue with folds, air around it.
    private static double body(int i, int j, int k) {
        double radius = Math.hypot(i - SIDE / 2.0, j - SIDE / 2.0);
        return radius < 200 + 20 * Math.sin(k / 20.0)
                ? 40 + 30 * Math.sin(i / 17.0) * Math.cos(j / 23.0 + k / 9.0)
                : -1000;
    }

    private static SeriesHeader header(int number) {
        return new SeriesHeader(
                new SeriesHeader.Patient("Bench^Mark", "BENCH", LocalDate.of(1970, 1, 1), "O"),
                new SeriesHeader.Study(
                        DicomUid.named("bench study"),
                        "1",
                        "",
                        "Benchmark",
                        LocalDateTime.of(2026, 1, 1, 12, 0)),
                new SeriesHeader.Series(
                        DicomUid.named("bench series " + number),
                        DicomUid.named("bench frame"),
                        number,
                        "Benchmark",
                        "CHEST",
                        "HFS"),
                new SeriesHeader.Image.Ct(new Window(40, 400), 120, "SOFT"));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
