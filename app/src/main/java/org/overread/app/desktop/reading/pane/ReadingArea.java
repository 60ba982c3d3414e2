// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.reading.Content;
import org.overread.app.desktop.reading.Depth;
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
    private Function<ToolPoint, Drag> filmDrag = SlabDrag::new;
    private Menu menu = (_, _, _) -> {};
    private String toolsUsedOn = "";
    private final ColumnViews views;
    private final RoomView room;
    private final Floats floats = new Floats(getChildren());
    private final StandBy standBy;

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
        room = new RoomView(comparison, views);
        standBy = new StandBy(room.board(), floats, room::own, this::panes);
        getStyleClass().add("reading-area");
        getStylesheets().add(SHEET);
        setMinSize(0, 0);
        getChildren().add(room.board());
        floats.add(card);
        tools.grippables().add(new TurningGrip());
        room.follow();
        reading.content().subscribe(this::showContent);
        comparison.columns().subscribe(this::tellEditing);
        tools.active().subscribe(_ -> tellEditing());
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

    /// A bar that lies over the panes, such as the buttons of a film; its children stay the same.
    public void addFloating(Pane bar) {
        floats.addBar(bar);
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
        var card = new ToneCard(focused.tones(), layer, bottom);
        // to make it was enough for one turn
        FrameByFrame.inItsTurn(() -> card.open(bounds.getMinX() - ASIDE, bottom));
    }

    /// Opens the card of labels and overlays at the same place; `openLabels` asks for a file of labels.
    public void showLayers(Layer layer, Runnable openLabels) {
        Bounds bounds = active(layer);
        var card = new LayerCard(comparison.active().layers(), layer, openLabels);
        FrameByFrame.inItsTurn(
                () -> card.open(layer, bounds.getMinX() - ASIDE, bounds.getMaxY() - ABOVE_WORDS));
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

    /// Which panes have a place.
    public RoomView room() {
        return room;
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

    private void showContent(Content content) {
        switch (content) {
            case Content.Empty() -> card.showEmpty();
            case Content.Stopped(String title) -> card.showStopped(title);
            case Content.Failed(String reason, String advice) -> card.showFailed(reason, advice);
            case Content.Loading _, Content.Ready _ -> {
                card.setVisible(false);
                restTools();
                room.suit();
                if (content instanceof Content.Ready) {
                    standBy.start();
                }
            }
        }
    }

    /// Comes into a scene before anything is open: the panes follow one by one, so that the first volume finds all styles
    /// looked up.
    public void standBy() {
        room.standBy();
        card.setVisible(false); // comes with what it has to say
        getChildren().setAll(room.board());
        standBy.start();
    }

    /// Who comes when all of this stands by, a bit with each call, while nothing moves; it says whether there was one to
    /// come.
    public void onStoodBy(BooleanSupplier further) {
        standBy.then(further);
    }

    /// What was begun on one volume is not finished on another.
    private void restTools() {
        Volume volume = reading.volume();
        if (volume != null && !volume.id().equals(toolsUsedOn)) {
            toolsUsedOn = volume.id();
            tools.active().get().rest();
        }
    }
}
