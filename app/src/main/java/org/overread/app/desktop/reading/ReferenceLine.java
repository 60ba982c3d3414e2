// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where the plane of another pane cuts a pane: a line in logical pixels through `nearest`, its point next to where
/// `crossing`, the cursor on all shown slices, appears. `dx` and `dy` are its direction, of length 1;
/// `halfSlab` is how far from the line the slab of the other pane reaches, 0 where it is thin.
public record ReferenceLine(
        ViewPlane plane,
        PanePoint crossing,
        PanePoint nearest,
        double dx,
        double dy,
        double halfSlab) {
    /// How far from the crossing the handles lie, as a part of the pane's shorter side.
    private static final double HANDLE = 0.36;

    private static final double LEAST_HANDLE = 40;

    /// One for each plane that another pane of the reading shows and that is not parallel.
    public static List<ReferenceLine> in(PaneModel pane, List<PaneModel> panes) {
        PaneState state = pane.state().get();
        if (state == null || !pane.showsCursor()) {
            return List.of();
        }
        var others = new EnumMap<ViewPlane, PaneState>(ViewPlane.class);
        for (PaneModel other : panes) {
            PaneState there = other.state().get();
            if (there != null && other.view() != pane.view()) {
                others.putIfAbsent(other.view(), there);
            }
        }
        PanePoint crossing = state.toPane(crossing(state, others));
        var lines = new ArrayList<ReferenceLine>();
        others.forEach((view, there) -> of(state, view, there, crossing).ifPresent(lines::add));
        return lines;
    }

    /// The cursor on the slices that are shown; up to half a voxel from where it was put.
    private static PatientPoint crossing(PaneState state, Map<ViewPlane, PaneState> others) {
        PatientPoint point = state.cursor();
        for (PaneState other : others.values()) {
            SlicePlane plane = other.plane();
            PatientVector normal = plane.normal();
            point = point.plus(normal.times(plane.center().from(point).dot(normal)));
        }
        return point;
    }

    /// Where the plane of `there` cuts the pane of `state`; empty where they are parallel.
    static Optional<ReferenceLine> of(
            PaneState state, ViewPlane view, PaneState there, PanePoint crossing) {
        SlicePlane other = there.plane();
        PatientVector normal = other.normal();
        PatientVector along = state.plane().normal().cross(normal);
        if (along.length() < 1e-3) {
            return Optional.empty(); // parallel planes do not meet
        }
        PatientVector direction = along.unit();
        double acrossX = normal.dot(state.plane().right());
        double acrossY = normal.dot(state.plane().down());
        double squared = acrossX * acrossX + acrossY * acrossY;
        double distance = other.center().from(state.toPatient(crossing)).dot(normal);
        var nearest =
                new PanePoint(
                        crossing.x() + distance * acrossX / squared / state.pixelMm(),
                        crossing.y() + distance * acrossY / squared / state.pixelMm());
        double half = there.slab().thicknessMm() / 2 / Math.sqrt(squared) / state.pixelMm();
        return Optional.of(
                new ReferenceLine(
                        view,
                        crossing,
                        nearest,
                        direction.dot(state.plane().right()),
                        direction.dot(state.plane().down()),
                        half));
    }

    /// The points by which the line is turned, those that lie in the pane.
    public List<PanePoint> handles(PaneState state) {
        double reach = Math.min(state.width(), state.height()) * HANDLE;
        if (reach < LEAST_HANDLE) {
            return List.of();
        }
        var handles = new ArrayList<PanePoint>(2);
        for (double way : new double[] {-reach, reach}) {
            var at = new PanePoint(nearest.x() + way * dx, nearest.y() + way * dy);
            if (at.x() > 0 && at.y() > 0 && at.x() < state.width() && at.y() < state.height()) {
                handles.add(at);
            }
        }
        return handles;
    }
}
