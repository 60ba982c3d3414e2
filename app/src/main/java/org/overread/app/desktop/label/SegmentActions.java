// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.viewer.volume.PatientPoint;

/// What a person can do with segments wherever the keyboard is.
public final class SegmentActions {
    private static final String GROUP = "Segments";
    private static final double FILL_STEP = 0.1;

    private final SegmentDeeds deeds;
    private final BooleanBinding open;

    private SegmentActions(SegmentDeeds deeds, LabelDesk desk) {
        this.deeds = deeds;
        open = Bindings.createBooleanBinding(() -> desk.active().get().isPresent(), desk.active());
    }

    /// What the window does for them.
    ///
    /// @param add asks for a structure
    /// @param keep keeps what the active tool shows, if anything
    /// @param rate asks for a confidence
    /// @param combine asks what becomes of the chosen segment and another
    /// @param spread shows how the values in a segment are spread
    /// @param jump leads the reading to a segment
    /// @param pointer where the hand or the cursor is
    public record Ways(
            Runnable add,
            Runnable keep,
            Runnable rate,
            Runnable combine,
            Consumer<Segment> spread,
            Consumer<Segment> jump,
            Supplier<Optional<PatientPoint>> pointer,
            Consumer<DrawOutcome> tell) {}

    public static List<Action> of(SegmentDeeds deeds, LabelDesk desk, Ways ways) {
        var all = new SegmentActions(deeds, desk);
        return List.of(
                all.action("add", "New segment", "Shift+N", RemixiconAL.ADD_LINE, ways.add()),
                all.action(
                        "another",
                        "Keep what is shown and begin another of the same structure",
                        "Shortcut+N",
                        RemixiconAL.ADD_CIRCLE_LINE,
                        () -> {
                            ways.keep().run();
                            deeds.another();
                        }),
                all.action(
                        "rate",
                        "Say how sure you are of the chosen segment",
                        "M",
                        RemixiconMZ.STAR_LINE,
                        ways.rate()),
                all.action(
                        "combine",
                        "Combine the chosen segment with another",
                        "Shortcut+J",
                        RemixiconMZ.SHAPE_2_LINE,
                        ways.combine()),
                all.action(
                        "spread",
                        "Histogram of the chosen segment",
                        "Alt+Shift+V",
                        RemixiconAL.BAR_CHART_2_LINE,
                        () -> all.target().ifPresent(ways.spread())),
                all.action(
                        "pick",
                        "Choose the segment under the hand",
                        "Shift+U",
                        RemixiconAL.CURSOR_LINE,
                        () -> all.pick(ways)),
                all.action(
                        "next",
                        "Next segment",
                        "Shortcut+Down",
                        RemixiconAL.ARROW_DOWN_S_LINE,
                        () -> all.step(1, ways)),
                all.action(
                        "previous",
                        "Previous segment",
                        "Shortcut+Up",
                        RemixiconAL.ARROW_UP_S_LINE,
                        () -> all.step(-1, ways)),
                all.action(
                        "centre",
                        "Go to the centre of the chosen segment",
                        "Shift+C",
                        RemixiconAL.FOCUS_3_LINE,
                        () -> all.target().ifPresent(ways.jump())),
                all.action(
                        "only",
                        "Show the chosen segment only, or all again",
                        "Shift+H",
                        RemixiconAL.EYE_LINE,
                        () -> all.target().ifPresent(s -> deeds.showOnly(s.id()))),
                all.action(
                        "lock",
                        "Lock or unlock the chosen segment",
                        "Shift+X",
                        RemixiconAL.LOCK_LINE,
                        () -> all.target().ifPresent(s -> deeds.turnLock(List.of(s.id())))),
                all.action(
                        "look",
                        "Draw labels as fill, outline or both",
                        "Alt+L",
                        RemixiconAL.CONTRAST_DROP_2_LINE,
                        all::nextLook),
                all.action(
                        "fill-more",
                        "Fill the chosen segment more strongly",
                        "Alt+Shift+Up",
                        RemixiconAL.CONTRAST_DROP_2_LINE,
                        () -> all.fill(FILL_STEP)),
                all.action(
                        "fill-less",
                        "Fill the chosen segment more faintly",
                        "Alt+Shift+Down",
                        RemixiconAL.CONTRAST_DROP_2_LINE,
                        () -> all.fill(-FILL_STEP)));
    }

    private Action action(String id, String name, String key, Ikon icon, Runnable run) {
        return Action.of("segments." + id, GROUP, name, run)
                .withIcon(icon)
                .withKey(key)
                .enabledWhen(open);
    }

    private Optional<Segment> target() {
        return deeds.model().flatMap(LabelModel::target);
    }

    private static boolean isProposal(Segment segment) {
        return segment.traits().role() instanceof SegmentRole.Proposal;
    }

    private void pick(Ways ways) {
        deeds.model()
                .ifPresent(
                        model ->
                                ways.pointer()
                                        .get()
                                        .flatMap(at -> LabelPicture.at(model, at))
                                        .ifPresent(s -> model.select(Optional.of(s.id()))));
    }

    private void step(int by, Ways ways) {
        deeds.model()
                .ifPresent(
                        model -> {
                            List<Segment> labels =
                                    model.segments().get().list().stream()
                                            .filter(s -> s.traits().isLabel() || isProposal(s))
                                            .toList();
                            if (labels.isEmpty()) {
                                return;
                            }
                            List<SegmentId> ids = labels.stream().map(Segment::id).toList();
                            int now = model.selected().get().map(ids::indexOf).orElse(-1);
                            Segment next = labels.get(Math.floorMod(now + by, labels.size()));
                            model.select(Optional.of(next.id()));
                            ways.jump().accept(next);
                        });
    }

    private void fill(double by) {
        deeds.model()
                .ifPresent(
                        model ->
                                model.target()
                                        .ifPresent(
                                                segment -> {
                                                    LabelLook look = model.look().get();
                                                    model.look(
                                                            look.withFill(
                                                                    segment.id(),
                                                                    look.fillOf(segment.id())
                                                                            + by));
                                                }));
    }

    private void nextLook() {
        deeds.model()
                .ifPresent(
                        model -> {
                            List<LabelLook.Drawn> all = List.of(LabelLook.Drawn.values());
                            int next = (all.indexOf(model.look().get().usual()) + 1) % all.size();
                            model.look(model.look().get().withAll(all.get(next)));
                        });
    }
}
