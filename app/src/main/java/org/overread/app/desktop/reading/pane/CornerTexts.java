// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Group;
import javafx.scene.text.TextAlignment;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.tone.ColorStrip;
import org.overread.app.desktop.reading.tone.ToneWords;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.Detail;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Voxels;

/// What stands in the corners of a pane. FX thread.
final class CornerTexts extends Group {
    private static final double MARGIN = 10;

    /// The letter of the plane stands before the words.
    private static final double LETTER = 16;

    /// The slider keeps the right edge.
    private static final double RIGHT_MARGIN = 22;

    /// The button of information stands in the corner itself.
    private static final double FACTS = 24;

    /// The least height of what a hand has to hit.
    private static final double HIT = 28;

    /// A millimetre on a metre is nothing that a ruler shows.
    private static final double LIKE_LIFE = 1e-3;

    private static final double LEAST_GAP = 6;
    private static final int COLORS_WIDE = 84;
    private static final int COLORS_HIGH = 6;

    /// Smaller panes say only what one cannot do without.
    private static final double ROOMY = 190;

    private final String title;
    private final HaloText letter;
    private final HaloText topLeft = new HaloText();
    private final HaloText topRight = new HaloText("caution").aligned(TextAlignment.RIGHT);
    private final HaloText over = new HaloText().aligned(TextAlignment.RIGHT);
    private final HaloText bottomLeft = new HaloText();
    private final HaloText bottomRight = new HaloText().aligned(TextAlignment.RIGHT);
    private final HaloText measure = new HaloText();
    private final ScaleBar scaleBar = new ScaleBar();
    private final ColorStrip colors = new ColorStrip(COLORS_WIDE, COLORS_HIGH);
    private WordsListener toneWords = (_, _, _, _) -> {};
    private WordsListener warnings = (_, _, _, _) -> {};
    private Heading heading = new Heading("", "", 0);
    private String headingWords = "";
    private double width;
    private double height;

    CornerTexts(String title, ViewPlane plane) {
        this.title = title;
        setManaged(false);
        setMouseTransparent(true);
        letter = new HaloText("plane-letter", plane.style());
        letter.say(plane.letter());
        measure.setVisible(false);
        getChildren().addAll(letter, topLeft, topRight, bottomLeft, bottomRight, scaleBar, measure);
        getChildren().addAll(colors, over);
    }

    /// Who hears where the words stand that tell what to be careful with; a width of 0 says that there are none.
    void onWarnings(WordsListener newListener) {
        warnings = newListener;
    }

    /// Who hears where the words on window and colours stand.
    void onToneWords(WordsListener newListener) {
        toneWords = newListener;
    }

    @FunctionalInterface
    interface WordsListener {
        void placed(double x, double y, double width, double height);
    }

    /// `screenMm` is how large a pixel is on the screen, where that is known.
    void show(PaneState state, ReadingModel reading, OptionalDouble screenMm) {
        CornerText level = reading.writing().cornerText().get();
        Depth depth = reading.depth();
        List<Preset> presets = reading.tones().presets().get();
        PixelMeasure measure = reading.pixelMeasure().get();
        Optional<LossySlices> lossy = reading.origin().get().flatMap(OpenableVolume::lossy);
        boolean wordless = level == CornerText.NONE;
        String cautions = cautions(state, lossy, wordless && depth == Depth.SLICES);
        setVisible(!wordless || !cautions.isEmpty());
        width = state.width();
        height = state.height();
        if (wordless) {
            sayNothingBut(cautions);
            return;
        }
        boolean full = level == CornerText.FULL && width >= ROOMY && height >= ROOMY;
        letter.setVisible(depth == Depth.SLICES);
        topLeft.say(topLeftWords(state, full && !reading.writing().anonymous().get(), depth));
        topRight.say(topRightWords(state, measure, cautions));
        over.say(reading.writing().anonymous().get() ? "" : reading.overlayWords());
        String tone = windowWords(state, presets);
        bottomLeft.say(full ? (zoomWords(state, screenMm) + "\n" + tone).strip() : tone);
        colors.setVisible(!state.tone().map().equals(ColorMap.GREY));
        if (colors.isVisible()) {
            colors.show(state.tone().map(), state.tone().polarity());
        }
        bottomRight.say(depthWords(state, full, depth));
        scaleBar.setVisible(full && hasLengths(state, measure));
        scaleBar.show(state.pixelMm(), width);
        place();
    }

    /// What to be careful with is said even where a person wants no words.
    private void sayNothingBut(String words) {
        letter.setVisible(false);
        scaleBar.setVisible(false);
        colors.setVisible(false);
        for (HaloText corner : List.of(topLeft, over, bottomLeft, bottomRight)) {
            corner.say("");
        }
        topRight.say(words);
        place();
    }

    private static boolean hasLengths(PaneState state, PixelMeasure measure) {
        return state.volume().verdict().isCalibrated() || measure != PixelMeasure.NONE;
    }

    private static String topRightWords(PaneState state, PixelMeasure measure, String cautions) {
        var lines = new ArrayList<String>();
        lines.add(cautions);
        lines.add(GeometryWords.full(state.volume(), measure));
        state.detail().map(CornerTexts::detailWords).ifPresent(lines::add);
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    /// What is to be said of a picture even where all other words are hidden; `alone` where its side is said nowhere else.
    private static String cautions(PaneState state, Optional<LossySlices> lossy, boolean alone) {
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

    static String detailWords(Detail detail) {
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

    private void place() {
        letter.at(MARGIN, 7);
        topLeft.at(letter.isVisible() ? MARGIN + LETTER : MARGIN, 8);
        placeRight(topRight, 8);
        placeRight(
                over,
                topRight.words().isEmpty() ? 8 : topRight.getLayoutY() + topRight.height() + 2);
        boolean warned = isVisible() && !topRight.words().isEmpty();
        warnings.placed(
                topRight.getLayoutX() - 6,
                topRight.getLayoutY() - 4,
                warned ? Math.ceil(topRight.width()) + 12 : 0,
                Math.max(HIT, topRight.height() + 8));
        bottomLeft.at(MARGIN, height - 8 - bottomLeft.height());
        colors.setX(MARGIN);
        colors.setY(Math.rint(height - 8 - bottomLeft.height() - COLORS_HIGH - 6));
        double hit = Math.max(HIT, bottomLeft.height() + 8);
        toneWords.placed(MARGIN - 6, height - 4 - hit, Math.ceil(bottomLeft.width()) + 12, hit);
        double bottom = height - 8 - bottomRight.height();
        // the number of the slice is what a narrow pane cannot do without
        double between = width - RIGHT_MARGIN - bottomRight.width() - MARGIN - bottomLeft.width();
        bottomLeft.setVisible(between >= LEAST_GAP);
        bottomRight.at(width - RIGHT_MARGIN - bottomRight.width(), bottom);
        scaleBar.endAt(width - RIGHT_MARGIN, bottom - 10);
    }

    /// At the right and not above `least`, below what would be in its way: the letter in the middle of the upper edge,
    /// the words on the left.
    private void placeRight(HaloText words, double least) {
        double left = width - RIGHT_MARGIN - FACTS - words.width();
        double top = least;
        if (left < width / 2 + LETTER) {
            top = Math.max(top, LETTER + 10);
        }
        if (left < topLeft.getLayoutX() + topLeft.width() + LEAST_GAP) {
            top = Math.max(top, topLeft.height() + 12);
        }
        words.at(Math.max(MARGIN, left), top);
    }

    /// What stands in the first corner, before it is known what fits; `series` is empty where it is not said.
    private record Heading(String oblique, String series, double room) {}

    private String topLeftWords(PaneState state, boolean full, Depth depth) {
        String series = full ? state.volume().title() : "";
        double room = width / 2 - MARGIN - LETTER - 16;
        if (depth != Depth.SLICES) { // which plane it is, nobody said
            return shortened(series, room);
        }
        var next = new Heading(obliqueWords(state), series, room);
        if (headingWords.isEmpty() || !next.equals(heading)) { // to measure text takes long
            heading = next;
            headingWords = words(next);
        }
        return headingWords;
    }

    /// Ends before the letter in the middle of the upper edge: on a line of its own what does not fit beside, shortened
    /// in its middle what does not fit at all.
    private String words(Heading said) {
        String plane = said.oblique().isEmpty() ? title : title + ", " + said.oblique();
        var lines = new ArrayList<String>();
        if (fits(plane, said.room())) {
            lines.add(plane);
        } else {
            lines.add(title);
            lines.add(said.oblique());
        }
        if (!said.series().isEmpty()) {
            lines.add(shortened(said.series(), said.room()));
        }
        return String.join("\n", lines);
    }

    private boolean fits(String words, double room) {
        measure.say(words);
        return measure.width() <= room;
    }

    private String shortened(String words, double room) {
        String shorter = words;
        for (int kept = words.length() - 1; kept > 4 && !fits(shorter, room); kept--) {
            int head = (kept + 1) / 2;
            shorter =
                    words.substring(0, head).stripTrailing()
                            + "…"
                            + words.substring(words.length() - (kept - head)).stripLeading();
        }
        return shorter;
    }

    /// Seen from the other side than usual it is mirrored, which nobody must have to guess from the letters.
    private String obliqueWords(PaneState state) {
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
    private static String windowWords(PaneState state, List<Preset> presets) {
        Tone tone = state.tone();
        boolean coloured = state.volume().voxels() instanceof Voxels.Colours;
        if (coloured && tone.curve().window().equals(AutoWindow.of(state.volume()))) {
            return "";
        }
        String unusual = ToneWords.unusual(tone, presets);
        String window = ToneWords.of(tone.curve().window());
        return unusual.isEmpty() ? window : unusual + "\n" + window;
    }

    private static String zoomWords(PaneState state, OptionalDouble screenMm) {
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

    private static String depthWords(PaneState state, boolean full, Depth depth) {
        return switch (depth) {
            case NOTHING -> "";
            case TIME -> sliceWords(state);
            case SLICES ->
                    full ? positionWords(state) + "\n" + sliceWords(state) : sliceWords(state);
        };
    }

    private static String sliceWords(PaneState state) {
        SliceAxis axis = state.slices();
        return "%d / %d".formatted(axis.nearest(state.cursor()) + 1, axis.count());
    }

    /// The millimetres of the plane along its normal, with the letter of the side on which they lie, as films have it.
    private static String positionWords(PaneState state) {
        PatientVector normal = state.plane().normal();
        double along = state.plane().center().from(PatientPoint.ORIGIN).dot(normal);
        PatientVector side = along < 0 ? normal.negated() : normal;
        String letter = OrientationLetters.of(side).substring(0, 1);
        return String.format(Locale.ROOT, "%s %.1f mm", letter, Math.abs(along));
    }

    List<String> words() {
        return List.of(topLeft.words(), topRight.words(), bottomLeft.words(), bottomRight.words());
    }
}
