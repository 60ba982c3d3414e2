// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.FindingHistory.Deed;
import org.overread.segmentation.finding.FindingKind;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.finding.Target;
import org.overread.segmentation.label.Confidence;
import org.overread.viewer.measure.Figure.Quantity;
import org.overread.viewer.measure.LengthMeaning;
import org.overread.viewer.measure.Region;
import org.overread.viewer.measure.Ruler;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;

final class FindingsModelTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Kept kept = new Kept();
    private final List<FindingsModel.Trouble> troubles = new ArrayList<>();
    private final Volume volume = TestVolumes.axial();
    private final FindingsModel model =
            new FindingsModel(
                    kept,
                    Runnable::run,
                    Runnable::run,
                    Runnable::run,
                    InstantSource.fixed(NOW),
                    troubles::add);

    private static final class Kept implements FindingStore {
        final Map<String, List<Finding>> all = new HashMap<>();
        Optional<Found> instead = Optional.empty();
        boolean full;

        List<Finding> of(String volumeId) {
            return Objects.requireNonNull(all.get(volumeId));
        }

        @Override
        public Found load(String volumeId) {
            return instead.orElseGet(() -> new Found.Kept(all.getOrDefault(volumeId, List.of())));
        }

        @Override
        public void save(String volumeId, List<Finding> findings) throws IOException {
            if (full) {
                throw new IOException("disk full");
            }
            all.put(volumeId, findings);
        }
    }

    @BeforeEach
    void open() {
        model.open(volume, LengthMeaning.PATIENT);
    }

    private Finding drawn(double mm) {
        model.draw(
                Optional.empty(),
                new Ruler.Length(new PatientPoint(0, 0, 1), new PatientPoint(mm, 0, 1)),
                volume);
        model.keepDraft();
        return model.findings().get().getLast();
    }

    @Test
    void whatIsDrawnIsKeptWithItsFigureNameAndTime() {
        Finding finding = drawn(12);
        assertEquals("Length 1", finding.name());
        assertEquals(12, finding.figures().value(Quantity.LENGTH).orElseThrow(), 1e-12);
        assertEquals(NOW, finding.made());
        assertEquals(volume.id(), finding.volumeId());
        assertEquals(Optional.of(finding.id()), model.chosen().get());
        assertTrue(model.draft().get().isEmpty());
        assertEquals(List.of(finding), kept.all.get(volume.id()));
        assertEquals("Length 2", drawn(3).name());
    }

    @Test
    void figuresFollowTheHand() {
        var center = volume.geometry().center();
        model.draw(
                Optional.empty(),
                new Region.Rectangle(
                        center.plus(new PatientVector(0, 0, 1)),
                        PatientVector.LEFT.times(4),
                        PatientVector.POSTERIOR.times(3)),
                volume);
        // slice 10, columns 16 to 23, rows 12 to 17: 5 i + j + k
        double mean = 5 * 19.5 + 14.5 + 10;
        assertEquals(
                mean,
                model.draft().get().orElseThrow().figures().value(Quantity.MEAN).orElseThrow(),
                1e-9);
        assertTrue(model.findings().get().isEmpty());
        model.dropDraft();
        assertTrue(model.draft().get().isEmpty());
    }

    @Test
    void everyChangeIsUndoneOnDiskToo() {
        Finding first = drawn(12);
        model.draw(
                Optional.of(first.id()),
                first.shape().orElseThrow().withPoint(1, new PatientPoint(0, 5, 1)),
                volume);
        model.keepDraft();
        assertEquals(
                5,
                model.findings().get().getFirst().figures().value(Quantity.LENGTH).orElseThrow(),
                1e-12);
        model.rename(first.id(), " Node ");
        assertEquals("Node", model.findings().get().getFirst().name());
        model.rename(first.id(), "  ");
        assertEquals("Node", model.findings().get().getFirst().name());
        model.delete(first.id());
        assertTrue(kept.all.getOrDefault(volume.id(), List.of(first)).isEmpty());
        model.undo();
        assertEquals("Node", kept.all.getOrDefault(volume.id(), List.of()).getFirst().name());
        model.undo();
        model.undo();
        assertEquals(List.of(first), model.findings().get());
        model.undo();
        assertTrue(model.findings().get().isEmpty());
        assertTrue(model.chosen().get().isEmpty());
        model.undo();
        model.redo();
        assertEquals(List.of(first), kept.all.get(volume.id()));
    }

    @Test
    void findingsComeBackWithTheirVolume() {
        Finding finding = drawn(12);
        model.open(
                new Volume("another", "Another", volume.geometry(), volume.unit(), volume.voxels()),
                LengthMeaning.PATIENT);
        assertTrue(model.findings().get().isEmpty());
        assertFalse(model.takes(volume));
        model.open(volume, LengthMeaning.PATIENT);
        assertEquals(List.of(finding), model.findings().get());
        model.close();
        assertTrue(model.findings().get().isEmpty());
        assertEquals(List.of(finding), kept.all.get(volume.id()), "nobody deleted it");
    }

    private static Volume second(Volume like) {
        return new Volume("second", "Second", like.geometry(), like.unit(), like.voxels());
    }

    private void draw(Volume on, double mm) {
        model.draw(
                Optional.empty(),
                new Ruler.Length(new PatientPoint(0, 0, 1), new PatientPoint(mm, 0, 1)),
                on);
        model.keepDraft();
    }

    private void openBoth(Volume second) {
        model.open(
                List.of(
                        new FindingsModel.Opened(volume, LengthMeaning.PATIENT),
                        new FindingsModel.Opened(second, LengthMeaning.DETECTOR),
                        new FindingsModel.Opened(volume, LengthMeaning.PATIENT)));
    }

    @Test
    void eachVolumeBesideKeepsItsOwnFindings() {
        Volume second = second(volume);
        openBoth(second);
        assertTrue(model.holdsSeveral());
        draw(second, 5);
        draw(volume, 7);
        assertEquals(
                List.of(volume.id(), "second"),
                model.findings().get().stream().map(Finding::volumeId).toList(),
                "in the order of the columns, each volume once");
        assertEquals(1, kept.of("second").size());
        assertEquals(1, kept.of(volume.id()).size());
        assertEquals(
                List.of("Length 1", "Length 1"),
                model.findings().get().stream().map(Finding::name).toList(),
                "numbered by volume");
        Finding ofSecond = model.findings().get().getLast();
        assertEquals("second", model.volumeOf(ofSecond).orElseThrow().id());
        assertFalse(ofSecond.figures().remarks().isEmpty(), "measured on a detector, and says so");
        model.delete(ofSecond.id());
        assertTrue(kept.of("second").isEmpty());
        assertEquals(1, kept.of(volume.id()).size());
    }

    @Test
    void undoGoesBackInTimeAcrossVolumes() {
        Volume second = second(volume);
        var done = new ArrayList<String>();
        model.onDone(done::add);
        openBoth(second);
        draw(volume, 7);
        draw(second, 5);
        draw(volume, 8);
        assertEquals(List.of(volume.id(), "second", volume.id()), done);
        model.undo();
        model.undo();
        assertTrue(kept.of("second").isEmpty());
        assertEquals(1, kept.of(volume.id()).size());
        model.redo();
        assertEquals(1, kept.of("second").size());
        assertEquals(3, done.size(), "steps back and forth are no new steps");
        model.open(volume, LengthMeaning.PATIENT);
        model.undo();
        assertTrue(model.findings().get().isEmpty());
        assertEquals(1, kept.of("second").size(), "closed, and out of reach of undo");
    }

    @Test
    void aColumnThatGoesTakesItsFindingsAndItsDraftOffTheScreen() {
        Volume second = second(volume);
        openBoth(second);
        draw(second, 5);
        draw(volume, 7);
        model.draw(
                Optional.empty(),
                new Ruler.Length(new PatientPoint(0, 0, 1), new PatientPoint(3, 0, 1)),
                second);
        model.open(volume, LengthMeaning.PATIENT);
        assertEquals(1, model.findings().get().size());
        assertTrue(model.draft().get().isEmpty());
        assertFalse(model.takes(second));
        openBoth(second);
        assertEquals(2, model.findings().get().size());
    }

    @Test
    void whatCannotBeReadIsNotWrittenOver() {
        kept.instead = Optional.of(new FindingStore.Found.Unreadable());
        model.close();
        model.open(volume, LengthMeaning.PATIENT);
        drawn(7);
        assertEquals(List.of(new FindingsModel.Trouble.Unreadable()), troubles);
        assertTrue(kept.all.isEmpty());
    }

    @Test
    void aFullDiskIsToldAndTheNextChangeSavesAll() {
        kept.full = true;
        drawn(7);
        assertEquals(List.of(new FindingsModel.Trouble.NotSaved()), troubles);
        kept.full = false;
        drawn(8);
        assertEquals(2, kept.all.getOrDefault(volume.id(), List.of()).size());
    }

    @Test
    void whatIsSaidOfAFindingIsAStepOfItsOwn() {
        Finding finding = drawn(12);
        assertEquals(Said.NOTHING, finding.said(), "nothing is said for the reader");
        model.rate(finding.id(), new Confidence.NotAssessable());
        model.describe(
                finding.id(),
                model.find(finding.id())
                        .orElseThrow()
                        .said()
                        .of(Optional.of("lesion"), Map.of("Margin", "smooth", "Remark", " ")));
        Said said = model.find(finding.id()).orElseThrow().said();
        assertEquals(
                new Said(
                        Optional.of("lesion"),
                        Map.of("Margin", "smooth"),
                        Optional.of(new Confidence.NotAssessable())),
                said);
        assertEquals(said, kept.all.getOrDefault(volume.id(), List.of()).getFirst().said());
        assertEquals(Deed.DESCRIBED, model.undo().orElseThrow().deed());
        assertEquals(
                Optional.of(new Confidence.NotAssessable()),
                model.find(finding.id()).orElseThrow().said().confidence());
        model.undo();
        assertEquals(List.of(finding), model.findings().get());
    }

    @Test
    void aClassificationIsAFindingWithoutAPlace() {
        model.classify(volume, new Target.OfCase(), "Image quality", Said.NOTHING);
        Finding made = model.findings().get().getFirst();
        assertEquals(FindingKind.CLASSIFICATION, made.kind());
        assertEquals("Image quality 1", made.name());
        assertTrue(made.shape().isEmpty());
        assertTrue(made.figures().all().isEmpty());
        model.close();
        model.classify(volume, new Target.OfSeries(), "Image quality", Said.NOTHING);
        model.open(volume, LengthMeaning.PATIENT);
        assertEquals(List.of(made), model.findings().get(), "nothing without a volume");
    }

    @Test
    void namesLoseWhatNobodySees() {
        Finding finding = drawn(12);
        model.rename(finding.id(), "a\u202Eb\u0007c\n");
        assertEquals("abc", model.find(finding.id()).orElseThrow().name());
        model.rename(finding.id(), "\u200B");
        assertEquals("abc", model.find(finding.id()).orElseThrow().name());
    }

    @Test
    void whatWasThereBeforeIsNothingThatWasDone() {
        Finding finding = drawn(12);
        model.close();
        var heard = new ArrayList<String>();
        model.onDone(heard::add);
        model.open(volume, LengthMeaning.PATIENT);
        assertEquals(List.of(finding), model.findings().get());
        assertEquals(List.of(), heard);
        assertTrue(model.undo().isEmpty());
    }

    @Test
    void whereConsentIsGoneNothingIsKept() {
        var unkept =
                new FindingsModel(
                        FindingStore.NOWHERE,
                        Runnable::run,
                        Runnable::run,
                        Runnable::run,
                        InstantSource.fixed(NOW),
                        troubles::add);
        unkept.open(volume, LengthMeaning.PATIENT);
        unkept.classify(volume, new Target.OfCase(), "Image quality", Said.NOTHING);
        assertEquals(1, unkept.findings().get().size());
        unkept.close();
        unkept.open(volume, LengthMeaning.PATIENT);
        assertTrue(unkept.findings().get().isEmpty());
        assertTrue(kept.all.isEmpty());
    }

    @Test
    void textAndTableSayTheSame() {
        drawn(12.34);
        model.rename(model.findings().get().getFirst().id(), "Node, \"left\"");
        assertEquals(
                "Node, \"left\": 12.3 mm", FindingsText.plain(model.findings().get(), _ -> ""));
        assertEquals(
                "B Node, \"left\": 12.3 mm", FindingsText.plain(model.findings().get(), _ -> "B"));
        assertEquals(
                "name,kind,figure,value,unit,remarks,points,made,column\r\n"
                        + "\"Node, \"\"left\"\"\",Length,Length,12.34,mm,,0.0 0.0 1.0; 12.34 0.0 1.0,"
                        + "2026-11-21T10:00:00Z,B\r\n",
                FindingsText.csv(model.findings().get(), _ -> "B"));
    }
}
