// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.local;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.overread.segmentation.tool.ToolInput;

/// What lies on the sides of the box that a tool looks at, where the volume goes on behind them.
public enum Sides {
    /// Something else: what reaches a side is not what was wanted.
    ELSE,
    /// What the tool finds there.
    FREE;

    private static final int MOST_LABELS = 255;

    /// Puts seeds on the sides where they are something else, of the lowest label that the input has not; none where the
    /// input says within which mask to stay, or has all labels.
    ///
    /// Tells which label that is.
    public OptionalInt sow(LocalVolume local, ToolInput input) {
        if (this == FREE || input.within().isPresent()) {
            return OptionalInt.empty();
        }
        List<Integer> labels = input.labels();
        OptionalInt free =
                IntStream.rangeClosed(1, MOST_LABELS)
                        .filter(label -> !labels.contains(label))
                        .findFirst();
        free.ifPresent(local::sowSides);
        return free;
    }
}
