// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.Mark;
import org.overread.app.desktop.reading.tool.MarkLook;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.Ink;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.contour.LevelTrace;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.Volume;

/// Shows the outline of all that is at least as bright as the place under the hand, and takes what it encloses at a
/// click; with Alt it cuts. FX thread; outlines are traced beside it.
public final class LevelTool extends SliceTool {
    private final Lane traces;
    private final PlaneImages images = new PlaneImages();
    private Optional<Traced> traced = Optional.empty();

    private record Traced(Volume volume, SlicePlane screen, Contour outline, int rgb) {}

    public LevelTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "level-trace",
                                "Level tracing",
                                "Move over an edge; a click takes what is shown, Alt cuts it",
                                RemixiconMZ.MAP_2_LINE)
                        .withKey("Alt+T"));
        traces = new Lane(desk);
    }

    private LevelTrace.Outcome trace(Volume volume, PlaneFrame plane, PlanePoint at) {
        return images.of(volume, plane)
                .map(image -> LevelTrace.at(image, at))
                .orElse(new LevelTrace.Outcome.Refused(new DrawRefusal.NoEdge()));
    }

    @Override
    public void hover(ToolPoint at) {
        PlaneFrame plane = PlaneImages.steady(at);
        PlanePoint place = plane.toPlane(at.at());
        traces.newest(() -> trace(at.volume(), plane, place), outcome -> found(at, outcome));
    }

    private void found(ToolPoint at, LevelTrace.Outcome outcome) {
        switch (outcome) {
            case LevelTrace.Outcome.Traced(Contour outline, float level) -> {
                traced = Optional.of(new Traced(at.volume(), at.plane(), outline, rgb(at)));
                strip.say(
                        String.format(
                                Locale.ROOT,
                                "from %.0f up   %.0f mm²",
                                level,
                                Math.abs(outline.signedArea())));
                strip.hint(Optional.empty());
            }
            case LevelTrace.Outcome.Refused(DrawRefusal why) -> {
                traced = Optional.empty();
                strip.clear();
                strip.hint(Optional.of(why.describe()));
            }
        }
        redraw();
    }

    @Override
    public void leave() {
        traces.forget();
        traced = Optional.empty();
        redraw();
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        Optional<Draft> begun = draftFor(at);
        endDraft();
        if (begun.isPresent()) {
            PlaneFrame plane = PlaneImages.steady(at);
            PlanePoint place = plane.toPlane(at.at());
            Ink ink = at.holds(Held.ALT) ? Ink.ERASE : Ink.ADD;
            traces.run(
                    () -> trace(at.volume(), plane, place),
                    outcome -> {
                        switch (outcome) {
                            case LevelTrace.Outcome.Traced(Contour outline, float level) ->
                                    take(begun.get(), outline, level, ink);
                            case LevelTrace.Outcome.Refused(DrawRefusal why) ->
                                    strip.hint(Optional.of(why.describe()));
                        }
                    });
        }
        return Optional.empty();
    }

    private static void take(Draft draft, Contour outline, float level, Ink ink) {
        draft.show(outline, ink);
        draft.keep(
                new EditOrigin(
                        (ink == Ink.ADD ? "Level tracing on " : "Level tracing cut from ")
                                + draft.name(),
                        "level-trace",
                        Map.of("ink", ink.name(), "level", Float.toString(level)),
                        OptionalLong.empty()));
    }

    @Override
    public void rest() {
        super.rest();
        leave();
    }

    @Override
    public List<Mark> marks(PaneState shown) {
        return traced.filter(now -> Draft.isOn(shown, now.volume(), now.screen()))
                .<List<Mark>>map(
                        now ->
                                List.of(
                                        new Mark.Polygon(
                                                inPatient(
                                                        now.outline().plane(),
                                                        now.outline().points()),
                                                MarkLook.of(now.rgb())
                                                        .with(MarkLook.Weight.STRONG))))
                .orElse(List.of());
    }
}
