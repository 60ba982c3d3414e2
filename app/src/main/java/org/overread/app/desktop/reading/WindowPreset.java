// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.List;
import org.overread.viewer.slice.tone.Window;

/// A window with the name that a person knows it by.
public record WindowPreset(String name, Window window) {

    /// For Hounsfield units, in the order of the number keys.
    public static final List<WindowPreset> CT =
            List.of(
                    of("Soft tissue", 40, 400),
                    of("Lung", -600, 1500),
                    of("Bone", 400, 1800),
                    of("Brain", 40, 80),
                    of("Liver", 90, 150),
                    of("Mediastinum", 50, 350),
                    of("Angiography", 300, 600),
                    of("Stroke", 40, 40),
                    of("Temporal bone", 600, 2800));

    public static WindowPreset of(String name, double center, double width) {
        return new WindowPreset(name, new Window(center, width));
    }
}
