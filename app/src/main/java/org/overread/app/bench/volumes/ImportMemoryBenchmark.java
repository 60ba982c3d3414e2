// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.volumes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;

/// What a fresh process takes while it imports a series, against what the voxels take: with the collector of the command
/// line and with that of the workstation.
public final class ImportMemoryBenchmark implements Benchmark {
    private static final double MEBIBYTE = 1024.0 * 1024;
    private static final List<SeriesEncoding> ENCODINGS =
            List.of(SeriesEncoding.RAW, SeriesEncoding.JPEG_LOSSLESS, SeriesEncoding.RLE);

    private record Collector(String name, List<String> options) {}

    private static final List<Collector> COLLECTORS =
            List.of(
                    new Collector(
                            "command line",
                            List.of(
                                    "-XX:+UseSerialGC",
                                    "-XX:PretenureSizeThreshold=64k",
                                    "-XX:NewSize=16m",
                                    "-XX:MaxNewSize=16m")),
                    new Collector("workstation", List.of("-XX:G1HeapRegionSize=1m")));

    @Override
    public String name() {
        return "import-memory";
    }

    @Override
    public String purpose() {
        return "Growth of a process at its peak while it imports %d CT slices 512 x 512."
                .formatted(ImportBenchmark.SLICES);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("peak growth", "MiB"), new Quantity("of the voxels", "%"));
    }

    @Override
    public int warmUpRounds() {
        return 0;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public Field open() throws BenchFailedException {
        var written = new ArrayList<BenchSeries>();
        var contenders = new ArrayList<Contender>();
        boolean complete = false;
        try {
            for (SeriesEncoding encoding : ENCODINGS) {
                BenchSeries series = BenchSeries.write(ImportBenchmark.SLICES, encoding);
                written.add(series);
                for (Collector collector : COLLECTORS) {
                    contenders.add(
                            new Contender(
                                    encoding.label() + ", " + collector.name(),
                                    () -> measured(series.folder(), collector)));
                }
            }
            complete = true;
        } catch (IOException e) {
            throw new BenchFailedException("The series could not be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailedException("The benchmark was interrupted.");
        } finally {
            if (!complete) {
                written.forEach(BenchSeries::close);
            }
        }
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                written.forEach(BenchSeries::close);
            }
        };
    }

    private static List<Double> measured(Path folder, Collector collector)
            throws BenchFailedException, IOException, InterruptedException {
        Path answer = Files.createTempFile("overread-bench", ".txt");
        try {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(collector.options());
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(
                    List.of(
                            ImportMemoryProbe.class.getName(),
                            folder.toString(),
                            answer.toString()));
            int status =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor();
            String[] bytes = Files.readString(answer).split(" ", -1);
            if (status != 0 || bytes.length != 2) {
                throw new BenchFailedException("The process that imports did not answer.");
            }
            double growth = Double.parseDouble(bytes[0]);
            return List.of(growth / MEBIBYTE, 100 * growth / Double.parseDouble(bytes[1]));
        } finally {
            Files.delete(answer);
        }
    }
}
