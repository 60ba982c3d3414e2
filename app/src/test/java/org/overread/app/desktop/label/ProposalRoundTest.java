// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.app.reading.CommonStructures;
import org.overread.app.reading.Saving;
import org.overread.app.reading.WorkingCopy;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Lock;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// Three proposals in a row of 30 voxels, beside a locked label that the second one reaches into by 2 voxels.
final class ProposalRoundTest {
    private static final Volume VOLUME = TestVolumes.axial();
    private static final GridSize SIZE = VOLUME.geometry().size();

    private static final SegmentId LIVER = new SegmentId(1);

    @TempDir private Path folder = Path.of("");

    private static SegmentTraits traits(String name) {
        return SegmentTraits.of(CommonStructures.named(name, new LabelColor(0, 0, 0)))
                .withProvenance(Provenance.of(Provenance.Source.MODEL, "net"));
    }

    private static Mask row(int from, int to) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        edit.fill(new VoxelBox(from, 0, 0, to, 0, 0));
        return edit.mask();
    }

    private static final class Table {
        final List<Notice> told = new ArrayList<>();
        final List<SegmentId> shown = new ArrayList<>();
        final LabelModel model;
        final ProposalRound round;

        Table(Path folder) throws IOException {
            Segment liver = new Segment(LIVER, traits("Liver").withLock(Lock.LOCKED), row(0, 3));
            var copy =
                    WorkingCopy.unkept(Segments.none(SIZE).with(liver), Clock.systemUTC(), folder);
            model = new LabelModel(VOLUME, copy, new Saving.Saved());
            var deeds = new SegmentDeeds(() -> Optional.of(model));
            round = new ProposalRound(deeds, s -> shown.add(s.id()), told::add);
            deeds.propose(
                    List.of(
                            new ProposedFile.Proposed(traits("Spleen"), row(6, 7)),
                            new ProposedFile.Proposed(traits("Kidney"), row(2, 5)),
                            new ProposedFile.Proposed(traits("Lesion"), row(8, 9))));
        }

        Segment named(String name) {
            return model.segments().get().list().stream()
                    .filter(s -> s.traits().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        Segment now(SegmentId id) {
            return model.segments().get().find(id).orElseThrow();
        }

        String chosen() {
            return model.target().orElseThrow().traits().name();
        }
    }

    @Test
    void eachDecisionLeadsToTheNextProposal() throws IOException {
        var table = new Table(folder);
        assertEquals("Spleen", table.chosen());
        table.round.accept();
        assertEquals("Kidney", table.chosen());
        table.round.reject();
        assertEquals("Lesion", table.chosen());
        table.round.accept();
        assertTrue(table.named("Spleen").traits().isLabel());
        assertTrue(table.named("Lesion").traits().isLabel());
        assertEquals(3, table.model.segments().get().list().size());
        table.round.accept();
        assertEquals("No proposal waits.", table.told.getLast().happened());
    }

    @Test
    void whatWasNotChosenIsNotDecided() throws IOException {
        var table = new Table(folder);
        table.model.select(Optional.of(LIVER));
        Segments before = table.model.segments().get();
        table.round.accept();
        assertEquals(before, table.model.segments().get(), "the first key shows it");
        assertEquals(table.named("Spleen").id(), table.shown.getLast());
        assertEquals(
                "Spleen is the first of 3 proposals; it is chosen now.",
                table.told.getLast().happened());
        table.round.accept();
        assertTrue(table.named("Spleen").traits().isLabel());
    }

    @Test
    void whatIsSharedWithALockedLabelIsToldAndStaysWithBoth() throws IOException {
        var table = new Table(folder);
        table.round.step(1);
        assertEquals("Kidney", table.chosen());
        table.round.accept();
        assertEquals(row(0, 3), table.named("Liver").mask());
        assertEquals(row(2, 5), table.named("Kidney").mask());
        assertTrue(
                table.told.getLast().happened().endsWith("ml with Liver (locked)."),
                table.told.getLast().happened());
    }

    @Test
    void anAcceptanceThatIsUndoneIsAProposalAgainWithItsChange() throws IOException {
        var table = new Table(folder);
        SegmentId spleen = table.named("Spleen").id();
        table.model.draw(Map.of(spleen, row(6, 6)), EditOrigin.of("Erase", "brush"));
        table.round.accept();
        assertEquals(
                2.0 / 3, table.named("Spleen").traits().provenance().dice().orElseThrow(), 1e-12);
        table.model.undo();
        Segment again = table.now(spleen);
        assertEquals(SegmentRole.PROPOSAL, again.traits().role());
        assertEquals(Optional.empty(), again.traits().provenance().dice());
        table.model.select(Optional.of(spleen));
        table.round.accept();
        assertEquals(
                2.0 / 3, table.named("Spleen").traits().provenance().dice().orElseThrow(), 1e-12);
    }

    @Test
    void anEmptyProposalIsNotAccepted() throws IOException {
        var table = new Table(folder);
        SegmentId spleen = table.named("Spleen").id();
        table.model.draw(Map.of(spleen, Mask.empty(SIZE)), EditOrigin.of("Erase", "brush"));
        table.round.accept();
        assertEquals("Spleen has no voxels left.", table.told.getLast().happened());
        assertEquals(SegmentRole.PROPOSAL, table.now(spleen).traits().role());
    }

    @Test
    void steppingGoesRoundBothWays() throws IOException {
        var table = new Table(folder);
        table.round.step(-1);
        assertEquals("Lesion", table.chosen());
        table.round.step(1);
        assertEquals("Spleen", table.chosen());
        table.model.select(Optional.of(LIVER));
        table.round.step(-1);
        assertEquals("Lesion", table.chosen());
    }
}
