// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.Terms;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.edit.UndoOutcome;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.label.Visibility;
import org.overread.segmentation.mask.Mask;

final class WorkingCopyTest {
    @TempDir private Path folder;

    @Test
    void randomEditsReopenToTheBitWithTheirHistory() throws IOException {
        var random = new SplittableRandom(20261121);
        try (var workspace = Readings.workspace(folder)) {
            StoredReading stored = Readings.stored(workspace);
            for (int session = 0; session < 4; session++) {
                WorkingCopy copy = Readings.open(stored, folder);
                for (int n = 0; n < 60; n++) {
                    Readings.act(copy, random);
                }
                var again =
                        new WorkingCopy(stored.left(), Optional.empty(), Clock.systemUTC(), folder);
                assertEquals(copy.segments(), again.segments());
                assertEquals(copy.position(), again.position());
                assertEquals(copy.freeId(), again.freeId());
                assertEquals(
                        copy.steps().stream().map(HistoryStep::added).toList(),
                        again.steps().stream().map(HistoryStep::added).toList());
                walk(copy, again);
            }
        }
    }

    /// Every state of both histories is the same, back to the beginning and on to the end.
    private static void walk(WorkingCopy one, WorkingCopy other) {
        int back = 0;
        while (one.undo() instanceof UndoOutcome.Done(_, Segments now)) {
            assertInstanceOf(UndoOutcome.Done.class, other.undo());
            assertEquals(now, other.segments());
            back++;
        }
        for (int n = 0; n < back; n++) {
            one.redo();
            other.redo();
            assertEquals(one.segments(), other.segments());
        }
        assertTrue(back > 0);
    }

    @Test
    void aVersionIsContinuedAndTheJournalGoesOn() throws IOException, InterruptedException {
        try (var workspace = Readings.workspace(folder);
                var compute = Executors.newFixedThreadPool(2)) {
            StoredReading stored = Readings.stored(workspace);
            WorkingCopy copy = Readings.open(stored, folder);
            Readings.add(copy, "Liver");
            SegmentId liver = copy.selected().orElseThrow();
            copy.draw(liver, Readings.box(Mask.empty(Readings.SIZE), 3, 3, 3, 9), Readings.BRUSH);
            var first = stored.commit(copy.segments(), copy.activeSinceBase(), "half", compute, 2);
            assertEquals(0, first.parents().size());
            copy.draw(liver, Readings.box(Mask.empty(Readings.SIZE), 3, 3, 3, 30), Readings.BRUSH);
            WorkingCopy again = Readings.open(stored, folder);
            assertEquals(copy.segments(), again.segments());
            assertEquals(3, again.position());
            var second =
                    stored.commit(again.segments(), again.activeSinceBase(), "whole", compute, 2);
            assertEquals(List.of(first.id()), second.parents());
            assertEquals(Optional.of(second.id()), stored.left().base());
        }
    }

    @Test
    void aReadingThatWasImportedIsContinued() throws IOException, InterruptedException {
        try (var workspace = Readings.workspace(folder);
                var compute = Executors.newFixedThreadPool(2)) {
            StoredReading stored = Readings.stored(workspace);
            var source =
                    WorkingCopy.unkept(Segments.none(Readings.SIZE), Clock.systemUTC(), folder);
            Readings.add(source, "Spleen");
            source.draw(
                    source.selected().orElseThrow(),
                    Readings.box(Mask.empty(Readings.SIZE), 30, 30, 3, 20),
                    Readings.BRUSH);
            new StoredLabels(workspace)
                    .commit(
                            stored.reading(),
                            source.segments().list().stream()
                                    .map(
                                            one ->
                                                    new OutgoingReading.Segment(
                                                            one.mask(), SegmentEntries.of(one)))
                                    .toList(),
                            new Terms(Optional.empty(), Optional.empty()),
                            "imported",
                            compute,
                            2);
            WorkingCopy copy = Readings.open(stored, folder);
            assertEquals(
                    source.segments().list().getFirst().mask(),
                    copy.segments().list().getFirst().mask());
            Readings.add(copy, "Liver");
            assertEquals(copy.segments(), Readings.open(stored, folder).segments());
        }
    }

    @Test
    void lockedHiddenAndMissingSegmentsSaySoAndKeepTheState() throws IOException {
        var copy = WorkingCopy.unkept(Segments.none(Readings.SIZE), Clock.systemUTC(), folder);
        assertInstanceOf(DrawOutcome.NothingSelected.class, copy.refusal().orElseThrow());
        Readings.add(copy, "Liver");
        SegmentId liver = copy.selected().orElseThrow();
        Mask box = Readings.box(Mask.empty(Readings.SIZE), 3, 3, 3, 9);
        assertTrue(copy.draw(liver, box, Readings.BRUSH).isDone());
        assertInstanceOf(DrawOutcome.NothingChanged.class, copy.draw(liver, box, Readings.BRUSH));
        Segment drawn = copy.segments().find(liver).orElseThrow();
        copy.change(
                copy.segments().withTraits(liver, drawn.traits().withLock(Lock.LOCKED)),
                EditOrigin.of("Lock Liver", "list"));
        Segments before = copy.segments();
        assertInstanceOf(
                DrawOutcome.Locked.class,
                copy.draw(liver, Mask.empty(Readings.SIZE), Readings.BRUSH));
        assertInstanceOf(
                DrawOutcome.Locked.class,
                copy.change(before.without(liver), EditOrigin.of("Delete Liver", "list")));
        assertEquals(before, copy.segments());
        copy.undo();
        int steps = copy.steps().size();
        copy.look(List.of(liver), Visibility.HIDDEN);
        assertEquals(steps, copy.steps().size(), "a matter of the view");
        assertInstanceOf(
                DrawOutcome.Hidden.class,
                copy.draw(liver, Mask.empty(Readings.SIZE), Readings.BRUSH));
        assertEquals(box, copy.segments().find(liver).orElseThrow().mask());
        copy.undo();
        copy.redo();
        Segment hidden = copy.segments().find(liver).orElseThrow();
        assertEquals(Visibility.HIDDEN, hidden.traits().visibility(), "undo does not show it");
        copy.change(
                copy.segments().withTraits(liver, hidden.traits().withName("Left lobe")),
                EditOrigin.of("Rename", "list"));
        copy.look(List.of(liver), Visibility.SHOWN);
        assertEquals(
                drawn.traits().withName("Left lobe"),
                copy.segments().find(liver).orElseThrow().traits());
    }

    @Test
    void whatAnotherLockedSegmentHoldsIsShielded() throws IOException {
        var copy = WorkingCopy.unkept(Segments.none(Readings.SIZE), Clock.systemUTC(), folder);
        Readings.add(copy, "Liver");
        SegmentId liver = copy.selected().orElseThrow();
        Mask box = Readings.box(Mask.empty(Readings.SIZE), 3, 3, 3, 9);
        copy.draw(liver, box, Readings.BRUSH);
        copy.change(
                copy.segments()
                        .withTraits(
                                liver,
                                copy.segments()
                                        .find(liver)
                                        .orElseThrow()
                                        .traits()
                                        .withLock(Lock.LOCKED)),
                EditOrigin.of("Lock Liver", "list"));
        Readings.add(copy, "Cyst");
        assertInstanceOf(
                DrawOutcome.Shielded.class,
                copy.draw(copy.selected().orElseThrow(), box, Readings.BRUSH));
    }

    @Test
    void aProposalCountsOnceAcceptedAndItsDiceIsKept() throws IOException {
        var copy = WorkingCopy.unkept(Segments.none(Readings.SIZE), Clock.systemUTC(), folder);
        Mask proposed = Readings.box(Mask.empty(Readings.SIZE), 0, 0, 0, 9); // 1000 voxels
        Segment segment = Readings.segment(copy, "Liver").withMask(proposed);
        copy.change(
                Proposals.with(copy.segments(), segment), EditOrigin.of("Propose Liver", "file"));
        assertTrue(copy.segments().list().stream().noneMatch(s -> s.traits().isLabel()));
        Mask smaller = Readings.box(Mask.empty(Readings.SIZE), 0, 0, 0, 7); // 512 voxels
        copy.draw(segment.id(), smaller, Readings.BRUSH);
        assertEquals(
                proposed, Proposals.proposed(copy.segments(), segment.id()).orElseThrow().mask());
        var states = new ArrayList<Segments>();
        states.add(copy.segments());
        copy.change(
                Proposals.accept(copy.segments(), segment.id()),
                EditOrigin.of("Accept Liver", "list"));
        Segment accepted = copy.segments().list().getFirst();
        assertEquals(1, copy.segments().list().size());
        assertTrue(accepted.traits().isLabel());
        assertEquals(
                2 * 512 / (1000.0 + 512),
                accepted.traits().provenance().dice().orElseThrow(),
                1e-12);
        copy.undo();
        assertEquals(states.getFirst(), copy.segments());
        copy.change(
                Proposals.reject(copy.segments(), segment.id()),
                EditOrigin.of("Reject Liver", "list"));
        assertTrue(copy.segments().list().isEmpty());
    }
}
