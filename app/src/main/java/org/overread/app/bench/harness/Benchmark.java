// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;

/// Something worth measuring, with those who compete at it.
public non-sealed interface Benchmark extends Contest {

    /// What one turn of a contender yields, in this order; not a number where it does not take part.
    List<Quantity> quantities();

    /// Turns of each contender that are not counted, but of those who need none.
    int warmUpRounds();

    /// Counted turns of each contender, where nobody asks for another number.
    int rounds();

    /// Makes what the contenders need; closing takes it away again.
    ///
    /// @throws BenchFailedException where this machine cannot run the benchmark
    Field open() throws BenchFailedException;
}
