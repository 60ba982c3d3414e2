// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

import java.util.List;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;

/// The presets that go with what a volume's numbers mean.
public final class Presets {
    private static final List<Preset> HOUNSFIELD =
            List.of(
                    Preset.of("Soft tissue", 40, 400),
                    Preset.of("Lung", -600, 1500),
                    Preset.of("Bone", 400, 1800),
                    Preset.of("Brain", 40, 80),
                    Preset.of("Liver", 90, 150),
                    Preset.of("Mediastinum", 50, 350),
                    Preset.of("Angiography", 300, 600),
                    Preset.of("Stroke", 40, 40),
                    Preset.of("Temporal bone", 600, 2800));

    private static final List<Preset> UPTAKE =
            List.of(
                    Preset.of("SUV 0 to 5", 2.5, 5),
                    Preset.of("SUV 0 to 10", 5, 10),
                    Preset.of("SUV 0 to 15", 7.5, 15),
                    Preset.of("SUV 0 to 25", 12.5, 25),
                    Preset.of("SUV 2.5 to 10", 6.25, 7.5));

    private Presets() {}

    /// For units whose numbers mean the same in every volume; none for others.
    public static List<Preset> of(ValueUnit unit) {
        return switch (unit) {
            case HU -> HOUNSFIELD;
            case SUV -> UPTAKE;
            case BECQUERELS_PER_ML,
                    COUNTS,
                    COUNTS_PER_SECOND,
                    HERTZ,
                    MILLISECONDS,
                    SQUARE_MILLIMETRES_PER_SECOND,
                    GRAY,
                    ARBITRARY ->
                    List.of();
        };
    }

    /// From the values themselves: what nearly all of them fill, the brighter half, and all of them. Looks at some
    /// 100 000 voxels.
    public static List<Preset> fromValues(Volume volume) {
        return List.of(
                preset("Most values", AutoWindow.of(volume)),
                preset("Bright half", AutoWindow.between(volume, 0.5, 0.999)),
                preset("All values", AutoWindow.between(volume, 0, 1)));
    }

    private static Preset preset(String name, Window window) {
        return new Preset(name, new ToneCurve.LinearExact(window));
    }
}
