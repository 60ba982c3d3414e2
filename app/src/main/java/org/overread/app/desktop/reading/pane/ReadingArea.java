// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.Place;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.overlay.LayerCard;
import org.overread.app.desktop.reading.picture.PictureQueue;
import org.overread.app.desktop.reading.tone.ToneCard;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.SlabDrag;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.app.desktop.reading.tool.TurningGrip;
import org.overread.viewer.volume.Volume;

/// The middle of the workstation: the panes of a reading in the layout that the person chose. FX thread.
///
/// The dividers keep their places for as long as the area lives, each layout its own.
public final class ReadingArea extends StackPane {
    private static final String SHEET =
            Objects.requireNonNull(ReadingArea.class.getResource("reading.css")).toExternalForm();

    /// Leaves the corner below the card in sight.
    private static final double ABOVE_WORDS = 60;

    /// How far the card keeps to the left of the pane, over the studies: it is not to hide what it changes.
    private static final double ASIDE = 236;

    private static final double TOPMOST = -1;

    private final Comparison comparison;
    private final ReadingModel reading;
    private final ToolBox tools = new ToolBox();
    private final StateCard card = new StateCard();
    private final StateCard invitation = new StateCard();
    private final Dividers dividers = new Dividers();
    private Runnable onDivided = () -> {};
    private Optional<PaneContent> solid = Optional.empty();
    private Function<ToolPoint, Drag> filmDrag = SlabDrag::new;
    private Menu menu = (_, _, _) -> {};
    private String toolsUsedOn = "";
    private int main;
    private boolean alone;
    private boolean standsBy;
    private Layout arranged = Layout.SINGLE;
    private final ColumnViews views;
    private final GridCells cells;
    private final PaneBoard board = new PaneBoard();
    private final Floats floats = new Floats(getChildren());
    private final StandBy standBy = new StandBy(board, floats, this::own, this::panes);
    private Arrangement places = Arrangement.of(new Region());

    /// What opens at a place of the screen on behalf of a pane.
    @FunctionalInterface
    public interface Menu {
        void open(Node pane, double screenX, double screenY);
    }

    /// The queue stays the caller's, who closes it when the area is gone.
    public ReadingArea(Comparison comparison, PictureQueue queue) {
        this(comparison, queue, new ScreenSizes(FXCollections.observableHashMap()));
    }

    /// With what is known of the screens.
    public ReadingArea(Comparison comparison, PictureQueue queue, ScreenSizes screens) {
        this.comparison = comparison;
        reading = comparison.main();
        var habits =
                new PaneHabits(
                        queue,
                        tools,
                        this::enlarge,
                        this::focused,
                        this::shiftDrag,
                        (pane, x, y) -> menu.open(pane, x, y),
                        screens);
        views = new ColumnViews(comparison, habits);
        cells = new GridCells(comparison, views::of, this::fourth);
        getStyleClass().add("reading-area");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        getChildren().add(board);
        floats.add(card);
        tools.grippables().add(new TurningGrip());
        invitation.showToCompare();
        reading.room().layout().subscribe(_ -> arrange());
        reading.room().enlarged().subscribe(_ -> arrange());
        reading.room().grid().subscribe(_ -> arrangeGrid());
        reading.content().subscribe(this::showContent);
        comparison.plane().subscribe(_ -> arrangePlane());
        comparison.columns().subscribe(this::arrange);
        comparison.columns().subscribe(this::tellEditing);
        tools.active().subscribe(_ -> tellEditing());
        arrange();
    }

    private void tellEditing() {
        for (Column column : comparison.columns()) {
            column.layers().editing().set(!tools.isLooking());
        }
    }

    private void enlarge(PaneModel pane) {
        reading.room().enlarge(new Place.Slices(pane));
    }

    private void focused(PaneModel pane) {
        comparison.focused().set(pane.reading());
        comparison.plane().set(pane.view());
    }

    /// `facts` is what each pane's button of information does, `tones` what its words on window and colours do, `again`
    /// what the card of a column does after a failure or a stop.
    public void offer(Action facts, Action tones, Consumer<Column> again) {
        views.offer(view -> view.offer(facts, tones, () -> again.accept(view.column())));
        card.offer(() -> again.accept(comparison.columns().getFirst()));
    }

    /// Something that lies over the panes, such as the buttons of a film.
    public void addFloating(Node node) {
        floats.add(node);
    }

    /// What a right click on a picture brings.
    public void onMenu(Menu newMenu) {
        menu = newMenu;
    }

    /// What Shift and a drag do in films, in place of the slab.
    public void onFilmDrag(Function<ToolPoint, Drag> newDrag) {
        filmDrag = newDrag;
    }

    private Drag shiftDrag(ToolPoint at) {
        return at.pane().reading().depth() == Depth.TIME ? filmDrag.apply(at) : new SlabDrag(at);
    }

    /// What a person drops onto the panes; the places lie over them while it hovers there.
    public void takeDropped(DropPlaces newDrops) {
        newDrops.install(this);
        floats.add(newDrops);
        newDrops.setViewOrder(TOPMOST);
    }

    /// Opens the card of windows and colours above the words of the active pane.
    public void showTones(Layer layer) {
        ReadingModel focused = comparison.focused().get();
        Bounds bounds = active(layer);
        double bottom = bounds.getMaxY() - ABOVE_WORDS;
        new ToneCard(focused.tones(), layer, bottom).open(bounds.getMinX() - ASIDE, bottom);
    }

    /// Opens the card of labels and overlays at the same place; `openLabels` asks for a file of labels.
    public void showLayers(Layer layer, Runnable openLabels) {
        Bounds bounds = active(layer);
        new LayerCard(comparison.active().layers(), layer, openLabels)
                .open(layer, bounds.getMinX() - ASIDE, bounds.getMaxY() - ABOVE_WORDS);
    }

    /// Where the active pane is in a layer.
    private Bounds active(Layer layer) {
        PaneView pane = views.of(comparison.focused().get().active());
        Node beside = pane.isOnScreen() ? pane : this;
        return layer.sceneToLocal(beside.localToScene(beside.getLayoutBounds()));
    }

    /// Gives the keyboard to the pane that had it last, for what a tool does with it.
    public void takeKeyboard() {
        PaneView pane = views.of(comparison.focused().get().active());
        if (pane.isOnScreen()) {
            pane.requestFocus();
        }
    }

    /// What the left button does in the panes.
    public ToolBox tools() {
        return tools;
    }

    /// Those of the first reading.
    public List<PaneView> panes() {
        return views.first().panes();
    }

    /// Those of all columns, first column first.
    public List<PaneView> allPanes() {
        return views.all().flatMap(view -> view.panes().stream()).toList();
    }

    /// The pane of a column that stands alone, with its head, for a window of its own.
    public Region alone(Column column, ViewPlane plane) {
        var box = new StackPane(views.of(column).under(views.of(column).pane(plane)));
        box.getStyleClass().add("reading-area");
        box.getStylesheets().add(SHEET);
        return box;
    }

    public PaneView paneOf(Column column, ViewPlane plane) {
        return views.of(column).pane(plane);
    }

    /// All that can be on the screen, those of light boxes too.
    public List<PaneView> shownPanes() {
        return views.shown().toList();
    }

    /// The pane of the grid that has the keyboard or had it last, counted row by row; empty in other layouts.
    public OptionalInt cell() {
        return arranged == Layout.FREE ? cells.current(focusOwner()) : OptionalInt.empty();
    }

    /// Gives the keyboard to what stands in a pane of the grid.
    public void focusCell(int index) {
        cells.focus(index);
    }

    private @Nullable Node focusOwner() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private void showContent(Content content) {
        switch (content) {
            case Content.Empty() -> card.showEmpty();
            case Content.Stopped(String title) -> card.showStopped(title);
            case Content.Failed(String reason, String advice) -> card.showFailed(reason, advice);
            case Content.Loading _, Content.Ready _ -> {
                card.setVisible(false);
                restTools();
                if (standsBy || reading.mainPane() != main || reading.hasSeveralPlanes() == alone) {
                    boolean focused = panes().stream().anyMatch(Node::isFocused);
                    arrange();
                    if (focused) {
                        panes().get(main).requestFocus();
                    }
                }
                if (content instanceof Content.Ready) {
                    standBy.start();
                }
            }
        }
    }

    /// Comes into a scene before anything is open: the panes follow one by one, so that the first volume finds all styles
    /// looked up.
    public void standBy() {
        board.clear();
        card.setVisible(false); // comes with what it has to say
        getChildren().setAll(board);
        standsBy = true;
        standBy.start();
    }

    /// Gives what is no slice its place: the last of four, and all of the room where it is enlarged.
    public void fill(PaneContent content) {
        solid = Optional.of(content);
        content.region()
                .addEventHandler(
                        MouseEvent.MOUSE_CLICKED,
                        event -> {
                            if (event.getButton() == MouseButton.PRIMARY
                                    && event.getClickCount() == 2
                                    && event.isStillSincePress()) {
                                reading.room().enlarge(new Place.Solid());
                            }
                        });
        arrange();
    }

    /// What was begun on one volume is not finished on another.
    private void restTools() {
        Volume volume = reading.volume();
        if (volume != null && !volume.id().equals(toolsUsedOn)) {
            toolsUsedOn = volume.id();
            tools.active().get().rest();
        }
    }

    private void arrange() {
        dividers.keep(arranged, places);
        Node focused = focusOwner();
        places.dissolve();
        views.closeGone();
        if (reading.room().layout().get() != Layout.FREE) {
            cells.clear();
        }
        Optional<Region> enlarged = reading.room().enlarged().get().map(this::region);
        arranged = enlarged.isPresent() ? Layout.SINGLE : reading.room().layout().get();
        main = reading.mainPane();
        alone = !reading.hasSeveralPlanes();
        comparison.samePlanes().set(arranged == Layout.SWIPE || arranged == Layout.BLINK);
        places = enlarged.map(Arrangement::of).orElseGet(this::arrangement);
        if (standsBy) {
            board.showOneByOne(places.room(), own());
        } else {
            board.show(places.room(), own());
        }
        standsBy = false;
        dividers.divide(arranged, places);
        places.onDivided(() -> onDivided.run());
        if (focused instanceof PaneView pane) {
            // stays among the panes where the one that had it has no place any more
            PaneView active = views.of(comparison.focused().get().active());
            Stream.of(pane, active, panes().get(main))
                    .filter(PaneView::isOnScreen)
                    .findFirst()
                    .ifPresent(PaneView::requestFocus);
        }
    }

    /// Where the dividers of each layout stand that was on the screen, from 0 to 1, split by split.
    public Map<Layout, List<List<Double>>> dividers() {
        dividers.keep(arranged, places);
        return dividers.all();
    }

    public void divide(Map<Layout, List<List<Double>>> known) {
        dividers.know(known);
        dividers.divide(arranged, places);
    }

    /// Who hears that a divider was moved.
    public void onDivided(Runnable newListener) {
        onDivided = newListener;
    }

    /// A press gives a pane the keyboard and so makes its plane the one to compare in: that must not take the pane from
    /// under the hand where all planes are shown anyway.
    private void arrangePlane() {
        switch (arranged) {
            case SIDE_BY_SIDE, SWIPE, BLINK -> arrange();
            case SINGLE,
                    ONE_AND_TWO,
                    ONE_AND_THREE,
                    GRID,
                    COLUMNS,
                    SOLID,
                    SIDE_BY_SIDE_PLANES,
                    FREE -> {}
        }
    }

    private void arrangeGrid() {
        if (reading.room().layout().get() == Layout.FREE) {
            arrange();
        }
    }

    private Arrangement arrangement() {
        Volume volume = reading.volume();
        boolean flat = volume != null && !reading.hasSeveralPlanes();
        boolean single = flat && volume != null && volume.geometry().size().k() == 1;
        if (arranged == Layout.FREE && !single) {
            PaneGrid grid = reading.room().grid().get();
            return Arrangement.grid(grid.columns(), cells.show(flat ? grid.filmOnly() : grid));
        }
        if (!arranged.compares()) {
            Layout shown =
                    flat || arranged == Layout.FREE
                            ? Layout.SINGLE
                            : arranged; // one picture gets all the room
            return Arrangement.planes(shown, panes(), main, fourth());
        }
        List<ColumnView> all =
                comparison.columns().stream()
                        .filter(column -> column.stand() == Column.Stand.BESIDE)
                        .map(views::of)
                        .toList();
        ViewPlane plane = comparison.plane().get();
        return Arrangement.columns(arranged, all, plane, invitation);
    }

    private Region region(Place place) {
        return switch (place) {
            case Place.Slices(PaneModel pane) -> views.of(pane);
            case Place.Solid() -> fourth();
        };
    }

    /// All that the layouts of one series have places for.
    private List<Region> own() {
        var all = new ArrayList<Region>(panes().subList(0, 3));
        all.add(fourth());
        return all;
    }

    private Region fourth() {
        return solid.<Region>map(PaneContent::region).orElse(panes().get(3));
    }
}
