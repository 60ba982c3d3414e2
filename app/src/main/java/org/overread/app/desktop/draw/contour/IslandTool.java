// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw.contour;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Choice;
import org.overread.app.desktop.draw.DrawDesk;
import org.overread.app.desktop.reading.tool.Drag;
import org.overread.app.desktop.reading.tool.Held;
import org.overread.app.desktop.reading.tool.ToolFace;
import org.overread.app.desktop.reading.tool.ToolPoint;
import org.overread.segmentation.draw.island.Islands;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;

/// Keeps the connected part of the chosen segment under a click, or removes it; Alt does the other. FX thread.
public final class IslandTool extends SliceTool {
    private final ObjectProperty<Use> use = new SimpleObjectProperty<>(Use.KEEP);

    /// What becomes of the part under the hand.
    public enum Use {
        KEEP("Keep this"),
        REMOVE("Remove this");

        private final String title;

        Use(String title) {
            this.title = title;
        }
    }

    public IslandTool(DrawDesk desk) {
        super(
                desk,
                ToolFace.of(
                                "island",
                                "Islands",
                                "Click a part of the segment; Alt changes keep and remove",
                                RemixiconMZ.MAP_PIN_RANGE_LINE)
                        .withKey("Alt+I"));
        strip.add(Choice.besidePicture(use, List.of(Use.values()), u -> u.title));
    }

    /// What a click does where Alt is not held.
    public ObjectProperty<Use> use() {
        return use;
    }

    @Override
    public Optional<Drag> press(ToolPoint at) {
        cancel();
        Optional<Draft> begun = draftFor(at);
        endDraft();
        begun.ifPresent(draft -> find(draft, at.at(), asked(at)));
        return Optional.empty();
    }

    private Use asked(ToolPoint at) {
        boolean keeps = (use.get() == Use.KEEP) != at.holds(Held.ALT);
        return keeps ? Use.KEEP : Use.REMOVE;
    }

    private void find(Draft draft, PatientPoint click, Use asked) {
        Mask base = draft.base();
        lane.run(
                () ->
                        Islands.at(
                                draft.volume().geometry(),
                                base,
                                click,
                                Connectivity.FACES,
                                Crew.alone()),
                outcome -> {
                    switch (outcome) {
                        case Islands.Outcome.Found(Mask island, Mask others) ->
                                take(draft, asked == Use.KEEP ? island : others, asked);
                        case Islands.Outcome.Refused(var why) ->
                                strip.hint(Optional.of(why.describe()));
                    }
                });
    }

    private void take(Draft draft, Mask wanted, Use asked) {
        strip.count(draft.volume(), draft.base(), wanted);
        strip.hint(Optional.empty());
        draft.show(_ -> new Draft.Wanted(wanted, Draft.Touch.SOMETHING));
        draft.keep(
                new EditOrigin(
                        (asked == Use.KEEP ? "Keep an island of " : "Remove an island of ")
                                + draft.name(),
                        "island",
                        Map.of("use", asked.name()),
                        OptionalLong.empty()));
    }
}
