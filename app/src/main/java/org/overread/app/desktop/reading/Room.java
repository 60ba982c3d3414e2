// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Who has how much of the room: the layout that a person chose, until one thing is given all of it. FX thread.
public final class Room {
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ONE_AND_TWO);
    private final ObjectProperty<PaneGrid> grid = new SimpleObjectProperty<>(PaneGrid.FIRST);
    private final ReadOnlyObjectWrapper<Optional<Place>> enlarged =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean hadGrid;

    Room() {
        layout.subscribe(chosen -> hadGrid |= chosen == Layout.FREE);
    }

    public ObjectProperty<Layout> layout() {
        return layout;
    }

    /// The grid that [Layout#FREE] shows.
    public ObjectProperty<PaneGrid> grid() {
        return grid;
    }

    public void choose(Layout chosen) {
        enlarged.set(Optional.empty());
        layout.set(chosen);
    }

    public void choose(PaneGrid chosen) {
        grid.set(chosen);
        choose(Layout.FREE);
    }

    /// In turn; the grid of panes is one of them as soon as a person chose one.
    void chooseNext() {
        boolean hasGrid = hadGrid || !grid.get().equals(PaneGrid.FIRST);
        choose(layout.get().next(hasGrid));
    }

    /// Whether more than one series has a place.
    public boolean comparesSeries() {
        return layout.get() == Layout.FREE ? grid.get().compares() : layout.get().compares();
    }

    /// What has all the room for a while; empty: the layout holds.
    public ReadOnlyObjectProperty<Optional<Place>> enlarged() {
        return enlarged.getReadOnlyProperty();
    }

    /// Gives something all the room, or back what it had before.
    public void enlarge(Place place) {
        enlarged.set(enlarged.get().isPresent() ? Optional.empty() : Optional.of(place));
    }
}
