// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.draw.DrawStrip;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.ToolBox;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.ContourSmoothing;
import org.overread.segmentation.draw.contour.SliceOutlines;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.VolumeGeometry;

/// What is done with all outlines that the chosen segment has on the slice of a pane. FX thread.
final class OutlineDeeds {
    private static final double VOXELS = 1.5; // that smoothing evens out

    private final DrawDesk desk;
    private final ContourTool contour;
    private final LivewireTool livewire;
    private final Supplier<PaneModel> pane;
    private final ToolBox tools;
    private final Lane lane;
    private final DrawStrip strip;

    OutlineDeeds(
            DrawDesk desk,
            ContourTool contour,
            LivewireTool livewire,
            Supplier<PaneModel> pane,
            ToolBox tools) {
        this.desk = desk;
        this.contour = contour;
        this.livewire = livewire;
        this.pane = pane;
        this.tools = tools;
        lane = new Lane(desk);
        strip = new DrawStrip(desk, ""); // figures that nobody sees
    }

    private static Optional<ToolPoint> middle(PaneModel pane) {
        PaneState state = pane.state().get();
        return Optional.ofNullable(state)
                .map(
                        shown ->
                                new ToolPoint(
                                        pane,
                                        shown,
                                        new PanePoint(shown.width() / 2, shown.height() / 2),
                                        Set.of(),
                                        0));
    }

    /// Finds the outlines beside the FX thread; says so where there are none.
    private void outlines(PaneModel of, BiConsumer<Draft, List<Contour>> then) {
        Optional<Draft> begun = middle(of).flatMap(at -> Draft.begin(desk, strip, lane, at));
        if (begun.isEmpty()) {
            return;
        }
        Draft draft = begun.get();
        Mask base = draft.base();
        lane.run(
                () -> SliceOutlines.of(draft.volume().geometry(), draft.plane(), base),
                found -> {
                    if (found.isEmpty()) {
                        desk.notices()
                                .accept(
                                        Notice.caution(
                                                draft.name() + " has no outline on this slice.",
                                                "Nothing was changed.",
                                                "Go to a slice that it lies on."));
                    } else {
                        then.accept(draft, found);
                    }
                });
    }

    /// Lays the outlines on the slice so many further, as a proposal whose points can be moved; with the livewire in hand,
    /// its line, which finds the edges there.
    void copy(int slices) {
        PaneModel shown = pane.get();
        if (tools.active().get().equals(livewire)
                && middle(shown).filter(livewire::hasLine).isPresent()) {
            livewire.accept();
            shown.leaf(slices);
            middle(shown).ifPresent(livewire::proposeAfterKeeping);
            return;
        }
        if (tools.active().get().equals(contour)) {
            contour.accept();
        }
        PaneModel of = pane.get();
        outlines(
                of,
                (from, found) -> {
                    of.leaf(slices);
                    Optional<ToolPoint> at = middle(of);
                    if (at.isEmpty() || from.isOn(at.get().shown())) {
                        desk.notices()
                                .accept(
                                        Notice.caution(
                                                "There is no further slice to copy to.",
                                                "Nothing was changed.",
                                                ""));
                        return;
                    }
                    tools.choose(contour);
                    contour.propose(at.get(), found);
                });
    }

    /// Evens out what is shorter than a voxel or two, on this slice only.
    void smooth() {
        outlines(
                pane.get(),
                (draft, found) -> {
                    VolumeGeometry geometry = draft.volume().geometry();
                    double mm = VOXELS * Math.max(geometry.spacingI(), geometry.spacingJ());
                    draft.show(
                            found,
                            found.stream().map(c -> ContourSmoothing.smooth(c, mm)).toList());
                    draft.keep(
                            new EditOrigin(
                                    "Smooth outline of " + draft.name(),
                                    "contour",
                                    Map.of("sigmaMm", String.format(Locale.ROOT, "%.2f", mm)),
                                    OptionalLong.empty()));
                });
    }
}
