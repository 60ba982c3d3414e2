// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.VolumeGeometry;

/// What becomes of the planes of panes when a hand turns their lines in one of them.
final class PlaneTurning {
    private PlaneTurning() {}

    /// How the planes lie now, those that stand upright too.
    static PlaneTurns now(List<PaneModel> panes) {
        var axes = new EnumMap<ViewPlane, PlaneTurns.Axes>(ViewPlane.class);
        for (PaneModel pane : panes) {
            PaneState state = pane.state().get();
            if (state != null) {
                SlicePlane plane = state.plane();
                axes.put(pane.view(), new PlaneTurns.Axes(plane.right(), plane.down()));
            }
        }
        return new PlaneTurns(axes);
    }

    /// From where planes were at the beginning of a movement: those that `state` shows as lines turned about its normal,
    /// clockwise on the screen, `only` one of them or all.
    static PlaneTurns turned(
            PlaneTurns from,
            PaneState state,
            List<PaneModel> panes,
            Optional<ViewPlane> only,
            double radians) {
        VolumeGeometry geometry = state.volume().geometry();
        PlaneTurns next = from;
        for (PaneModel other : panes.subList(0, ViewPlane.values().length)) {
            if (only.map(other.view()::equals).orElse(other.view() != state.view())) {
                SlicePlane upright = other.upright(geometry);
                next =
                        next.turn(
                                other.view(),
                                from.apply(other.view(), upright),
                                upright,
                                state.plane().normal(),
                                radians);
            }
        }
        return next;
    }
}
