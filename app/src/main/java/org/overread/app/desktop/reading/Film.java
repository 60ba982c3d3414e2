// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.SliceAxis;
import org.overread.viewer.volume.PatientPoint;

/// The light box of a reading: panes that show slices of one plane in the order of leafing, all zoomed and moved alike.
/// The slice of the cursor is always among them. FX thread.
public final class Film {
    private static final int UNSET = -1;

    private final ReadingModel reading;
    private final Map<ViewPlane, List<PaneModel>> made = new EnumMap<>(ViewPlane.class);
    private List<PaneModel> panes = List.of();
    private FilmStep step = FilmStep.ONE;

    /// The slice of the first pane, counted from 0 in the order of leafing.
    private int first = UNSET;

    private boolean sharing;

    Film(ReadingModel reading) {
        this.reading = reading;
    }

    /// From now on it has `count` panes; 0 takes it away. Where the volume has no such plane, it shows the one that it has.
    public void show(int count, FilmStep newStep, ViewPlane wanted) {
        ViewPlane plane =
                reading.volume() == null || reading.hasPlane(wanted)
                        ? wanted
                        : reading.panes().get(reading.mainPane()).view();
        List<PaneModel> all = made.computeIfAbsent(plane, _ -> new ArrayList<>());
        while (all.size() < count) {
            var pane = new PaneModel(reading, plane, this);
            all.stream().findFirst().ifPresentOrElse(pane::like, pane::reset);
            all.add(pane);
        }
        List<PaneModel> next = List.copyOf(all.subList(0, count));
        if (!next.equals(panes) || newStep != step) {
            List<PaneModel> before = panes;
            panes = next;
            step = newStep;
            first = UNSET;
            before.stream().filter(pane -> !next.contains(pane)).forEach(PaneModel::empty);
            refresh();
        }
    }

    /// The panes in the order of leafing.
    public List<PaneModel> panes() {
        return panes;
    }

    void refresh() {
        reading.redraw().gather(() -> panes.forEach(PaneModel::refresh));
    }

    /// Another volume, or the whole of it again.
    void reset() {
        first = UNSET;
        panes.forEach(PaneModel::reset);
    }

    /// The cursor on the slice of a pane; empty beyond the last slice.
    Optional<PatientPoint> point(PaneModel pane, SliceAxis axis, PatientPoint cursor) {
        int cell = panes.indexOf(pane);
        if (cell < 0) {
            return Optional.empty();
        }
        settle(axis, cursor);
        int place = first + offset(cell, axis);
        return place >= axis.count()
                ? Optional.empty()
                : Optional.of(axis.onSlice(cursor, index(place, axis)));
    }

    /// Whether a pane is the one whose slice the cursor lies on.
    boolean isAtCursor(PaneModel pane) {
        PaneState state = pane.state().get();
        return state != null && nearestCell(state.slices()) == panes.indexOf(pane);
    }

    /// Leafs by this many slices, the cursor with the panes, so that it stays in its pane.
    void leaf(int slices) {
        axis().ifPresent(axis -> leaf(slices, axis));
    }

    private void leaf(int slices, SliceAxis axis) {
        PatientPoint cursor = reading.cursor().get();
        settle(axis, cursor);
        int place = place(axis.nearest(cursor), axis);
        first = Math.clamp((long) first + slices, 0, step.mostFirst(panes.size(), axis.count()));
        goTo(Math.clamp((long) place + slices, 0, axis.count() - 1), axis, null);
    }

    /// Leafs by as many slices as the panes show together.
    void page(int pages) {
        axis().ifPresent(axis -> leaf(pages * Math.max(1, offset(panes.size(), axis)), axis));
    }

    /// Brings a slice into a pane, and the cursor onto it.
    void bring(PaneModel pane, int index) {
        axis().ifPresent(
                        axis -> {
                            int cell = Math.max(0, panes.indexOf(pane));
                            int place = place(Math.clamp(index, 0, axis.count() - 1), axis);
                            int most = step.mostFirst(panes.size(), axis.count());
                            first = Math.clamp((long) place - offset(cell, axis), 0, most);
                            goTo(place, axis, pane);
                        });
    }

    private void goTo(int place, SliceAxis axis, @Nullable PaneModel by) {
        PatientPoint cursor = reading.cursor().get();
        reading.moveCursor(axis.onSlice(cursor, index(place, axis)), by);
    }

    private Optional<SliceAxis> axis() {
        return panes.stream().findFirst().map(pane -> pane.state().get()).map(PaneState::slices);
    }

    /// What a hand did to one pane happens to all.
    void share(PaneModel from) {
        if (sharing) {
            return;
        }
        sharing = true;
        reading.redraw()
                .gather(
                        () ->
                                panes.stream()
                                        .filter(pane -> pane != from)
                                        .forEach(pane -> pane.like(from)));
        sharing = false;
    }

    /// Moves all panes by as little as shows the cursor, unless the hand is on one of them.
    void reveal(@Nullable PaneModel by) {
        if (by == null || !panes.contains(by)) {
            panes.stream().filter(this::isAtCursor).findFirst().ifPresent(PaneModel::reveal);
        }
    }

    /// Moves the panes along the slices by as little as gives the slice of the cursor one of them.
    private void settle(SliceAxis axis, PatientPoint cursor) {
        int place = place(axis.nearest(cursor), axis);
        int most = step.mostFirst(panes.size(), axis.count());
        if (first == UNSET) {
            first =
                    step == FilmStep.WHOLE
                            ? FilmStep.middle(0, panes.size(), axis.count())
                            : place - offset(panes.size() / 2, axis);
        }
        int before = Math.clamp(first, 0, most);
        int nearest = UNSET;
        for (int cell = 0; cell < panes.size(); cell++) {
            int there = place - offset(cell, axis);
            boolean nearer =
                    nearest == UNSET || Math.abs(there - before) < Math.abs(nearest - before);
            if (there >= 0 && there <= most && nearer) {
                nearest = there;
            }
        }
        first = nearest == UNSET ? before : nearest;
    }

    private int nearestCell(SliceAxis axis) {
        return nearestCell(place(axis.nearest(reading.cursor().get()), axis), axis);
    }

    private int nearestCell(int place, SliceAxis axis) {
        int nearest = 0;
        for (int cell = 1; cell < panes.size(); cell++) {
            int here = first + offset(cell, axis);
            int best = first + offset(nearest, axis);
            if (here < axis.count() && Math.abs(here - place) < Math.abs(best - place)) {
                nearest = cell;
            }
        }
        return nearest;
    }

    private int offset(int cell, SliceAxis axis) {
        return step.offset(cell, panes.size(), axis.count());
    }

    private int place(int index, SliceAxis axis) {
        return panes.getFirst().leafsWithNumbers(axis) ? index : axis.count() - 1 - index;
    }

    private int index(int place, SliceAxis axis) {
        return place(place, axis); // there and back is the same way
    }
}
