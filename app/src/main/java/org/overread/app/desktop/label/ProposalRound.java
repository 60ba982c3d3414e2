// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.notice.Notice;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.VoxelVolumes;

/// Leads a reader through the proposals, one by one: only what is chosen, and so has been led to, is accepted or rejected,
/// and the next one is shown. FX thread.
public final class ProposalRound {
    private final SegmentDeeds deeds;
    private final Consumer<Segment> jump;
    private final Consumer<Notice> notices;

    /// `jump` leads the reading to a segment.
    public ProposalRound(SegmentDeeds deeds, Consumer<Segment> jump, Consumer<Notice> notices) {
        this.deeds = deeds;
        this.jump = jump;
        this.notices = notices;
    }

    public List<Action> actions(LabelDesk desk) {
        var open =
                Bindings.createBooleanBinding(() -> desk.active().get().isPresent(), desk.active());
        return List.of(
                Action.of("segments.accept", "Segments", "Accept the chosen proposal", this::accept)
                        .withIcon(RemixiconAL.CHECK_LINE)
                        .withKey("Shift+Enter")
                        .enabledWhen(open),
                Action.of("segments.reject", "Segments", "Reject the chosen proposal", this::reject)
                        .withIcon(RemixiconAL.CLOSE_LINE)
                        .withKey("Shift+BackSpace")
                        .enabledWhen(open),
                Action.of("segments.nextProposal", "Segments", "Next proposal", () -> step(1))
                        .withIcon(RemixiconAL.ARROW_DOWN_S_LINE)
                        .withKey("Shortcut+Shift+Down")
                        .enabledWhen(open),
                Action.of(
                                "segments.previousProposal",
                                "Segments",
                                "Previous proposal",
                                () -> step(-1))
                        .withIcon(RemixiconAL.ARROW_UP_S_LINE)
                        .withKey("Shortcut+Shift+Up")
                        .enabledWhen(open));
    }

    void accept() {
        Optional<Segment> chosen = chosen();
        if (chosen.isEmpty()) {
            offerFirst();
        } else if (chosen.get().mask().isEmpty()) {
            notices.accept(
                    Notice.caution(
                            chosen.get().traits().name() + " has no voxels left.",
                            "It stays a proposal.",
                            "Undo what took them, or reject it with Shift+Backspace."));
        } else {
            Segment accepted = chosen.get();
            goOnAfter(accepted, () -> deeds.accept(accepted.id()));
            tellShared(accepted);
        }
    }

    void reject() {
        chosen().ifPresentOrElse(
                        segment -> goOnAfter(segment, () -> deeds.reject(segment.id())),
                        this::offerFirst);
    }

    /// Nobody answers for what has not been looked at.
    private void offerFirst() {
        List<Segment> waiting = proposals();
        if (waiting.isEmpty()) {
            notices.accept(
                    Notice.caution(
                            "No proposal waits.",
                            "Nothing was changed.",
                            "Bring in masks from a file with Ctrl+Shift+P."));
            return;
        }
        show(waiting.getFirst());
        notices.accept(
                Notice.caution(
                        "%s is the first of %s; it is chosen now."
                                .formatted(
                                        waiting.getFirst().traits().name(),
                                        counted(waiting.size())),
                        "Nothing was decided.",
                        "Look at it, then accept or reject it."));
    }

    private void goOnAfter(Segment decided, Runnable deed) {
        int place = proposals().stream().map(Segment::id).toList().indexOf(decided.id());
        deed.run();
        List<Segment> left = proposals();
        if (!left.isEmpty()) {
            show(left.get(place % left.size()));
        }
    }

    void step(int by) {
        List<Segment> waiting = proposals();
        if (waiting.isEmpty()) {
            offerFirst();
            return;
        }
        List<SegmentId> ids = waiting.stream().map(Segment::id).toList();
        int now = chosen().map(Segment::id).map(ids::indexOf).orElse(by > 0 ? -1 : 0);
        show(waiting.get(Math.floorMod(now + by, ids.size())));
    }

    private void show(Segment proposal) {
        deeds.model().ifPresent(model -> model.select(Optional.of(proposal.id())));
        jump.accept(proposal);
    }

    private Optional<Segment> chosen() {
        return deeds.model().flatMap(LabelModel::target).filter(ProposalRound::isProposal);
    }

    private List<Segment> proposals() {
        return deeds.model().stream()
                .flatMap(model -> model.segments().get().list().stream())
                .filter(ProposalRound::isProposal)
                .toList();
    }

    private static boolean isProposal(Segment segment) {
        return segment.traits().role() instanceof SegmentRole.Proposal;
    }

    private static String counted(int proposals) {
        return proposals == 1 ? "1 proposal" : proposals + " proposals";
    }

    /// What two labels have both is theirs, locked or not; a reader should know.
    private void tellShared(Segment accepted) {
        deeds.model()
                .ifPresent(
                        model -> {
                            var sizes = new VoxelVolumes(model.volume().geometry());
                            String shared =
                                    model.segments().get().list().stream()
                                            .filter(other -> isOther(other, accepted))
                                            .map(other -> shared(other, accepted.mask(), sizes))
                                            .flatMap(Optional::stream)
                                            .collect(Collectors.joining(", "));
                            if (!shared.isEmpty()) {
                                notices.accept(
                                        Notice.caution(
                                                "%s is a label now and shares %s."
                                                        .formatted(
                                                                accepted.traits().name(), shared),
                                                "No other label was changed.",
                                                "Ctrl+J says who is to have it."));
                            }
                        });
    }

    private static boolean isOther(Segment other, Segment accepted) {
        return other.traits().isLabel()
                && !other.id().equals(accepted.id())
                && other.mask().meets(accepted.mask());
    }

    private static Optional<String> shared(Segment other, Mask mask, VoxelVolumes sizes) {
        Mask both = other.mask().intersection(mask);
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                other.traits().isLocked()
                                        ? "%.2f ml with %s (locked)"
                                        : "%.2f ml with %s",
                                sizes.millilitres(both),
                                other.traits().name()));
    }
}
