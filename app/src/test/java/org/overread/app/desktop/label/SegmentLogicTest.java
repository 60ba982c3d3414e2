// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.overread.app.reading.DrawOutcome;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.EditableArea;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Overwrite;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

final class SegmentLogicTest {
    private static final GridSize SIZE = new GridSize(64, 64, 64);
    private static final SegmentId A = new SegmentId(1);
    private static final SegmentId B = new SegmentId(2);
    private static final SegmentId C = new SegmentId(3);
    private static final int FREE = 9;

    private static Mask slab(int from, int to) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(new VoxelBox(from, 0, 0, to, 9, 9));
        return edit.mask();
    }

    private static Segment segment(SegmentId id, Mask mask, UnaryOperator<SegmentTraits> as) {
        String name = "S" + id.number();
        var structure =
                new Structure(
                        name, name, Optional.empty(), new LabelColor(9, 9, 9), Optional.empty());
        return new Segment(id, as.apply(SegmentTraits.of(structure)), mask);
    }

    private static Segments three(UnaryOperator<SegmentTraits> a, UnaryOperator<SegmentTraits> b) {
        return Segments.none(SIZE)
                .with(segment(A, slab(0, 9), a))
                .with(segment(B, slab(5, 14), b))
                .with(segment(C, slab(12, 19), UnaryOperator.identity()));
    }

    private static Segments three() {
        return three(UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Segments done(SegmentLogic logic, Segments before, List<SegmentId> others) {
        return assertInstanceOf(
                        SegmentLogic.Prospect.Possible.class,
                        logic.of(before, others, A, EditRules.USUAL, FREE))
                .after();
    }

    private static DrawOutcome not(SegmentLogic logic, Segments before, EditRules rules) {
        return assertInstanceOf(
                        SegmentLogic.Prospect.Not.class,
                        logic.of(before, List.of(B), A, rules, FREE))
                .why();
    }

    private static Mask mask(Segments segments, SegmentId id) {
        return segments.find(id).orElseThrow().mask();
    }

    @Test
    void onlyTheTargetChangesThoughToolsTakeFromAllOthers() {
        Segments added = done(SegmentLogic.ADD, three(), List.of(B));
        assertEquals(slab(0, 14), mask(added, A));
        assertEquals(slab(5, 14), mask(added, B));
        assertEquals(slab(12, 19), mask(added, C));
        assertEquals(slab(0, 4), mask(done(SegmentLogic.SUBTRACT, three(), List.of(B)), A));
        assertEquals(slab(5, 9), mask(done(SegmentLogic.INTERSECT, three(), List.of(B)), A));
    }

    @Test
    void severalOthersAreHeldAsOne() {
        assertEquals(slab(0, 19), mask(done(SegmentLogic.ADD, three(), List.of(B, C)), A));
        Segments merged = done(SegmentLogic.MERGE, three(), List.of(B, C));
        assertEquals(slab(0, 19), mask(merged, A));
        assertEquals(1, merged.list().size());
    }

    @Test
    void whatIsMergedGoesWithItsDoubtsEvenIfItAddsNothing() {
        Segments inside =
                Segments.none(SIZE)
                        .with(segment(A, slab(0, 9), UnaryOperator.identity()))
                        .with(segment(B, slab(2, 3), UnaryOperator.identity()))
                        .with(segment(C, slab(2, 2), t -> t.withRole(new SegmentRole.Doubt(B))));
        Segments merged = done(SegmentLogic.MERGE, inside, List.of(B));
        assertEquals(List.of(A), merged.list().stream().map(Segment::id).toList());
        assertEquals(slab(0, 9), mask(merged, A));
    }

    @Test
    void locksAndHiddenTargetsAreNamed() {
        UnaryOperator<SegmentTraits> same = UnaryOperator.identity();
        UnaryOperator<SegmentTraits> locked = t -> t.withLock(Lock.LOCKED);
        Segments target = three(locked, same);
        assertEquals(
                new DrawOutcome.Locked(target.find(A).orElseThrow()),
                not(SegmentLogic.ADD, target, EditRules.USUAL));
        Segments source = three(same, locked);
        assertEquals(
                new DrawOutcome.Locked(source.find(B).orElseThrow()),
                not(SegmentLogic.MERGE, source, EditRules.USUAL));
        assertEquals(
                slab(0, 14),
                mask(done(SegmentLogic.ADD, source, List.of(B)), A),
                "what stays may be locked");
        Segments hidden = three(t -> t.withVisibility(Visibility.HIDDEN), same);
        assertEquals(
                new DrawOutcome.Hidden(hidden.find(A).orElseThrow()),
                not(SegmentLogic.ADD, hidden, EditRules.USUAL));
    }

    @Test
    void theEditableAreaHolds() {
        var area = new EditableArea(new EditableArea.Where.Everywhere(), Optional.of(slab(0, 11)));
        var rules = new EditRules(area, Overwrite.ALL_OTHERS);
        SegmentLogic.Prospect part = SegmentLogic.ADD.of(three(), List.of(B), A, rules, FREE);
        assertEquals(
                slab(0, 11),
                mask(assertInstanceOf(SegmentLogic.Prospect.Possible.class, part).after(), A));
        var nowhere =
                new EditRules(
                        new EditableArea(
                                new EditableArea.Where.Everywhere(), Optional.of(slab(40, 41))),
                        Overwrite.NONE);
        assertInstanceOf(DrawOutcome.Shielded.class, not(SegmentLogic.SUBTRACT, three(), nowhere));
    }

    @Test
    void aProposalThatChangesIsKeptAsItWas() {
        Segments proposed = three(t -> t.withRole(SegmentRole.PROPOSAL), UnaryOperator.identity());
        Segments after = done(SegmentLogic.SUBTRACT, proposed, List.of(B));
        Segment before = after.find(new SegmentId(FREE)).orElseThrow();
        assertEquals(new SegmentRole.Proposed(A), before.traits().role());
        assertEquals(slab(0, 9), before.mask());
    }

    @Test
    void aSegmentAndItselfIsNoChange() {
        assertEquals(
                new DrawOutcome.NothingChanged(),
                assertInstanceOf(
                                SegmentLogic.Prospect.Not.class,
                                SegmentLogic.INTERSECT.of(
                                        three(), List.of(A), A, EditRules.USUAL, FREE))
                        .why());
    }
}
