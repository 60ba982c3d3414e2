// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.Optional;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.bits.ValueRange;

/// What is wrong with a range that a person gave.
final class GivenRange {
    private GivenRange() {}

    static Optional<ToolRefusal> refusal(ValueRange range) {
        if (range.isEmpty()) {
            return Optional.of(new ToolRefusal.EmptyRange(range.lower(), range.upper()));
        }
        return range.equals(ValueRange.ALL)
                ? Optional.of(new ToolRefusal.NoRange())
                : Optional.empty();
    }
}
