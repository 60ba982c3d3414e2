// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.text.TextAlignment;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.SliceAxis;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.viewer.slice.OrientationLetters;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What stands in the corners of a pane. FX thread.
final class CornerTexts extends Group {
    private static final double MARGIN = 10;

    /// The letter of the plane stands before the words.
    private static final double LETTER = 16;

    /// The slider keeps the right edge.
    private static final double RIGHT_MARGIN = 22;

    /// The button of information stands in the corner itself.
    private static final double FACTS = 24;

    /// Smaller panes say only what one cannot do without.
    private static final double ROOMY = 190;

    private final String title;
    private final HaloText letter;
    private final HaloText topLeft = new HaloText();
    private final HaloText topRight = new HaloText("caution").aligned(TextAlignment.RIGHT);
    private final HaloText bottomLeft = new HaloText();
    private final HaloText bottomRight = new HaloText().aligned(TextAlignment.RIGHT);
    private final HaloText measure = new HaloText();
    private final ScaleBar scaleBar = new ScaleBar();
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
    }

    void show(PaneState state, CornerText level, Depth depth) {
        setVisible(level != CornerText.NONE);
        if (level == CornerText.NONE) {
            return;
        }
        width = state.width();
        height = state.height();
        boolean full = level == CornerText.FULL && width >= ROOMY && height >= ROOMY;
        letter.setVisible(depth == Depth.SLICES);
        topLeft.say(topLeftWords(state, full, depth));
        topRight.say(GeometryWords.full(state.volume()));
        bottomLeft.say(full ? zoomWords(state) + "\n" + windowWords(state) : windowWords(state));
        bottomRight.say(depthWords(state, full, depth));
        scaleBar.setVisible(full && state.volume().verdict().isCalibrated());
        scaleBar.show(state.pixelMm(), width);
        place();
    }

    private void place() {
        letter.at(MARGIN, 7);
        topLeft.at(letter.isVisible() ? MARGIN + LETTER : MARGIN, 8);
        topRight.at(width - RIGHT_MARGIN - FACTS - topRight.width(), 8);
        bottomLeft.at(MARGIN, height - 8 - bottomLeft.height());
        double bottom = height - 8 - bottomRight.height();
        bottomRight.at(width - RIGHT_MARGIN - bottomRight.width(), bottom);
        scaleBar.endAt(width - RIGHT_MARGIN, bottom - 10);
    }

    /// Ends before the letter in the middle of the upper edge: on a line of its own what does not fit beside, shortened
    /// in its middle what does not fit at all.
    private String topLeftWords(PaneState state, boolean full, Depth depth) {
        double room = width / 2 - MARGIN - LETTER - 16;
        if (depth != Depth.SLICES) { // which plane it is, nobody said
            return full ? shortened(state.volume().title(), room) : "";
        }
        String oblique = obliqueWords(state);
        String plane = oblique.isEmpty() ? title : title + ", " + oblique;
        var lines = new ArrayList<String>();
        if (fits(plane, room)) {
            lines.add(plane);
        } else {
            lines.add(title);
            lines.add(oblique);
        }
        if (full) {
            lines.add(shortened(state.volume().title(), room));
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

    private String obliqueWords(PaneState state) {
        PatientVector straight = state.view().standard().anatomical(PatientPoint.ORIGIN).normal();
        double cosine = Math.clamp(state.plane().normal().dot(straight), -1, 1);
        long degrees = Math.round(Math.toDegrees(Math.acos(cosine)));
        return degrees == 0 ? "" : "oblique by %d°".formatted(degrees);
    }

    private static String windowWords(PaneState state) {
        return "W %s  L %s"
                .formatted(number(state.window().width()), number(state.window().center()));
    }

    /// Whole numbers where a window is wide, as many figures as matter where it is narrow.
    private static String number(double value) {
        String pattern = Math.abs(value) >= 100 || value == Math.rint(value) ? "%.0f" : "%.3g";
        return String.format(Locale.ROOT, pattern, value).replace('-', '−');
    }

    private static String zoomWords(PaneState state) {
        String zoom = String.format(Locale.ROOT, "zoom %.2f×", state.zoom());
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
        return String.format(Locale.ROOT, "%s of %.0f mm%n%s", mode, slab.thicknessMm(), zoom);
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
