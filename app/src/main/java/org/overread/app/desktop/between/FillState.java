// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.Locale;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.interpolate.Axis;

/// How the filling between slices stands.
public sealed interface FillState {

    /// Nobody asked for it.
    record Off() implements FillState {}

    /// The first answer is on its way.
    record Looking() implements FillState {}

    /// Shown and not yet part of the segment: what was drawn and `slices` more, together `addedMl` more.
    record Shown(Mask filled, Axis axis, int slices, double addedMl) implements FillState {}

    /// It cannot be; a sentence. It goes on as soon as it can.
    record Unable(String sentence) implements FillState {}

    /// What the bar says.
    default String words() {
        return switch (this) {
            case Off _ -> "";
            case Looking _ -> "Looking …";
            case Unable(String sentence) -> sentence;
            case Shown shown ->
                    String.format(
                            Locale.ROOT,
                            "Fills %d %s, %+.2f ml",
                            shown.slices(),
                            shown.slices() == 1 ? "slice" : "slices",
                            shown.addedMl());
        };
    }
}
