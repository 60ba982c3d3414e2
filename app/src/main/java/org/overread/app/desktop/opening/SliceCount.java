// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.util.BitSet;
import org.overread.app.desktop.reading.ArrivedSlices;

/// Which slices of a volume are complete. Any thread.
final class SliceCount {
    private final BitSet complete = new BitSet();
    private final int middle;

    SliceCount(int slices) {
        middle = slices / 2;
    }

    synchronized void add(int k) {
        complete.set(k);
    }

    synchronized void clear() {
        complete.clear();
    }

    /// The run of complete slices that the middle one is in, where loading begins; until it is there the run from the
    /// first slice, as packed files come.
    synchronized ArrivedSlices run() {
        int inside = complete.get(middle) ? middle : 0;
        return complete.get(inside)
                ? new ArrivedSlices(
                        complete.previousClearBit(inside) + 1, complete.nextClearBit(inside) - 1)
                : ArrivedSlices.NONE;
    }
}
