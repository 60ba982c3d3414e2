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
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerSeconds;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.WarmUp;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// From a folder of many small DICOM files, in the page cache, to the list of its series.
///
/// Where the variable OVERREAD_PEERS names a folder that holds `pydicom_scan.py`, that takes part; its own seconds
/// count, not its start.
public final class ScanBenchmark implements Benchmark {
    private static final int SERIES = 20;
    private static final int FILES = 10_000;

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String purpose() {
        return "Read the headers of %,d small DICOM files and sort them into %d series."
                .formatted(FILES, SERIES);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("scan", "ms"), new Quantity("rate", "files/s"));
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
        BenchSeries files;
        try {
            files = BenchSeries.headers(SERIES, FILES / SERIES);
        } catch (IOException e) {
            throw new BenchFailedException("The files could not be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("The benchmark was interrupted.");
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", new WarmUp(() -> ours(files.folder(), pool))));
        peer().ifPresent(
                        program -> {
                            var seconds =
                                    new PeerSeconds(
                                            List.of(
                                                    "/usr/bin/python3",
                                                    program.toString(),
                                                    files.folder().toString()),
                                            "([0-9.e-]+) s(?: |$)",
                                            1);
                            contenders.add(
                                    new Contender(
                                            "pydicom", () -> rated(seconds.take().getFirst())));
                        });
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                pool.shutdownNow();
                files.close();
            }
        };
    }

    private static Optional<Path> peer() {
        return Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, "pydicom_scan.py"))
                .filter(Files::isRegularFile);
    }

    private static List<Double> ours(Path folder, ExecutorService pool)
            throws BenchFailedException, InterruptedException {
        long begun = System.nanoTime();
        ScanResult scan =
                DicomScanner.scan(List.of(folder), pool, Progress.Listener.NONE, new CancelToken());
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        if (scan.volumes().count() != SERIES) {
            throw new BenchFailedException("The scan did not find the series that were written.");
        }
        return rated(milliseconds);
    }

    private static List<Double> rated(double milliseconds) {
        return List.of(milliseconds, FILES / milliseconds * 1000);
    }
}
