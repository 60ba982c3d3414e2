// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.sync.store.db.StoreException;

/// Saving and opening at 512 x 512 x 600 with 104 structures, beside what the same disk takes to force 4 KiB.
public final class StoreBenchmark implements Benchmark {
    private static final int STROKES = 200;
    private static final int FORCES = 100;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String purpose() {
        return "Saving strokes and versions of a body with 104 structures, and opening them, beside a forced write.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("stroke, 99 of 100", "ms"),
                new Quantity("version, 1 % of blocks", "ms"),
                new Quantity("version, all new", "ms"),
                new Quantity("open", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Field open() throws BenchFailedException {
        try {
            Path folder = Files.createTempDirectory("overread-store");
            var ours = new StoreField(folder);
            return new Field() {
                @Override
                public List<Contender> contenders() {
                    return List.of(
                            new Contender("overread", () -> take(ours)),
                            new Contender("forced 4 KiB", () -> force(folder)));
                }

                @Override
                public void close() {
                    ours.close();
                }
            };
        } catch (IOException e) {
            throw new BenchFailedException("No room for a workspace: " + e.getMessage());
        }
    }

    private static List<Double> take(StoreField ours) throws BenchFailedException, IOException {
        try {
            double all = ours.wholeVersion();
            var strokes = new double[STROKES];
            for (int n = 0; n < STROKES; n++) {
                strokes[n] = ours.stroke();
            }
            Arrays.sort(strokes);
            return List.of(strokes[STROKES * 99 / 100], ours.onePercent(), all, ours.open());
        } catch (StoreException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
    }

    /// The same for every quantity but the first: what one forced write takes.
    private static List<Double> force(Path folder) throws IOException {
        var times = new ArrayList<Double>();
        Path file = folder.resolve("probe");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(4096);
            for (int n = 0; n < FORCES; n++) {
                long begun = System.nanoTime();
                channel.write(bytes.clear(), 4096L * n);
                channel.force(false);
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        Files.delete(file);
        times.sort(null);
        double median = times.get(FORCES / 2);
        return List.of(times.get(FORCES * 99 / 100), median, median, median);
    }
}
