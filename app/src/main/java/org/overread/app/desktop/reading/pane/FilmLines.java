// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.reading.FilmCut;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.pane.PaneLine.Span;

/// Where the slices of the light box cut a pane: the outermost as fine lines with their numbers, those between fainter,
/// and as short strokes at the edge where they lie so close that they would veil the picture. Nothing is drawn on the
/// cursor's slice, whose plane has its line, nor around the cursor. FX thread.
final class FilmLines extends Group {
    /// Nearer to one another, lines through the picture are a veil.
    private static final double APART = 6;

    /// Nearer to one another, strokes at the edge are a bar.
    private static final double STROKES_APART = 2.5;

    private static final double STROKE = 10;

    /// From the edge to a number: past the letter in the middle of the left edge, below the words in the upper corners.
    private static final double INSET_LEVEL = 28;

    private static final double INSET_UPRIGHT = 60;

    /// What stands in the corners and at the edges keeps this much to itself.
    private static final double CORNERS = 52;

    private static final double BESIDE = 4;

    private final Path outermost = new Path();
    private final Path between = new Path();
    private final HaloText first = new HaloText("film-number");
    private final HaloText last = new HaloText("film-number");
    private @Nullable Drawn drawn;

    /// All that decides what is drawn.
    private record Drawn(
            double width, double height, List<FilmCut> cuts, boolean numbered, double scale) {}

    FilmLines() {
        setManaged(false);
        setMouseTransparent(true);
        outermost.getStyleClass().addAll("film-line", "outermost");
        between.getStyleClass().add("film-line");
        getChildren().addAll(between, outermost, first, last);
    }

    /// `numbered`: whether a person wants words on pictures.
    void show(PaneState state, List<FilmCut> cuts, boolean numbered, double outputScale) {
        var next = new Drawn(state.width(), state.height(), cuts, numbered, outputScale);
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        outermost.getElements().clear();
        between.getElements().clear();
        first.setVisible(false);
        last.setVisible(false);
        if (cuts.size() < 2) {
            return; // one slice is the cursor's
        }
        String style = cuts.getFirst().line().plane().style();
        outermost.getStyleClass().setAll("film-line", "outermost", style);
        between.getStyleClass().setAll("film-line", style);
        int end = cuts.size() - 1;
        PaneLine from = line(cuts.getFirst());
        PaneLine to = line(cuts.getLast());
        double apart = Math.abs(from.aside(to.through())) / end;
        for (int n = 0; n <= end; n++) {
            FilmCut cut = cuts.get(n);
            boolean edge = n == 0 || n == end;
            if (!cut.isAtCursor() && (edge || apart >= STROKES_APART)) {
                draw(cut, edge ? outermost : between, edge || apart >= APART);
            }
        }
        if (numbered) {
            number(first, cuts.getFirst(), to);
            number(last, cuts.getLast(), from);
        }
    }

    private PaneLine line(FilmCut cut) {
        return PaneLine.of(cut.line(), drawn == null ? 1 : drawn.scale());
    }

    private Span inPane(PaneLine line) {
        return drawn == null ? line.within(0, 0) : line.within(drawn.width(), drawn.height());
    }

    private void draw(FilmCut cut, Path path, boolean through) {
        PaneLine line = line(cut);
        Span whole = inPane(line);
        if (!through) {
            boolean forwards = isForwards(line);
            add(
                    path,
                    line,
                    forwards
                            ? whole.until(whole.start() + STROKE)
                            : whole.from(whole.end() - STROKE));
            return;
        }
        double aside = line.aside(cut.line().crossing());
        double at = line.along(cut.line().crossing());
        double hole = Math.sqrt(Math.max(0, CrossLines.GAP * CrossLines.GAP - aside * aside));
        add(path, line, whole.until(at - hole));
        add(path, line, whole.from(at + hole));
    }

    /// Whether it goes away from the left edge, or from the upper one where it is steep.
    private static boolean isForwards(PaneLine line) {
        return isLevel(line) ? line.dx() > 0 : line.dy() > 0;
    }

    private static boolean isLevel(PaneLine line) {
        return Math.abs(line.dx()) >= Math.abs(line.dy());
    }

    private static void add(Path path, PaneLine line, Span part) {
        if (!part.isEmpty()) {
            PanePoint start = line.at(part.start());
            PanePoint end = line.at(part.end());
            path.getElements().add(new MoveTo(start.x(), start.y()));
            path.getElements().add(new LineTo(end.x(), end.y()));
        }
    }

    /// On the side of a line that is away from the others; not where other words stand.
    private void number(HaloText words, FilmCut cut, PaneLine others) {
        PaneLine line = line(cut);
        Span whole = inPane(line);
        if (whole.isEmpty() || drawn == null) {
            return;
        }
        words.say(Integer.toString(cut.number()));
        double inset = isLevel(line) ? INSET_LEVEL : INSET_UPRIGHT;
        PanePoint at = line.at(isForwards(line) ? whole.start() + inset : whole.end() - inset);
        double away = line.aside(others.through()) > 0 ? -1 : 1;
        double reach = BESIDE + (isLevel(line) ? words.height() : words.width()) / 2;
        double x = at.x() - away * line.dy() * reach - words.width() / 2;
        double y = at.y() + away * line.dx() * reach;
        double most = drawn.width() - SliceSlider.WIDTH - BESIDE - words.width();
        words.at(Math.clamp(x, BESIDE, Math.max(BESIDE, most)), y - words.height() / 2);
        words.setVisible(y > CORNERS && y < drawn.height() - CORNERS);
    }
}
