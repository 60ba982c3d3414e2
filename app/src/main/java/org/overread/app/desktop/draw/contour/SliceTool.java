// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.draw.DrawStrip;
import org.overread.app.desktop.label.LabelModel;
import org.overread.app.desktop.reading.tool.PaneTool;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.viewer.volume.PatientPoint;

/// What the tools of this package share: the strip, the lane, at most one draft. FX thread.
abstract class SliceTool implements PaneTool {
    static final String GROUP = "Contour";
    static final String ELSEWHERE =
            "What is drawn lies on another slice: Enter keeps it, Esc drops it";
    private static final int NO_SEGMENT = 0xE6E9ED;

    final DrawDesk desk;
    final DrawStrip strip;
    final Lane lane;
    private final ToolFace face;
    private final SimpleLongProperty redrawn = new SimpleLongProperty();
    private Optional<Draft> draft = Optional.empty();

    SliceTool(DrawDesk desk, ToolFace face) {
        this.desk = desk;
        this.face = face.withGroup(GROUP);
        strip = new DrawStrip(desk, face.hint());
        lane = new Lane(desk);
    }

    @Override
    public final ToolFace face() {
        return face;
    }

    /// What is being drawn.
    final Optional<Draft> draft() {
        return draft;
    }

    /// The draft that a press belongs to, a new one where there is none; empty where the press is refused, and said why.
    final Optional<Draft> draftFor(ToolPoint at) {
        if (draft.isPresent() && !draft.get().isOf(at.volume())) {
            cancel();
        }
        if (draft.isPresent() && !draft.get().isOn(at.shown())) {
            strip.hint(Optional.of(ELSEWHERE));
            return Optional.empty();
        }
        if (draft.isEmpty()) {
            draft = Draft.begin(desk, strip, lane, at);
        }
        return draft;
    }

    /// The draft is finished or given up.
    final Optional<Draft> endDraft() {
        Optional<Draft> ended = draft;
        draft = Optional.empty();
        redraw();
        return ended;
    }

    @Override
    public boolean cancel() {
        Optional<Draft> ended = endDraft();
        ended.ifPresent(Draft::drop);
        return ended.isPresent();
    }

    /// The colour of what is drawn, or would be.
    final int rgb(ToolPoint at) {
        return desk.labels()
                .of(at.volume())
                .flatMap(LabelModel::target)
                .map(Draft::rgb)
                .orElse(NO_SEGMENT);
    }

    static List<PatientPoint> inPatient(PlaneFrame plane, List<PlanePoint> points) {
        var all = new ArrayList<PatientPoint>(points.size());
        points.forEach(p -> all.add(plane.toPatient(p)));
        return all;
    }

    final void redraw() {
        redrawn.set(redrawn.get() + 1);
    }

    @Override
    public ObservableValue<?> changed() {
        return redrawn;
    }

    @Override
    public List<Node> options() {
        return strip.nodes();
    }
}
