// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.overread.viewer.volume.PatientVector;

/// How the planes of a reading's panes lie in the patient: along what, and how a hand has turned them since. FX thread.
public final class Planes {
    private final ObjectProperty<PlaneAlignment> alignment =
            new SimpleObjectProperty<>(PlaneAlignment.ACQUISITION);
    private final ObjectProperty<PlaneTurns> turns = new SimpleObjectProperty<>(PlaneTurns.NONE);
    private final List<PaneModel> panes;
    private final Runnable turned;

    /// `turned` hears what a hand did, and not what follows another reading.
    Planes(List<PaneModel> panes, Runnable turned) {
        this.panes = panes;
        this.turned = turned;
        alignment.addListener((_, _, _) -> straighten());
    }

    public ObjectProperty<PlaneAlignment> alignment() {
        return alignment;
    }

    /// How a hand has turned the planes.
    public ObjectProperty<PlaneTurns> turns() {
        return turns;
    }

    /// All planes as the alignment has them.
    public void straighten() {
        turnTo(PlaneTurns.NONE);
    }

    public void turnTo(PlaneTurns next) {
        if (!next.equals(turns.get())) {
            turns.set(next);
            turned.run();
        }
    }

    /// How the planes lie now, those that stand upright too.
    public PlaneTurns now() {
        return PlaneTurning.now(panes);
    }

    /// How the planes would lie if that of `view` lay so on the screen: perpendicular unit vectors.
    public PlaneTurns turned(ViewPlane view, PatientVector right, PatientVector down) {
        PlaneTurns now = turns.get();
        return panes.stream()
                .filter(pane -> pane.view() == view)
                .findFirst()
                .flatMap(PaneModel::upright)
                .map(upright -> now.with(view, new PlaneTurns.Axes(right, down), upright))
                .orElse(now);
    }

    /// Turns the planes that `pane` shows as lines about its normal, clockwise on the screen: `only` one of them, or all.
    public void turn(PaneModel pane, Optional<ViewPlane> only, double radians) {
        turn(turns.get(), pane, only, radians);
    }

    /// The same from where planes were at the beginning of a movement.
    public void turn(PlaneTurns from, PaneModel pane, Optional<ViewPlane> only, double radians) {
        PaneState state = pane.state().get();
        if (state != null) {
            turnTo(PlaneTurning.turned(from, state, panes, only, radians));
        }
    }

    /// The turn nearest to `radians` that brings a line at `lineAngle` of a pane onto an axis of the patient or of the
    /// acquired grid; `radians` where none is near.
    public double snapped(PaneState pane, double lineAngle, double radians) {
        return Snapping.snapped(pane.plane(), pane.volume().geometry(), lineAngle, radians);
    }
}
