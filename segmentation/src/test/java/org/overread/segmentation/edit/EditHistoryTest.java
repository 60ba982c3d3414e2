// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Structure;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;

final class EditHistoryTest {
    private static final GridSize SIZE = new GridSize(100, 70, 65);
    private static final EditOrigin BRUSH = EditOrigin.of("Brush on Liver", "brush");
    private static final SegmentTraits LIVER =
            SegmentTraits.of(
                    new Structure(
                            "liver",
                            "Liver",
                            Optional.empty(),
                            new LabelColor(200, 80, 60),
                            Optional.empty()));

    @TempDir private Path folder;

    private static Segment segment(int number, Mask mask) {
        return new Segment(new SegmentId(number), LIVER.withName("Liver " + number), mask);
    }

    private static Segments one() {
        return Segments.none(SIZE).with(segment(1, Mask.empty(SIZE)));
    }

    private static Segments painted(Segments segments, int number, VoxelBox box) {
        var id = new SegmentId(number);
        MaskEdit edit = segments.find(id).orElseThrow().mask().edit();
        edit.fill(box);
        return segments.withMask(id, edit.mask());
    }

    /// Every state on the way there is met again on the way back, to the bit, and once more on the way there.
    @Test
    void tenThousandRandomEditsAreUndoneAndRedoneToTheBit() throws IOException {
        int edits = 10_000;
        var random = new SplittableRandom(20261121);
        try (var history = new EditHistory(one(), 200_000, folder)) {
            var states = new ArrayList<Segments>();
            states.add(history.current());
            int next = 2;
            while (states.size() <= edits) {
                Segments after = randomEdit(history.current(), next, random);
                next++;
                boolean changed = history.apply(after, BRUSH).isPresent();
                assertEquals(changed, !after.equals(states.getLast()));
                if (changed) {
                    states.add(after);
                }
            }
            assertEquals(edits, history.position());
            assertTrue(history.bytesOnDisk() > 0, "the budget forces steps to the disk");
            assertTrue(history.bytesInMemory() <= 200_000);
            for (int n = edits - 1; n >= 0; n--) {
                var done = assertInstanceOf(UndoOutcome.Done.class, history.undo());
                assertEquals(states.get(n), done.now(), "undone to " + n);
            }
            assertInstanceOf(UndoOutcome.Nothing.class, history.undo());
            for (int n = 1; n <= edits; n++) {
                var done = assertInstanceOf(UndoOutcome.Done.class, history.redo());
                assertEquals(states.get(n), done.now(), "redone to " + n);
            }
            assertInstanceOf(UndoOutcome.Nothing.class, history.redo());
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count(), "the file of old steps is gone");
        }
    }

    private static Segments randomEdit(Segments segments, int next, SplittableRandom random) {
        List<Segment> list = segments.list();
        int kind = random.nextInt(20);
        if (list.isEmpty() || (kind == 0 && list.size() < 8)) {
            return segments.with(random.nextInt(list.size() + 1), segment(next, box(random)));
        }
        Segment one = list.get(random.nextInt(list.size()));
        SegmentTraits traits = one.traits();
        return switch (kind) {
            case 1 -> segments.without(one.id());
            case 2 -> segments.withTraits(one.id(), traits.withName("Name " + random.nextInt(3)));
            case 3 ->
                    segments.withTraits(
                            one.id(),
                            traits.withConfidence(
                                    Optional.of(new Confidence.Rated(1 + random.nextInt(5)))));
            case 4 ->
                    segments.withTraits(
                            one.id(), traits.withColor(new LabelColor(random.nextInt(256), 0, 0)));
            case 5 -> new Segments(SIZE, list.reversed());
            case 6, 7, 8, 9 -> segments.withMask(one.id(), one.mask().minus(box(random)));
            case 10 -> segments.withMask(one.id(), one.mask().xor(box(random)));
            default -> segments.withMask(one.id(), one.mask().union(box(random)));
        };
    }

    private static Mask box(SplittableRandom random) {
        int i = random.nextInt(SIZE.i());
        int j = random.nextInt(SIZE.j());
        int k = random.nextInt(SIZE.k());
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(
                new VoxelBox(
                        i,
                        j,
                        k,
                        Math.min(SIZE.i() - 1, i + random.nextInt(12)),
                        Math.min(SIZE.j() - 1, j + random.nextInt(12)),
                        Math.min(SIZE.k() - 1, k + random.nextInt(5))));
        return edit.mask();
    }

    @Test
    void aGestureThatChangesNothingLeavesNoStep() throws IOException {
        try (var history = new EditHistory(one(), 1 << 20, folder)) {
            Segments painted = painted(history.current(), 1, new VoxelBox(1, 1, 1, 5, 5, 5));
            assertTrue(history.apply(painted, BRUSH).isPresent());
            Segments again = painted(painted, 1, new VoxelBox(2, 2, 2, 3, 3, 3));
            assertTrue(history.apply(again, BRUSH).isEmpty());
            assertEquals(1, history.position());
            history.undo();
            assertTrue(history.apply(history.current(), BRUSH).isEmpty());
            assertTrue(history.redoable().isPresent(), "and what was undone can still be redone");
        }
    }

    @Test
    void stepsHaveNamesAndANewOneEndsWhatCouldBeRedone() throws IOException {
        try (var history = new EditHistory(one(), 1 << 20, folder)) {
            var rename = EditOrigin.of("Rename Liver", "segments");
            history.apply(painted(history.current(), 1, new VoxelBox(1, 1, 1, 5, 5, 5)), BRUSH);
            history.apply(
                    history.current().withTraits(new SegmentId(1), LIVER.withName("Hepar")),
                    rename);
            assertEquals(Optional.of(rename), history.undoable());
            assertEquals(Optional.empty(), history.redoable());
            history.undo();
            assertEquals("Liver 1", history.current().list().getFirst().traits().name());
            assertEquals(Optional.of(BRUSH), history.undoable());
            assertEquals(Optional.of(rename), history.redoable());
            history.apply(painted(history.current(), 1, new VoxelBox(9, 9, 9, 9, 9, 9)), BRUSH);
            assertEquals(List.of(BRUSH, BRUSH), history.steps());
            assertEquals(Optional.empty(), history.redoable());
        }
    }

    @Test
    void noStepChangesALockedSegmentsVoxelsOrTakesItAway() throws IOException {
        var id = new SegmentId(1);
        try (var history = new EditHistory(one(), 1 << 20, folder)) {
            Segments locked = one().withTraits(id, LIVER.withLock(Lock.LOCKED));
            history.apply(locked, BRUSH);
            Segments painted = painted(locked, 1, new VoxelBox(1, 1, 1, 5, 5, 5));
            assertThrows(IllegalArgumentException.class, () -> history.apply(painted, BRUSH));
            assertThrows(
                    IllegalArgumentException.class, () -> history.apply(locked.without(id), BRUSH));
            assertEquals(locked, history.current());
            assertEquals(1, history.position());
            history.apply(painted.withTraits(id, LIVER), BRUSH); // unlocks it, too
            assertEquals(2, history.position());
            history.undo();
            assertEquals(locked, history.current());
        }
    }

    @Test
    void anEditNamesTheBlocksThatItTouchedAndNoOther() {
        Segments before = painted(one(), 1, new VoxelBox(0, 0, 0, 60, 60, 60));
        Segments after = painted(before, 1, new VoxelBox(70, 5, 5, 71, 5, 5));
        Edit edit = Edit.between(before, after, BRUSH);
        var change = assertInstanceOf(Change.Voxels.class, edit.changes().getFirst());
        assertEquals(1, edit.changes().size());
        assertEquals(1, change.blocks().size());
        assertEquals(2, change.blocks().getFirst().index());
        assertEquals(Optional.empty(), change.blocks().getFirst().before());
        assertEquals(2, change.blocks().getFirst().after().orElseThrow().count());
    }

    @Test
    void aStepThatCannotBeReadBackIsLostAndTheStateIsNot() throws IOException {
        var history = new EditHistory(one(), 0, folder);
        history.apply(painted(history.current(), 1, new VoxelBox(1, 1, 1, 50, 50, 50)), BRUSH);
        Segments state = history.current();
        history.close();
        var lost = assertInstanceOf(UndoOutcome.Lost.class, history.undo());
        assertEquals(BRUSH, lost.step());
        assertEquals(state, history.current());
        assertEquals(1, history.position());
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesStepsInMemory() throws IOException {
        try (var history = new EditHistory(one(), 0, folder.resolve("missing"))) {
            history.apply(painted(history.current(), 1, new VoxelBox(1, 1, 1, 50, 50, 50)), BRUSH);
            assertTrue(history.bytesInMemory() > 0);
            assertInstanceOf(UndoOutcome.Done.class, history.undo());
            assertEquals(one(), history.current());
        }
    }

    /// 200 balls of 14 voxels in a row: what a stroke of 10 mm costs in memory.
    @Test
    void aLongStrokeIsKeptInLessThan100000Bytes() throws IOException {
        var size = new GridSize(512, 512, 60);
        MaskEdit edit = Mask.empty(size).edit();
        for (int point = 0; point < 200; point++) {
            for (int k = -4; k <= 4; k++) {
                for (int j = -14; j <= 14; j++) {
                    double left = 14 * 14 - j * j - 12.25 * k * k;
                    if (left >= 0) {
                        int half = (int) Math.sqrt(left);
                        edit.fill(
                                new VoxelBox(
                                        50 + point - half,
                                        100 + point / 2 + j,
                                        30 + k,
                                        50 + point + half,
                                        100 + point / 2 + j,
                                        30 + k));
                    }
                }
            }
        }
        var start = Segments.none(size).with(segment(1, Mask.empty(size)));
        try (var history = new EditHistory(start, Long.MAX_VALUE, folder)) {
            history.apply(start.withMask(new SegmentId(1), edit.mask()), BRUSH);
            assertTrue(history.bytesInMemory() > 0 && history.bytesInMemory() < 100_000);
        }
    }
}
