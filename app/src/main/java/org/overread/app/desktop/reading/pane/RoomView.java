// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.overread.app.desktop.control.FrameByFrame;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.Place;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.Room;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.compare.Column;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.viewer.volume.Volume;

/// Gives panes their places by the [Room] of the first reading. FX thread.
///
/// The dividers keep their places for as long as this lives, each layout its own.
public final class RoomView {
    private final Comparison comparison;
    private final ReadingModel reading;
    private final ColumnViews views;
    private final GridCells cells;
    private final PaneBoard board = new PaneBoard();
    private final StateCard invitation = new StateCard();
    private final Dividers dividers = new Dividers();
    private final FrameByFrame first = new FrameByFrame(1);
    private Arrangement places = Arrangement.of(new Region());
    private Layout arranged = Layout.SINGLE;
    private Optional<PaneContent> solid = Optional.empty();
    private Runnable onDivided = () -> {};
    private int main;
    private boolean alone;
    private boolean standsBy;

    RoomView(Comparison comparison, ColumnViews views) {
        this.comparison = comparison;
        this.views = views;
        reading = comparison.main();
        cells = new GridCells(comparison, views::of, this::fourth);
        invitation.showToCompare();
    }

    /// From now on the places are those that a person chose.
    void follow() {
        Room room = reading.room();
        room.layout().subscribe(_ -> arrange());
        room.enlarged().subscribe(_ -> arrange());
        room.grid().subscribe(_ -> arrangeGrid());
        comparison.plane().subscribe(_ -> arrangePlane());
        comparison.columns().subscribe(this::arrange);
    }

    /// What the panes lie on.
    PaneBoard board() {
        return board;
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
        return board.getScene() == null ? null : board.getScene().getFocusOwner();
    }

    /// Arranges the panes anew where the volume has other planes than the one before; for the first in a frame of its own.
    void suit() {
        if (standsBy) {
            first.add(this::suitFirst);
        } else if (reading.mainPane() != main || reading.hasSeveralPlanes() == alone) {
            boolean focused = panes().stream().anyMatch(Node::isFocused);
            arrange();
            if (focused) {
                panes().get(main).requestFocus();
            }
        }
    }

    private void suitFirst() {
        if (standsBy) {
            arrange();
        }
    }

    /// Takes all panes from the board; they come back when something is open.
    void standBy() {
        board.clear();
        standsBy = true;
    }

    private List<PaneView> panes() {
        return views.first().panes();
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
    List<Region> own() {
        var all = new ArrayList<Region>(panes().subList(0, 3));
        all.add(fourth());
        return all;
    }

    private Region fourth() {
        return solid.<Region>map(PaneContent::region).orElse(panes().get(3));
    }
}
