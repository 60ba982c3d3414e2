// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.util.Optional;
import java.util.Set;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Status;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;

/// Masks that somebody or something proposes: they come in, may be changed, and count once a person accepts them. What
/// was proposed is remembered from the first change on, so that what was accepted can be compared with it.
public final class Proposals {
    private Proposals() {}

    /// A mask comes in as a proposal; `traits` say its name, structure and where it is from.
    public static Segments with(Segments segments, Segment proposed) {
        return segments.with(proposed.withTraits(proposed.traits().withRole(SegmentRole.PROPOSAL)));
    }

    /// After a change of proposals, with what they were before beside them.
    public static Segments remember(
            Segments before, Segments after, Set<SegmentId> changed, int freeNumber) {
        Segments all = after;
        int number = freeNumber;
        for (SegmentId id : changed) {
            Segment was = before.find(id).orElseThrow();
            boolean isProposal = was.traits().role() instanceof SegmentRole.Proposal;
            if (isProposal && proposed(before, id).isEmpty()) {
                all = all.with(kept(was, new SegmentId(number)));
                number++;
            }
        }
        return all;
    }

    private static Segment kept(Segment proposal, SegmentId number) {
        return new Segment(
                number,
                proposal.traits()
                        .withRole(new SegmentRole.Proposed(proposal.id()))
                        .withVisibility(Visibility.HIDDEN),
                proposal.mask());
    }

    /// What a proposal was before it was changed.
    public static Optional<Segment> proposed(Segments segments, SegmentId proposal) {
        return segments.list().stream()
                .filter(s -> s.traits().role().equals(new SegmentRole.Proposed(proposal)))
                .findFirst();
    }

    /// A person answers for it from now on; says how much of it was kept.
    public static Segments accept(Segments segments, SegmentId proposal) {
        Segment now = segments.find(proposal).orElseThrow();
        Optional<Segment> before = proposed(segments, proposal);
        double dice = before.map(was -> dice(was.mask(), now.mask())).orElse(1.0);
        Provenance origin = now.traits().provenance().withDice(dice);
        Segments accepted =
                segments.withTraits(
                        proposal,
                        now.traits()
                                .withRole(SegmentRole.LABEL)
                                .withProvenance(origin)
                                .withStatus(Status.IN_PROGRESS));
        return before.map(was -> accepted.without(was.id())).orElse(accepted);
    }

    /// It is gone, and so is what it was before.
    public static Segments reject(Segments segments, SegmentId proposal) {
        Segments without = segments.without(proposal);
        return proposed(segments, proposal).map(was -> without.without(was.id())).orElse(without);
    }

    /// Twice what both have over what they have together; 1 for two empty masks.
    static double dice(Mask a, Mask b) {
        long sum = a.count() + b.count();
        return sum == 0 ? 1 : 2.0 * a.intersection(b).count() / sum;
    }
}
