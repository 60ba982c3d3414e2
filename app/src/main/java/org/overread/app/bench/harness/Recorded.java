// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.Arrays;
import java.util.List;

/// Peers that no package holds: what was recorded of them, once, on a machine of this kind (two cores of an EPYC).
public final class Recorded {
    public static final String NAME = "ITK, recorded";

    private Recorded() {}

    /// Milliseconds, NaN where nothing was recorded.
    public static Contender contender(Double... milliseconds) {
        return new Contender(NAME, new Always(Arrays.asList(milliseconds)));
    }

    private record Always(List<Double> values) implements Turn {
        private Always {
            values = List.copyOf(values);
        }

        @Override
        public List<Double> take() {
            return values;
        }

        @Override
        public boolean warmsUp() {
            return false;
        }
    }
}
