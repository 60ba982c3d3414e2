// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.finding.StatedFindings;
import org.overread.app.reading.StoredReading;
import org.overread.app.store.LabelFileException;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.WorkspacePlace;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.label.Confidence;
import org.overread.segmentation.label.Segments;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.project.Note;
import org.overread.sync.store.project.Notes;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Findings in a workspace: to the last digit, with every revision, and in versions for ever.
final class ReadingFindingsTest {
    private static final GridSize SIZE = new GridSize(16, 12, 4);
    private static final Volume VOLUME =
            new Volume(
                    "1.2.3#0",
                    "Volume",
                    VolumeGeometry.regular(
                            SIZE,
                            new PatientPoint(0, 0, 0),
                            PatientVector.LEFT,
                            PatientVector.POSTERIOR,
                            1,
                            1,
                            2),
                    ValueUnit.ARBITRARY,
                    new Voxels.UInt16(PlanarImgs.unsignedShorts(16, 12, 4)));
    private static final FrameOfReference FRAME = new FrameOfReference.Named("1.2.3");

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Workspace workspace;

    private final ExecutorService compute = Executors.newSingleThreadExecutor();

    @BeforeEach
    void open() {
        workspace =
                switch (Workspace.open(
                        folder.resolve("workspace.overread"),
                        WorkspacePlace.session("reader", "1"))) {
                    case WorkspaceOpening.Open(Workspace there) -> there;
                    case WorkspaceOpening other -> throw new AssertionError(other.toString());
                };
    }

    @AfterEach
    void close() {
        workspace.close();
        compute.shutdownNow();
    }

    private Reading reading() throws IOException {
        return new StoredLabels(workspace).reading("local", VOLUME, List.of("study", "series"), "");
    }

    private StoredReading stored() {
        return StoredReading.beginning(
                workspace,
                () -> {
                    try {
                        return reading();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                SIZE);
    }

    private ReadingFindings findings(StoredReading stored) {
        return new ReadingFindings(stored, FRAME, new FindingFiles(folder.resolve("files")));
    }

    /// One of each kind, all of this volume.
    private static List<Finding> all() {
        return FindingFilesTest.oneOfEach().stream()
                .map(
                        f ->
                                new Finding(
                                        f.id(),
                                        VOLUME.id(),
                                        FRAME,
                                        f.name(),
                                        f.observed(),
                                        f.said(),
                                        f.made()))
                .toList();
    }

    @Test
    void everyKindComesBackToTheLastDigitInItsOrder() throws IOException {
        StoredReading stored = stored();
        findings(stored).save(VOLUME.id(), all());
        assertEquals(
                new FindingStore.Found.Kept(all()),
                findings(new StoredReading(workspace, reading(), SIZE)).load(VOLUME.id()));
        assertEquals(17, all().size(), "nine measures, four markings, four classifications");
    }

    @Test
    void whoOnlyLooksLeavesNothing() throws IOException {
        StoredReading stored = stored();
        var findings = findings(stored);
        assertEquals(new FindingStore.Found.Kept(List.of()), findings.load(VOLUME.id()));
        findings.save(VOLUME.id(), List.of());
        assertTrue(stored.begun().isEmpty());
        assertTrue(workspace.readings().list().isEmpty());
    }

    @Test
    void aChangeIsARevisionAndTheDeletedIsKeptButNotShown() throws IOException {
        var findings = findings(stored());
        findings.load(VOLUME.id());
        findings.save(VOLUME.id(), all());
        Finding first = all().getFirst();
        var changed = new ArrayList<>(all());
        changed.set(0, first.with(first.said().with(new Confidence.Rated(5))));
        findings.save(VOLUME.id(), changed);
        changed.remove(1);
        findings.save(VOLUME.id(), changed);
        String reading = reading().key();
        assertEquals(2, workspace.notes().history(reading, first.id().toString()).size());
        List<Note> gone = workspace.notes().history(reading, new UUID(3, 1).toString());
        assertEquals(
                List.of(Note.State.OPEN, Note.State.REMOVED),
                gone.stream().map(Note::state).toList());
        assertEquals(
                1,
                workspace.notes().history(reading, new UUID(3, 2).toString()).size(),
                "what is the same is not written again");
        var again = findings(new StoredReading(workspace, reading(), SIZE));
        assertEquals(changed, again.load(VOLUME.id()).findings());
        // brought back by undo, it stands where it stood
        changed.add(1, all().get(1));
        again.save(VOLUME.id(), changed);
        assertEquals(
                changed,
                findings(new StoredReading(workspace, reading(), SIZE))
                        .load(VOLUME.id())
                        .findings());
    }

    @Test
    void whatAnEarlierProgramKeptInAFileIsTakenOverOnce() throws IOException {
        var files = new FindingFiles(folder.resolve("files"));
        files.save(VOLUME.id(), all().subList(0, 3));
        StoredReading stored = stored();
        assertEquals(all().subList(0, 3), findings(stored).load(VOLUME.id()).findings());
        assertEquals(List.of(), files.load(VOLUME.id()).findings());
        var findings = findings(stored);
        assertEquals(all().subList(0, 3), findings.load(VOLUME.id()).findings());
        findings.save(VOLUME.id(), all().subList(0, 2));
        files.save(VOLUME.id(), all().subList(0, 3)); // the old program once more
        assertEquals(all().subList(0, 2), findings(stored).load(VOLUME.id()).findings());
        try (Stream<Path> left = Files.list(folder.resolve("files"))) {
            assertEquals(2, left.count(), "nothing was deleted");
        }
    }

    @Test
    void commentsAreNoFindingsAndADamagedNoteCostsOnlyItself() throws IOException {
        StoredReading stored = stored();
        findings(stored).save(VOLUME.id(), all().subList(0, 2));
        String reading = reading().key();
        workspace
                .notes()
                .put(
                        reading,
                        "a",
                        Note.Kind.COMMENT,
                        Note.State.OPEN,
                        Notes.pinned("look here", 1, 2, 3));
        workspace
                .notes()
                .put(
                        reading,
                        "b",
                        Note.Kind.FINDING,
                        Note.State.OPEN,
                        new FieldWriter().whole("format", 9).whole("place", 7).end());
        var found =
                assertInstanceOf(
                        FindingStore.Found.Damaged.class, findings(stored).load(VOLUME.id()));
        assertEquals(all().subList(0, 2), found.findings());
        assertEquals(1, found.lost());
    }

    private StoredVersion commit(StoredReading stored, List<Finding> findings)
            throws IOException, InterruptedException {
        return stored.commit(Segments.none(SIZE), findings, Duration.ZERO, "why", compute, 1);
    }

    private List<Finding> stated(StoredVersion version) throws IOException, RefusedException {
        return StatedFindings.of(workspace.versions().statement(version.id()).orElseThrow());
    }

    private static List<Observed> observed(List<Finding> findings) {
        return findings.stream().map(Finding::observed).toList();
    }

    @Test
    void aVersionKeepsTheFindingsThatItWasSavedWith() throws Exception {
        StoredReading stored = stored();
        StoredVersion first = commit(stored, all());
        StoredVersion second = commit(stored, all().subList(0, 1));
        StoredVersion third = commit(stored, List.of());
        assertEquals(observed(all()), observed(stated(first)));
        assertEquals(
                all().stream().map(Finding::said).toList(),
                stated(first).stream().map(Finding::said).toList());
        assertEquals(
                all().stream().map(Finding::name).toList(),
                stated(first).stream().map(Finding::name).toList());
        assertEquals(observed(all().subList(0, 1)), observed(stated(second)));
        assertEquals(List.of(), stated(third));
        String text = workspace.versions().statement(first.id()).orElseThrow().bytes().toUtf8();
        assertTrue(text.contains("spiculated"));
        assertEquals(-1, text.indexOf("1.2.3"), "no identifier of the images");
    }

    @Test
    void whatAVersionCannotTakeIsRefusedAndTheHistoryStays() throws Exception {
        StoredReading stored = stored();
        StoredVersion first = commit(stored, all().subList(0, 1));
        List<PatientPoint> circle =
                IntStream.range(0, 4000)
                        .mapToDouble(n -> 2 * Math.PI * n / 4000)
                        .mapToObj(t -> new PatientPoint(Math.cos(t), Math.sin(t), 1))
                        .toList();
        List<Finding> much =
                IntStream.range(0, 3)
                        .mapToObj(
                                n ->
                                        new Finding(
                                                new UUID(9, n),
                                                VOLUME.id(),
                                                FRAME,
                                                "Polygon " + n,
                                                new Observed.Shaped(
                                                        new Marking.Polygon(circle), Figures.NONE),
                                                Said.NOTHING,
                                                all().getFirst().made()))
                        .toList();
        assertThrows(LabelFileException.class, () -> commit(stored, much));
        assertEquals(
                Set.of(first.id()),
                Set.copyOf(
                        workspace.versions().of(reading().key()).stream()
                                .map(StoredVersion::id)
                                .toList()));
        assertEquals(Optional.of(first.id()), commitAgain(stored).parents().stream().findFirst());
    }

    private StoredVersion commitAgain(StoredReading stored)
            throws IOException, InterruptedException {
        return commit(stored, all().subList(0, 2));
    }
}
