// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerSeconds;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.WarmUp;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FirstLook;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// From a folder of CT slices, files in the page cache, to a volume; to the one image that is shown while the folder is
/// read; and to the volume's first slice, from the folder and from the series as it stands in the list. Ours runs until it does not get faster any more before anything counts, as in a
/// program that has been open for a while.
///
/// Peers take part where the variable OVERREAD_PEERS names a folder that holds them: `itk_import` (ITK's GDCM series
/// reader) and `vtk_import.py` (VTK's plain reader). Their own seconds count, not their start.
public final class ImportBenchmark implements Benchmark {
    static final int SLICES = 300;
    private static final int LONG = 2000;

    private final String name;
    private final int slices;
    private final SeriesEncoding encoding;

    private ImportBenchmark(String name, int slices, SeriesEncoding encoding) {
        this.name = name;
        this.slices = slices;
        this.encoding = encoding;
    }

    public static ImportBenchmark of(SeriesEncoding encoding) {
        return new ImportBenchmark("import-" + encoding.label(), SLICES, encoding);
    }

    /// As long as series get, uncompressed; takes one gigabyte on disk.
    public static ImportBenchmark ofLongSeries() {
        return new ImportBenchmark("import-long", LONG, SeriesEncoding.RAW);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String purpose() {
        return "Scan and read %d CT slices 512 x 512, stored as %s."
                .formatted(slices, encoding.label());
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("volume", "ms"),
                new Quantity("first look", "ms"),
                new Quantity("first slice", "ms"),
                new Quantity("first slice of the listed series", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public Field open() throws BenchFailedException {
        BenchSeries series;
        try {
            series = BenchSeries.write(slices, encoding);
        } catch (IOException e) {
            throw new BenchFailedException("The series could not be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("The benchmark was interrupted.");
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", new WarmUp(() -> ours(series.folder(), pool))));
        peer("itk_import")
                .ifPresent(
                        program ->
                                contenders.add(
                                        new Contender(
                                                "ITK with GDCM",
                                                new PeerSeconds(
                                                        List.of(
                                                                program.toString(),
                                                                series.folder().toString()),
                                                        "([0-9.e-]+) s(?: |$)",
                                                        quantities().size()))));
        if (encoding == SeriesEncoding.RAW) {
            peer("vtk_import.py")
                    .ifPresent(
                            program ->
                                    contenders.add(
                                            new Contender(
                                                    "VTK plain reader",
                                                    new PeerSeconds(
                                                            List.of(
                                                                    "/usr/bin/python3",
                                                                    program.toString(),
                                                                    series.folder().toString()),
                                                            "([0-9.e-]+) s(?: |$)",
                                                            quantities().size()))));
        }
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                pool.shutdownNow();
                series.close();
            }
        };
    }

    private static Optional<Path> peer(String name) {
        return Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isRegularFile);
    }

    private static List<Double> ours(Path folder, ExecutorService pool)
            throws IOException, InterruptedException {
        var cancel = new CancelToken();
        System.gc(); // the volumes of earlier turns are not this turn's burden
        settle(folder, pool, cancel);
        long looking = System.nanoTime();
        look(folder, pool, cancel);
        long begun = System.nanoTime();
        VolumeSource source = scanned(folder, pool, cancel);
        long listed = System.nanoTime();
        var first = new AtomicLong();
        LoadListener listener =
                new LoadListener() {
                    @Override
                    public void sliceComplete(int k) {
                        first.compareAndSet(0, System.nanoTime());
                    }
                };
        DicomVolumeReader.read(source, pool, listener, cancel);
        long ended = System.nanoTime();
        return List.of(
                (ended - begun) / 1e6,
                (begun - looking) / 1e6,
                (first.get() - begun) / 1e6,
                (first.get() - listed) / 1e6);
    }

    private static void look(Path folder, ExecutorService pool, CancelToken cancel)
            throws IOException, InterruptedException {
        DicomVolume seen = FirstLook.at(List.of(folder), pool, cancel).orElseThrow();
        DicomVolumeReader.readSlice(seen.source(), 0);
    }

    /// After a full collection the JVM checks each compiled method once more when it is first called. No import comes
    /// straight after one, so a single slice pays for that.
    private static void settle(Path folder, ExecutorService pool, CancelToken cancel)
            throws IOException, InterruptedException {
        Path slice;
        try (Stream<Path> files = Files.list(folder)) {
            slice = files.findFirst().orElseThrow();
        }
        DicomVolumeReader.read(scanned(slice, pool, cancel), pool, LoadListener.NONE, cancel);
    }

    private static VolumeSource scanned(Path place, ExecutorService pool, CancelToken cancel)
            throws InterruptedException {
        return DicomScanner.scan(List.of(place), pool, Progress.Listener.NONE, cancel)
                .volumes()
                .findFirst()
                .orElseThrow();
    }
}
