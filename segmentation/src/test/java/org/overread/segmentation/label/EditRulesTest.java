// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.label.EditRules.Outcome;
import org.overread.segmentation.label.EditableArea.Where;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Three segments side by side along i: 1 is voxels 0…9, 2 is 10…19 (hidden), 3 is 20…29.
final class EditRulesTest {
    private static final GridSize SIZE = new GridSize(40, 1, 1);
    private static final SegmentId ONE = new SegmentId(1);
    private static final SegmentId TWO = new SegmentId(2);
    private static final SegmentId THREE = new SegmentId(3);

    private static Mask row(int from, int to) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(new VoxelBox(from, 0, 0, to, 0, 0));
        return edit.mask();
    }

    private static Segment segment(SegmentId id, int from, int to) {
        var structure =
                new Structure(
                        "s", "S", Optional.empty(), new LabelColor(1, 2, 3), Optional.empty());
        return new Segment(id, SegmentTraits.of(structure), row(from, to));
    }

    private static Segments three() {
        Segment hidden = segment(TWO, 10, 19);
        return new Segments(
                SIZE,
                List.of(
                        segment(ONE, 0, 9),
                        hidden.withTraits(hidden.traits().withVisibility(Visibility.HIDDEN)),
                        segment(THREE, 20, 29)));
    }

    private static Segments locked(SegmentId id) {
        Segment segment = three().find(id).orElseThrow();
        return three().withTraits(id, segment.traits().withLock(Lock.LOCKED));
    }

    private static Mask mask(Outcome outcome, SegmentId id) {
        return assertInstanceOf(Outcome.Changed.class, outcome)
                .segments()
                .find(id)
                .orElseThrow()
                .mask();
    }

    private static EditRules rules(Where where, Overwrite overwrite) {
        return new EditRules(new EditableArea(where, Optional.empty()), overwrite);
    }

    @Test
    void whatOneGainsTheOthersLose() {
        Outcome outcome = EditRules.USUAL.apply(three(), ONE, row(0, 24));
        assertEquals(row(0, 24), mask(outcome, ONE));
        assertEquals(Mask.empty(SIZE), mask(outcome, TWO));
        assertEquals(row(25, 29), mask(outcome, THREE));
    }

    @Test
    void hiddenOnesKeepTheirsWhereShownOnesAreOverwritten() {
        Outcome outcome =
                rules(new Where.Everywhere(), Overwrite.SHOWN_OTHERS)
                        .apply(three(), ONE, row(0, 24));
        assertEquals(row(10, 19), mask(outcome, TWO));
        assertEquals(row(25, 29), mask(outcome, THREE));
    }

    @Test
    void overlapArisesWhereNothingIsOverwritten() {
        Outcome outcome =
                rules(new Where.Everywhere(), Overwrite.NONE).apply(three(), ONE, row(0, 24));
        assertEquals(row(0, 24), mask(outcome, ONE));
        assertEquals(row(10, 19), mask(outcome, TWO));
        assertEquals(row(20, 29), mask(outcome, THREE));
    }

    @Test
    void aLockedSegmentIsNeitherChangedNorOverwritten() {
        var refused =
                assertInstanceOf(
                        Outcome.Locked.class, EditRules.USUAL.apply(locked(ONE), ONE, row(0, 3)));
        assertEquals(ONE, refused.segment().id());
        Outcome outcome = EditRules.USUAL.apply(locked(TWO), ONE, row(0, 24));
        assertEquals(row(10, 19), mask(outcome, TWO));
        assertEquals(row(0, 9).union(row(20, 24)), mask(outcome, ONE));
        assertInstanceOf(
                Outcome.Unchanged.class, EditRules.USUAL.apply(locked(TWO), ONE, row(0, 19)));
    }

    @Test
    void areasBySegmentsAreHeld() {
        Mask wish = row(0, 39);
        assertEquals(row(0, 29), mask(apply(new Where.InsideAll(), wish), ONE));
        assertEquals(row(0, 9).union(row(20, 29)), mask(apply(new Where.InsideShown(), wish), ONE));
        assertEquals(row(0, 9).union(row(30, 39)), mask(apply(new Where.OutsideAll(), wish), ONE));
        assertEquals(
                row(0, 19).union(row(30, 39)), mask(apply(new Where.OutsideShown(), wish), ONE));
        assertEquals(
                row(0, 9).union(row(20, 29)), mask(apply(new Where.InsideOne(THREE), wish), ONE));
    }

    private static Outcome apply(Where where, Mask wish) {
        return rules(where, Overwrite.NONE).apply(three(), ONE, wish);
    }

    @Test
    void anAreaHoldsForErasingToo() {
        var area = new EditableArea(new Where.Everywhere(), Optional.of(row(5, 39)));
        Outcome outcome = new EditRules(area, Overwrite.NONE).apply(three(), ONE, Mask.empty(SIZE));
        assertEquals(row(0, 4), mask(outcome, ONE));
    }

    @Test
    void anAreaOfValuesHoldsBothOfItsEnds() {
        var values = new Voxels.Int16(PlanarImgs.shorts(40, 1, 1));
        for (int i = 0; i < 40; i++) {
            values.slice(0)[i] = (short) (10 * i);
        }
        EditableArea area = EditableArea.EVERYWHERE.withValues(values, 100, 300, Crew.alone());
        Outcome outcome = new EditRules(area, Overwrite.NONE).apply(three(), ONE, row(0, 39));
        assertEquals(row(0, 30), mask(outcome, ONE));
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> area.withValues(values, 5, Double.NaN, Crew.alone()));
        assertEquals(
                "A range of values from 5.0 to NaN; the first must not be above the second.",
                refused.getMessage());
    }

    @Test
    void anUnknownSegmentIsSaidToBeOne() {
        assertInstanceOf(
                Outcome.Unknown.class, EditRules.USUAL.apply(three(), new SegmentId(9), row(0, 1)));
    }

    @Test
    void aNewSegmentHasNoConfidence() {
        assertEquals(Optional.empty(), segment(ONE, 0, 1).traits().confidence());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void confidencesOutOfRangeAreRefused(int level) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new Confidence.Rated(level));
        assertEquals("A confidence of " + level + "; it must be 1 to 5.", refused.getMessage());
    }
}
