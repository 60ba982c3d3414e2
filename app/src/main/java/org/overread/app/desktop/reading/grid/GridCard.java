// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.grid;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.control.Choice;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.control.OneByOne;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.FilmStep;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.Room;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;

/// How many panes, and what they show: marked and taken at once, and what they show is changed below it while the grid
/// is on the screen. FX thread.
final class GridCard extends VBox {
    private static final double NAMES_WIDE = 52;

    private final Comparison comparison;
    private final Room room;
    private final Label size = new Label();
    private final ObjectProperty<Filling> filling = new SimpleObjectProperty<>(Filling.PLANES);
    private final ObjectProperty<FilmStep> step = new SimpleObjectProperty<>(FilmStep.ONE);
    private final ObjectProperty<ViewPlane> plane = new SimpleObjectProperty<>(ViewPlane.AXIAL);
    private final Label stepWords = new Label();
    private final GridChooser chooser;

    /// What a grid begins with.
    private enum Filling {
        PLANES("Planes first"),
        FILM("Light box");

        private final String title;

        Filling(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private GridCard(Comparison comparison, Layer layer, Runnable after) {
        this.comparison = comparison;
        room = comparison.main().room();
        getStyleClass().addAll("ov-card", "ov-grid-card");
        getStylesheets()
                .add(
                        Objects.requireNonNull(GridCard.class.getResource("grid.css"))
                                .toExternalForm());
        setId("grid-card");
        chooser =
                new GridChooser(
                        (columns, rows) -> size.setText(PaneGrid.words(columns, rows)),
                        (columns, rows) -> {
                            take(columns, rows);
                            layer.close();
                            after.run();
                        });
        size.getStyleClass().add("grid-size");
        stepWords.getStyleClass().add("ov-quiet");
        var hint = new Label("Click, or arrow keys and Enter");
        hint.setWrapText(true);
        hint.getStyleClass().add("ov-quiet");
        var words = new VBox(4, size, hint);
        words.getStyleClass().add("grid-words");
        var choosing = new HBox(16, chooser, words);
        getChildren()
                .addAll(
                        head(layer),
                        choosing,
                        row("shows", Choice.of(filling, List.of(Filling.values()), Filling::title)),
                        row(
                                "slices",
                                Choice.of(step, List.of(FilmStep.values()), FilmStep::brief),
                                stepWords),
                        row("plane", Choice.of(plane, planes(), ViewPlane::title)));
        OneByOne.after(this, choosing);
        PaneGrid now = room.grid().get();
        filling.set(now.isFilm() ? Filling.FILM : Filling.PLANES);
        step.set(now.step());
        plane.set(now.plane());
        chooser.mark(now.columns(), now.rows());
        step.subscribe(chosen -> stepWords.setText(chosen.words()));
        filling.addListener((_, _, _) -> refill());
        step.addListener((_, _, _) -> restep());
        plane.addListener((_, _, _) -> restep());
    }

    /// Below the button that offers layouts; `after` runs when a grid was taken and the card is gone.
    static void open(Comparison comparison, Layer layer, Runnable after) {
        var card = new GridCard(comparison, layer, after);
        Node button = layer.getScene().lookup(".ov-layout-button");
        Node under = button == null ? layer : button;
        Bounds place = layer.sceneToLocal(under.localToScene(under.getLayoutBounds()));
        // to make it was enough for one turn
        FrameByFrame.inItsTurn(
                () -> layer.showBelow(card, place.getMinX(), place.getMaxY() + 4, card.chooser));
    }

    private static Node head(Layer layer) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = Buttons.icon(RemixiconAL.CLOSE_LINE, "Close   Esc", layer::close);
        var head = new HBox(4, new Label("Grid of panes"), gap, close);
        head.getStyleClass().add("ov-sheet-head");
        return head;
    }

    private static Node row(String name, Node... what) {
        var label = new Label(name);
        label.getStyleClass().add("ov-quiet");
        label.setMinWidth(NAMES_WIDE);
        var row = new HBox(8, label);
        row.getChildren().addAll(what);
        row.getStyleClass().add("grid-row");
        return row;
    }

    private static List<ViewPlane> planes() {
        return List.of(ViewPlane.AXIAL, ViewPlane.CORONAL, ViewPlane.SAGITTAL);
    }

    private void take(int columns, int rows) {
        room.choose(chosen(columns, rows).withFilm(step.get(), plane.get()));
    }

    /// Another size leaves alone what panes were set to, another filling does not.
    private PaneGrid chosen(int columns, int rows) {
        PaneGrid now = room.grid().get();
        int open =
                (int)
                        comparison.columns().stream()
                                .filter(column -> column.stand() == Column.Stand.BESIDE)
                                .count();
        boolean film = filling.get() == Filling.FILM;
        if (film != now.isFilm()) {
            return film
                    ? PaneGrid.film(columns, rows, step.get(), plane.get())
                    : PaneGrid.planes(columns, rows, open);
        }
        PaneGrid next = now.resized(columns, rows, open);
        if (!film && !isShown()) {
            for (int series = 1; series < Math.min(open, PaneGrid.MOST); series++) {
                next = next.withSeries(series).orElse(next); // opened since it was shown
            }
        }
        return next;
    }

    private boolean isShown() {
        return room.layout().get() == Layout.FREE;
    }

    private void refill() {
        if (isShown()) {
            PaneGrid now = room.grid().get();
            take(now.columns(), now.rows());
        }
    }

    private void restep() {
        PaneGrid changed = room.grid().get().withFilm(step.get(), plane.get());
        if (isShown()) {
            room.grid().set(changed);
        }
    }
}
