// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Group;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.tone.ColorStrip;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.volume.Volume;

/// What stands in the corners of a pane. FX thread.
final class CornerTexts extends Group {
    private static final double MARGIN = 10;

    /// The letter of the plane stands before the words.
    private static final double LETTER = 16;

    /// The slider keeps the right edge.
    private static final double RIGHT_MARGIN = 22;

    /// The button of information stands in the corner itself.
    private static final double FACTS = 24;

    private static final double BELOW_FACTS = 32;

    /// The least height of what a hand has to hit.
    private static final double HIT = 28;

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
    private @Nullable Look look;
    private final Map<HaloText, Said> said = new HashMap<>();
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
        PixelMeasure measure = reading.kind().pixelMeasure().get();
        Optional<LossySlices> lossy = reading.kind().origin().get().flatMap(OpenableVolume::lossy);
        boolean wordless = level == CornerText.NONE;
        String cautions = CornerWords.cautions(state, lossy, wordless && depth == Depth.SLICES);
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
        sayRight(topRight, CornerWords.warnings(state, measure, cautions));
        sayRight(over, reading.writing().anonymous().get() ? "" : reading.overlayWords());
        showLook(Look.of(state, presets, full, screenMm), state);
        bottomRight.say(CornerWords.depth(state, full, depth));
        scaleBar.setVisible(full && CornerWords.hasLengths(state, measure));
        scaleBar.show(state.pixelMm(), width);
        place();
    }

    /// All that decides what stands below on the left.
    private record Look(
            Volume volume,
            double zoom,
            double pixelMm,
            OptionalDouble screenMm,
            Slab slab,
            Tone tone,
            List<Preset> presets,
            boolean full) {
        static Look of(
                PaneState state, List<Preset> presets, boolean full, OptionalDouble screenMm) {
            return new Look(
                    state.volume(),
                    state.zoom(),
                    state.pixelMm(),
                    screenMm,
                    state.slab(),
                    state.tone(),
                    presets,
                    full);
        }
    }

    /// The same from slice to slice: to word it for each of many panes takes long.
    private void showLook(Look next, PaneState state) {
        if (next.equals(look)) {
            return;
        }
        look = next;
        String tone = CornerWords.window(state, next.presets());
        bottomLeft.say(
                next.full()
                        ? (CornerWords.zoom(state, next.screenMm()) + "\n" + tone).strip()
                        : tone);
        colors.setVisible(!next.tone().map().equals(ColorMap.GREY));
        if (colors.isVisible()) {
            colors.show(next.tone().map(), next.tone().polarity());
        }
    }

    /// What to be careful with is said even where a person wants no words.
    private void sayNothingBut(String words) {
        look = null;
        letter.setVisible(false);
        scaleBar.setVisible(false);
        colors.setVisible(false);
        for (HaloText corner : List.of(topLeft, over, bottomLeft, bottomRight)) {
            corner.say("");
        }
        sayRight(topRight, words);
        place();
    }

    /// Beside the middle of the pane, where one looks: in more lines what would reach across it.
    private void sayRight(HaloText text, String words) {
        var next = new Said(words, width);
        if (next.equals(said.get(text))) {
            return;
        }
        said.put(text, next);
        double room = width / 2 - RIGHT_MARGIN - LEAST_GAP;
        text.say(
                fits(words, room - FACTS)
                        ? words
                        : NarrowWords.broken(words, line -> fits(line, room)));
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
        if (left < width / 2 + LEAST_GAP && left + FACTS > width / 2) {
            words.at(left + FACTS, Math.max(top, BELOW_FACTS));
            return;
        }
        if (left < width / 2 + LETTER) {
            top = Math.max(top, LETTER + 10);
        }
        if (left < topLeft.getLayoutX() + topLeft.width() + LEAST_GAP) {
            top = Math.max(top, topLeft.height() + 12);
        }
        words.at(Math.max(MARGIN, left), top);
    }

    /// What is said at the right of a pane of some width.
    private record Said(String words, double width) {}

    /// What stands in the first corner, before it is known what fits; `series` is empty where it is not said.
    private record Heading(String oblique, String series, double room) {}

    private String topLeftWords(PaneState state, boolean full, Depth depth) {
        String series = full ? state.volume().title() : "";
        double room = width / 2 - MARGIN - LETTER - 16;
        if (depth != Depth.SLICES) { // which plane it is, nobody said
            return shortened(series, room);
        }
        var next = new Heading(CornerWords.oblique(state), series, room);
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

    List<String> words() {
        return List.of(topLeft.words(), topRight.words(), bottomLeft.words(), bottomRight.words());
    }
}
