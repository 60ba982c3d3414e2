// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tone.ToneWords;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Voxels;

/// What is said of a picture, in words. [CornerTexts] puts them into the corners.
final class CornerWords {
    /// A millimetre on a metre is nothing that a ruler shows.
    private static final double LIKE_LIFE = 1e-3;

    private CornerWords() {}

    static boolean hasLengths(PaneState state, PixelMeasure measure) {
        return state.volume().verdict().isCalibrated() || measure != PixelMeasure.NONE;
    }

    static String warnings(PaneState state, PixelMeasure measure, String cautions) {
        var lines = new ArrayList<String>();
        lines.add(cautions);
        lines.add(GeometryWords.full(state.volume(), measure));
        state.detail().map(CornerWords::detail).ifPresent(lines::add);
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    /// What is to be said of a picture even where all other words are hidden; `alone` where its side is said nowhere else.
    static String cautions(PaneState state, Optional<LossySlices> lossy, boolean alone) {
        var lines = new ArrayList<String>();
        if (alone && state.view().isFromBehind(state.plane().normal())) {
            lines.add("%s, %s".formatted(state.view().title(), state.view().behind()));
        }
        lossy.map(LossySlices::brief).ifPresent(lines::add);
        for (SliceScene.Remark remark : state.remarks()) {
            lines.add(
                    switch (remark) {
                        case SMOOTH_LABELS -> "Label edges smoothed";
                    });
        }
        return String.join("\n", lines);
    }

    static String detail(Detail detail) {
        int share = (int) (100 * detail.readShare());
        return switch (detail.unread()) {
            case NONE ->
                    detail.side() == 1 ? "Full detail" : "Detail 1 : %d".formatted(detail.side());
            case COARSE ->
                    detail.side() == detail.coarsestSide()
                            ? "Detail 1 : %d, %d %% read".formatted(detail.side(), share)
                            : "Detail 1 : %d where read (%d %%), else 1 : %d"
                                    .formatted(detail.side(), share, detail.coarsestSide());
            case BETWEEN_SLICES ->
                    "Preview from few slices, 1 : %d, %d %% read"
                            .formatted(detail.coarsestSide(), share);
        };
    }

    /// Seen from the other side than usual it is mirrored, which nobody must have to guess from the letters.
    static String oblique(PaneState state) {
        PatientVector normal = state.plane().normal();
        PatientVector straight = state.view().standard().anatomical(PatientPoint.ORIGIN).normal();
        double cosine = Math.min(1, Math.abs(normal.dot(straight)));
        long degrees = Math.round(Math.toDegrees(Math.acos(cosine)));
        var words = new ArrayList<String>(2);
        if (state.view().isFromBehind(normal)) {
            words.add(state.view().behind());
        }
        if (degrees != 0) {
            words.add("oblique by %d°".formatted(degrees));
        }
        return String.join(", ", words);
    }

    /// Nothing for colours that are as they are in the file.
    static String window(PaneState state, List<Preset> presets) {
        Tone tone = state.tone();
        boolean coloured = state.volume().voxels() instanceof Voxels.Colours;
        if (coloured && tone.curve().window().equals(AutoWindow.of(state.volume()))) {
            return "";
        }
        String unusual = ToneWords.unusual(tone, presets);
        String window = ToneWords.of(tone.curve().window());
        return unusual.isEmpty() ? window : unusual + "\n" + window;
    }

    static String zoom(PaneState state, OptionalDouble screenMm) {
        boolean life =
                screenMm.isPresent()
                        && Math.abs(state.pixelMm() / screenMm.getAsDouble() - 1) < LIKE_LIFE;
        String zoom = life ? "life size" : String.format(Locale.ROOT, "zoom %.2f×", state.zoom());
        Slab slab = state.slab();
        if (slab.isThin()) {
            return zoom;
        }
        String mode =
                switch (slab.mode()) {
                    case MAX -> "maximum";
                    case MIN -> "minimum";
                    case MEAN -> "mean";
                };
        double mm = slab.thicknessMm();
        String thick = String.format(Locale.ROOT, mm == Math.rint(mm) ? "%.0f" : "%.1f", mm);
        return "%s of %s mm\n%s".formatted(mode, thick, zoom);
    }

    static String depth(PaneState state, boolean full, Depth depth) {
        return switch (depth) {
            case NOTHING -> "";
            case TIME -> slice(state);
            case SLICES -> full ? position(state) + "\n" + slice(state) : slice(state);
        };
    }

    private static String slice(PaneState state) {
        SliceAxis axis = state.slices();
        return (axis.nearest(state.cursor()) + 1) + " / " + axis.count();
    }

    /// The millimetres of the plane along its normal, with the letter of the side on which they lie, as films have it.
    private static String position(PaneState state) {
        PatientVector normal = state.plane().normal();
        double along = state.plane().center().from(PatientPoint.ORIGIN).dot(normal);
        PatientVector side = along < 0 ? normal.negated() : normal;
        String letter = OrientationLetters.of(side).substring(0, 1);
        return String.format(Locale.ROOT, "%s %.1f mm", letter, Math.abs(along));
    }
}
