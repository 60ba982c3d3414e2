// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.trust;

import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.log.LogEntry;
import org.overread.sync.log.TreeHash;

/// The digest over 1,048,576 entries of a log, leaf by leaf; one thread.
public final class LogBenchmark implements Benchmark {
    private static final int LEAVES = 1 << 20;

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String purpose() {
        return "Hashes a log of 1,048,576 entries, on one thread.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("hash", "ms"));
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
    public Field open() {
        return Field.of(List.of(new Contender("overread", LogBenchmark::turn)));
    }

    private static List<Double> turn() throws BenchFailedException {
        long begun = System.nanoTime();
        var tree = new TreeHash.Growing();
        Digest envelope = Bytes.EMPTY.digest();
        for (int n = 0; n < LEAVES; n++) {
            tree.add(new LogEntry(new Digest(n, 0, 0, 0), envelope).leaf());
        }
        if (tree.root().equals(TreeHash.EMPTY)) {
            throw new BenchFailedException("The tree is empty.");
        }
        return List.of((System.nanoTime() - begun) / 1e6);
    }
}
