// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.spread;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.layer.Layer;
import org.overread.viewer.measure.Histogram;
import org.overread.viewer.measure.ValueSpread;
import org.overread.viewer.volume.ValueUnit;

/// The values of a region or of a segment: their histogram, in bins that a person makes wider and finer, and their
/// figures. The width of bins is kept for each unit. FX thread.
public final class SpreadCard extends VBox {
    /// How the widths of bins are called among the numbers that are kept; the unit follows.
    private static final String KEPT = "bins of ";

    private static final int COLUMNS = 3;

    private final String name;
    private final ValueUnit unit;
    private final Map<String, Double> kept;
    private final SpreadView view = new SpreadView();
    private final GridPane figures = new GridPane();
    private final Label under = new Label("Counting…");
    private final Label binWidth = new Label();
    private final Button finer =
            Buttons.icon(RemixiconAL.ARROW_LEFT_S_LINE, "Finer bins   −", () -> step(-1));
    private final Button wider =
            Buttons.icon(RemixiconAL.ARROW_RIGHT_S_LINE, "Wider bins   +", () -> step(1));
    private final Button copy = Buttons.word("Copy as CSV", this::copy);
    private @Nullable ValueSpread spread;
    private Histogram histogram = new Histogram(0, 1, List.of());

    /// What is counted: its name, the unit of its values, and how they are found, which may take long.
    public record Subject(String name, ValueUnit unit, Supplier<Optional<ValueSpread>> count) {}

    /// Where things are computed, and where they are shown.
    public record Threads(Executor compute, Executor ui) {}

    private SpreadCard(Subject subject, Map<String, Double> kept, Layer layer) {
        name = subject.name();
        unit = subject.unit();
        this.kept = kept;
        getStyleClass().addAll("ov-card", "ov-spread");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SpreadCard.class.getResource("spread.css"))
                                .toExternalForm());
        setId("spread");
        setFocusTraversable(true); // its buttons cannot have the keyboard before all is counted
        figures.setPrefWidth(SpreadView.WIDTH);
        figures.getStyleClass().add("ov-spread-figures");
        for (int column = 0; column < COLUMNS; column++) {
            var names = new ColumnConstraints();
            var numbers = new ColumnConstraints();
            numbers.setHgrow(Priority.ALWAYS);
            numbers.setHalignment(HPos.RIGHT);
            figures.getColumnConstraints().addAll(names, numbers);
        }
        under.getStyleClass().addAll("ov-quiet", "ov-figures", "ov-spread-under");
        getChildren().addAll(head(layer), view, under, foot(), figures);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        view.setOnMouseMoved(this::say);
        view.setOnMouseExited(_ -> sayLines());
        offer();
    }

    /// Opens the card and counts. `kept` holds what a person chose before, and takes what they choose here.
    public static void open(
            Subject subject, Map<String, Double> kept, Threads threads, Layer layer) {
        var card = new SpreadCard(subject, kept, layer);
        layer.showBeside(card, layer.getWidth(), layer.getHeight() - 40, card);
        threads.compute()
                .execute(
                        () -> {
                            Optional<ValueSpread> found = subject.count().get();
                            threads.ui().execute(() -> card.show(found));
                        });
    }

    private Node head(Layer layer) {
        String of = unit.symbol().isEmpty() ? "" : ", " + unit.symbol();
        var title = new Label("Values in “%s”%s".formatted(name, of));
        title.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close);
        var head = new HBox(4, title, gap, close);
        head.setMaxWidth(SpreadView.WIDTH);
        head.getStyleClass().add("ov-sheet-head");
        return head;
    }

    private Node foot() {
        var word = new Label("bins of");
        word.getStyleClass().add("ov-quiet");
        binWidth.getStyleClass().addAll("ov-figures", "ov-spread-width");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Buttons.name(copy, "Copy figures and bins as a table   Ctrl+C");
        var foot = new HBox(4, word, finer, binWidth, wider, gap, copy);
        foot.getStyleClass().add("ov-spread-foot");
        return foot;
    }

    private void show(Optional<ValueSpread> found) {
        spread = found.orElse(null);
        if (spread == null) {
            under.setText("No voxel with a value lies inside. Colours have no values.");
            return;
        }
        double width = kept.getOrDefault(KEPT + unit, 0.0);
        choose(width > 0 && fits(spread, width) ? width : spread.usualWidth());
    }

    private void choose(double width) {
        if (spread != null) {
            histogram = spread.histogram(width);
            view.show(spread, histogram);
            binWidth.setText((SpreadWords.number(width) + " " + unit.symbol()).strip());
            sayLines();
            showFigures(spread);
        }
        offer();
    }

    private void showFigures(ValueSpread of) {
        figures.getChildren().clear();
        List<SpreadWords.Named> all = SpreadWords.figures(of, histogram, unit);
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        for (int n = 0; n < all.size(); n++) {
            var what = new Label(all.get(n).name());
            what.getStyleClass().add("ov-quiet");
            what.setMinWidth(USE_PREF_SIZE);
            var number = new Label(all.get(n).words());
            number.getStyleClass().add("ov-figures");
            number.setMinWidth(USE_PREF_SIZE);
            figures.add(what, 2 * (n / rows), n % rows);
            figures.add(number, 2 * (n / rows) + 1, n % rows);
        }
    }

    private void offer() {
        copy.setDisable(spread == null);
        finer.setDisable(spread == null || !fits(spread, next(-1)));
        wider.setDisable(spread == null || histogram.bins().size() < 2);
    }

    private static boolean fits(ValueSpread spread, double width) {
        return (spread.most() - spread.least()) / width < Histogram.MOST_BINS;
    }

    /// Along 1, 2, 5, 10 and so on.
    private double next(int way) {
        double width = histogram.width();
        return way > 0
                ? Histogram.roundUp(width * 1.01)
                : Histogram.roundUp(width / 2.6); // 5 -> 2, 2 -> 1, 1 -> 0.5
    }

    private void step(int way) {
        double width = next(way);
        if (spread != null && (way > 0 ? !wider.isDisabled() : fits(spread, width))) {
            kept.put(KEPT + unit, width);
            choose(width);
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> step(1);
            case MINUS, SUBTRACT -> step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void copy() {
        if (spread != null) {
            var content = new ClipboardContent();
            content.putString(SpreadWords.csv(name, spread, histogram, unit));
            Clipboard.getSystemClipboard().setContent(content);
            under.setText(
                    "Copied: %d figures and %d bins."
                            .formatted(
                                    SpreadWords.figures(spread, histogram, unit).size(),
                                    histogram.bins().size()));
        }
    }

    private void say(MouseEvent at) {
        OptionalInt bin = view.bin(at.getX());
        if (bin.isPresent()) {
            under.setText(SpreadWords.bin(histogram, bin.getAsInt(), unit));
        }
    }

    private void sayLines() {
        if (spread != null) {
            under.setText("Line: mean. Dashes: median. Point at a bar to read it.");
        }
    }
}
