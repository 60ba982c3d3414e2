// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.KeyRing;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.refusal.RefusedException;

/// Statements from the bytes of their envelopes to what they say: read, signature checked, understood. One thread.
public final class StatementBenchmark implements Benchmark {
    private static final int COUNT = 2_000;

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String purpose() {
        return "Verifies and reads signed statements, on one thread.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("verified", "1/s"));
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() throws BenchFailedException {
        var office = new BenchOffice();
        var envelopes = new ArrayList<Bytes>();
        try {
            for (int n = 0; n < COUNT; n++) {
                envelopes.add(
                        office.sign(new Decision.Submit(Bytes.utf8("version " + n).digest()))
                                .bytes());
            }
        } catch (RefusedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
        KeyRing ring =
                id ->
                        id.equals(office.reader().key().id())
                                ? Optional.of(office.reader().key())
                                : Optional.empty();
        return Field.of(List.of(new Contender("overread", () -> turn(envelopes, ring))));
    }

    private static List<Double> turn(List<Bytes> envelopes, KeyRing ring)
            throws BenchFailedException {
        long begun = System.nanoTime();
        int read = 0;
        try {
            for (Bytes bytes : envelopes) {
                if (Envelope.read(bytes).verify(Statement.PAYLOAD_TYPE, ring).statement()
                        instanceof StatementOrOpaque.Known) {
                    read++;
                }
            }
        } catch (RefusedException e) {
            throw new BenchFailedException(String.valueOf(e.getMessage()));
        }
        if (read != COUNT) {
            throw new BenchFailedException("Only %d statements were read.".formatted(read));
        }
        return List.of(COUNT / ((System.nanoTime() - begun) / 1e9));
    }
}
