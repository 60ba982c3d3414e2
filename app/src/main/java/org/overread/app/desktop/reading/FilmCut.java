// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;

/// Where a slice of the light box cuts a pane of another plane. `number` is that of the slice, counted from 1;
/// `isAtCursor`: where the line of its plane runs anyway.
public record FilmCut(ReferenceLine line, int number, boolean isAtCursor) {
    /// One for each slice that the light box of the pane's reading shows, in the order of leafing.
    public static List<FilmCut> in(PaneModel pane) {
        PaneState state = pane.state().get();
        List<PaneModel> film = pane.reading().film().panes();
        if (state == null || pane.isOfFilm() || film.isEmpty()) {
            return List.of();
        }
        PanePoint cursor = state.toPane(state.cursor());
        var cuts = new ArrayList<FilmCut>();
        for (PaneModel other : film) {
            PaneState there = other.state().get();
            if (there != null) {
                int number = there.slices().nearest(there.cursor()) + 1;
                ReferenceLine.of(state, other.view(), there, cursor)
                        .map(line -> new FilmCut(line, number, other.showsCursor()))
                        .ifPresent(cuts::add);
            }
        }
        return cuts;
    }
}
