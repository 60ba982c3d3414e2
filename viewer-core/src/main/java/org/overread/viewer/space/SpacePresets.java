// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.List;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.space.TransferFunction.Point;
import org.overread.viewer.volume.Volume;

/// Looks that go with what a volume's numbers mean, the most useful first.
public final class SpacePresets {
    private static final TransferFunction CT_BONE =
            new TransferFunction(
                    "Bone",
                    List.of(
                            new Point(140, 0x8C4A2C, 0),
                            new Point(240, 0xC98B62, 0.02),
                            new Point(380, 0xEBD9B4, 0.25),
                            new Point(900, 0xFFF8E8, 0.9)),
                    0.9);

    private static final TransferFunction CT_SOFT =
            new TransferFunction(
                    "Skin and muscle",
                    List.of(
                            new Point(-250, 0xC99B80, 0),
                            new Point(-140, 0xD9AE93, 0.16),
                            new Point(-20, 0xC4755C, 0.18),
                            new Point(60, 0xB4503F, 0.3),
                            new Point(220, 0xE8C9A0, 0.5),
                            new Point(700, 0xFFF6E0, 0.9)),
                    0.85);

    private static final TransferFunction CT_LUNG =
            new TransferFunction(
                    "Lung",
                    List.of(
                            new Point(-960, 0x5A7FA8, 0),
                            new Point(-900, 0x6D92B8, 0.003),
                            new Point(-760, 0x9FBCD6, 0.006),
                            new Point(-600, 0xD8C8C0, 0.03),
                            new Point(-350, 0xE09078, 0.1),
                            new Point(-150, 0xE09078, 0.006),
                            new Point(150, 0xFFFFFF, 0.002)),
                    0.7);

    private static final TransferFunction CT_VESSELS =
            new TransferFunction(
                    "Vessels",
                    List.of(
                            new Point(120, 0x8E1D14, 0),
                            new Point(150, 0xB3261A, 0.03),
                            new Point(190, 0xD84A32, 0.25),
                            new Point(320, 0xF0C8A0, 0.35),
                            new Point(800, 0xFFF8E8, 0.8)),
                    0.9);

    /// Over a range of 0 to 1, stretched to the volume's.
    private static final TransferFunction MR_SURFACE =
            new TransferFunction(
                    "Surface",
                    List.of(
                            new Point(0.12, 0x5C5750, 0),
                            new Point(0.25, 0x98907F, 0.04),
                            new Point(0.6, 0xD8CDB8, 0.15),
                            new Point(1.0, 0xFFFBEF, 0.5)),
                    0.85);

    private static final TransferFunction MR_BRIGHT =
            new TransferFunction(
                    "Bright structures",
                    List.of(
                            new Point(0.55, 0x6A86B8, 0),
                            new Point(0.75, 0xA8C0E8, 0.06),
                            new Point(1.0, 0xFFFFFF, 0.6)),
                    0.8);

    private SpacePresets() {}

    /// Looks at some 100 000 voxels where numbers mean something else in every volume.
    public static List<SpaceLook> of(Volume volume) {
        return switch (volume.unit()) {
            case HU ->
                    List.of(
                            new SpaceLook.Clouds(CT_BONE),
                            new SpaceLook.Clouds(CT_SOFT),
                            new SpaceLook.Clouds(CT_LUNG),
                            new SpaceLook.Clouds(CT_VESSELS),
                            maximum(new Window(350, 900), Polarity.NORMAL));
            case SUV -> List.of(maximum(new Window(5, 10), Polarity.INVERTED));
            case BECQUERELS_PER_ML ->
                    List.of(maximum(AutoWindow.between(volume, 0.5, 0.9995), Polarity.INVERTED));
            case COUNTS,
                    COUNTS_PER_SECOND,
                    HERTZ,
                    MILLISECONDS,
                    SQUARE_MILLIMETRES_PER_SECOND,
                    GRAY,
                    ARBITRARY ->
                    magnetic(volume);
        };
    }

    private static List<SpaceLook> magnetic(Volume volume) {
        Window window = AutoWindow.between(volume, 0.02, 0.995);
        double low = window.center() - window.width() / 2;
        return List.of(
                new SpaceLook.Clouds(MR_SURFACE.stretched(low, window.width())),
                new SpaceLook.Clouds(MR_BRIGHT.stretched(low, window.width())),
                maximum(window, Polarity.NORMAL));
    }

    private static SpaceLook maximum(Window window, Polarity polarity) {
        return new SpaceLook.Maximum("Maximum", Tone.grey(window).withPolarity(polarity));
    }
}
