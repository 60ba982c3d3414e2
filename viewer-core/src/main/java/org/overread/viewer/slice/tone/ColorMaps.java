// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.List;

/// The colour maps by name.
final class ColorMaps {
    static final List<ColorMap> ALL = List.of(ColorMap.GREY);

    private ColorMaps() {}
}
