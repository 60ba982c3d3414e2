// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.overread.app.desktop.reading.Layout;

/// Where the dividers of each layout stand that was on the screen, from 0 to 1, split by split. FX thread.
final class Dividers {
    private final Map<Layout, List<List<Double>>> kept = new EnumMap<>(Layout.class);

    /// Remembers where those of a layout stand; one without dividers has nothing to remember.
    void keep(Layout layout, Arrangement places) {
        if (!places.cuts().isEmpty()) {
            kept.put(layout, places.dividers());
        }
    }

    /// Puts those of a layout to where they stood.
    void divide(Layout layout, Arrangement places) {
        List<List<Double>> known = kept.get(layout);
        if (known != null) {
            places.divide(known);
        }
    }

    void know(Map<Layout, List<List<Double>>> known) {
        kept.putAll(known);
    }

    Map<Layout, List<List<Double>>> all() {
        var all = new EnumMap<Layout, List<List<Double>>>(Layout.class);
        all.putAll(kept);
        return all;
    }
}
