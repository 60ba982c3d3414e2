// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.util.ArrayList;
import java.util.List;

/// Where a tile lies, as C2SP's tlog-tiles names it: `tile/LEVEL/NUMBER`, the number in groups of three digits with an `x`
/// before all but the last; a tile that is not full has its width behind it.
///
/// @param level of digests, or [#ENTRIES]
/// @param width 1…256
public record TilePath(int level, long number, int width) {
    /// Digests, or entries, in a full tile.
    public static final int FULL = 256;

    /// The tiles that hold the entries themselves.
    public static final int ENTRIES = -1;

    public String text() {
        List<String> groups = new ArrayList<>();
        groups.add("%03d".formatted(number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            groups.addFirst("x%03d".formatted(rest % 1000));
        }
        return "tile/"
                + (level == ENTRIES ? "entries" : String.valueOf(level))
                + "/"
                + String.join("/", groups)
                + (width == FULL ? "" : ".p/" + width);
    }
}
