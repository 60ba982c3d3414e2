// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.io.IOException;
import java.util.List;

/// Does the work once and measures it.
@FunctionalInterface
public interface Turn {

    /// One value for each quantity of the benchmark, in its order and unit.
    List<Double> take() throws BenchFailedException, IOException, InterruptedException;

    /// Whether later turns are faster than the first ones. Not so of a program that is started anew for each and takes
    /// the best of its own repetitions.
    default boolean warmsUp() {
        return true;
    }
}
