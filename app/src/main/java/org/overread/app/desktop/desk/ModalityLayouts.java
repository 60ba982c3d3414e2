// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.Room;

/// The layout that a person reads each modality in: kept when it is chosen, brought back when such a series is opened.
/// Layouts that compare belong to what is compared and are not kept. FX thread.
final class ModalityLayouts {
    private final Room room;
    private final ObservableMap<String, Layout> layouts = FXCollections.observableHashMap();
    private final ObservableMap<String, PaneGrid> grids = FXCollections.observableHashMap();
    private String modality = "";
    private boolean hung;

    ModalityLayouts(Room room) {
        this.room = room;
        room.layout().addListener((_, _, chosen) -> keep(chosen));
        room.grid().addListener((_, _, _) -> keep(room.layout().get()));
    }

    /// By modality; what is put here is used for what is opened next.
    ObservableMap<String, Layout> byModality() {
        return layouts;
    }

    /// What [Layout#FREE] is, by modality.
    ObservableMap<String, PaneGrid> gridsByModality() {
        return grids;
    }

    /// A protocol wants a layout for the series that is opened next; no habit of the person.
    void hang(Layout layout) {
        modality = "";
        hung = true;
        room.choose(layout);
    }

    /// A series is about to be opened.
    void opening(String next) {
        modality = "";
        Layout kept = layouts.get(next);
        if (kept != null && !hung && !room.layout().get().compares()) {
            Optional.ofNullable(grids.get(next)).ifPresent(room.grid()::set);
            room.choose(kept);
        }
        hung = false;
        modality = next;
    }

    private void keep(Layout chosen) {
        if (!modality.isEmpty() && !chosen.compares()) {
            layouts.put(modality, chosen);
            if (chosen == Layout.FREE) {
                grids.put(modality, room.grid().get());
            }
        }
    }
}
