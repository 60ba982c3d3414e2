// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Several benchmarks in one table. A contender takes its turn at each of them; at one that it does not take part in it
/// has no value.
record JoinedBenchmark(String name, String purpose, List<Benchmark> parts, List<Goal> goals)
        implements Benchmark {
    JoinedBenchmark {
        parts = List.copyOf(parts);
        goals = List.copyOf(goals);
    }

    @Override
    public List<Quantity> quantities() {
        return parts.stream().flatMap(part -> part.quantities().stream()).toList();
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Field open() throws BenchFailedException {
        var fields = new ArrayList<Field>();
        var names = new ArrayList<String>();
        for (Benchmark part : parts) {
            Field field = part.open();
            fields.add(field);
            field.contenders().stream()
                    .map(Contender::name)
                    .filter(known -> !names.contains(known))
                    .forEach(names::add);
        }
        List<Contender> contenders =
                names.stream()
                        .map(contender -> new Contender(contender, () -> turn(contender, fields)))
                        .toList();
        return new Field() {
            @Override
            public List<Contender> contenders() {
                return contenders;
            }

            @Override
            public void close() {
                fields.forEach(Field::close);
            }
        };
    }

    private List<Double> turn(String contender, List<Field> fields)
            throws BenchFailedException, IOException, InterruptedException {
        var values = new ArrayList<Double>();
        for (int n = 0; n < fields.size(); n++) {
            Optional<Contender> taking =
                    fields.get(n).contenders().stream()
                            .filter(one -> one.name().equals(contender))
                            .findFirst();
            values.addAll(
                    taking.isPresent()
                            ? taking.get().turn().take()
                            : Collections.nCopies(parts.get(n).quantities().size(), Double.NaN));
        }
        return values;
    }
}
