// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Has the panes of a reading drawn anew, each but once for changes that are made together. FX thread.
public final class Redraw {
    private final List<PaneModel> panes;
    private final Film film;
    private final ReadOnlyIntegerWrapper times = new ReadOnlyIntegerWrapper();
    private int gathering;

    Redraw(List<PaneModel> panes, Film film) {
        this.panes = panes;
        this.film = film;
    }

    /// Makes several changes for which each pane is drawn anew but once, at the end.
    void gather(Runnable changes) {
        gathering++;
        try {
            changes.run();
        } finally {
            gathering--;
        }
        if (gathering == 0) {
            panes.forEach(PaneModel::refreshWhereDue);
            film.panes().forEach(PaneModel::refreshWhereDue);
            times.set(times.get() + 1);
        }
    }

    void all() {
        gather(
                () -> {
                    panes.forEach(PaneModel::refresh);
                    film.refresh();
                });
    }

    /// Grows after panes were drawn anew, all of those that a change concerns together.
    public ReadOnlyIntegerProperty times() {
        return times.getReadOnlyProperty();
    }
}
