// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.sync.store.Sample.READING;
import static org.overread.sync.store.Sample.labels;
import static org.overread.sync.store.Sample.statement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.care.Checkup;
import org.overread.sync.store.care.Sweep;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

final class VersionsTest {
    @TempDir private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Sample.begun(folder.resolve("w.db"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private StoredVersion commit(Sample.Made made, Digest... parents) throws IOException {
        return assertInstanceOf(
                        CommitOutcome.Committed.class,
                        workspace.versions().commit(statement(made, parents), made.objects()))
                .version();
    }

    @Test
    void aCommittedVersionSaysWhoWhenWhereAndUnderWhat() throws IOException {
        var made = labels(1, 2, 3);
        StoredVersion version = commit(made);
        assertEquals(statement(made).id(), version.id());
        assertEquals("r01", version.reader());
        assertEquals("ws-3", version.workstation());
        assertEquals("overread 0.1.0", version.software());
        assertEquals(Optional.of(Sample.digest("guideline")), version.guideline());
        assertEquals(Duration.ofSeconds(75), version.active());
        assertEquals(
                new Moment(Instant.parse("2026-03-29T00:59:59Z"), ZoneOffset.ofHours(1)),
                version.moment());
        assertEquals(Optional.of(statement(made)), workspace.versions().statement(version.id()));
        for (var object : made.objects()) {
            assertEquals(
                    object.bytes(),
                    workspace.objects().find(object.digest()).orElseThrow().bytes());
        }
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsKept() throws IOException {
        var made = labels(1, 2, 3);
        var parent = Sample.digest("nowhere");
        assertEquals(
                new CommitOutcome.ParentMissing(parent),
                workspace.versions().commit(statement(made, parent), made.objects()));
        var some = new ArrayList<>(made.objects());
        Digest lost = some.removeFirst().digest();
        assertEquals(
                new CommitOutcome.ObjectMissing(lost),
                workspace.versions().commit(statement(made), some));
        assertEquals(List.of(), workspace.versions().of(READING));
        assertEquals(
                0L,
                (long) workspace.database().read(sql -> sql.number("SELECT count(*) FROM object")));
    }

    private static Sample.Made rated(Optional<Integer> confidence) {
        var made = labels(1);
        Layer layer = made.layers().getFirst();
        SegmentEntry said = layer.segments().getFirst();
        var segment =
                new SegmentEntry(
                        said.value(),
                        said.number(),
                        said.name(),
                        said.structure(),
                        said.code(),
                        said.color(),
                        said.status(),
                        confidence,
                        said.origin());
        return new Sample.Made(
                List.of(new Layer(layer.kind(), layer.shape(), layer.slabs(), List.of(segment))),
                made.objects());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 52, 128, 254})
    void aConfidenceThatIsNoLevelIsRefusedByTheStore(int confidence) throws IOException {
        var made = rated(Optional.of(confidence));
        var refused =
                assertThrows(
                        StoreException.class,
                        () -> workspace.versions().commit(statement(made), made.objects()));
        assertEquals(StoreFault.REFUSED, refused.fault());
        assertEquals(List.of(), workspace.versions().of(READING));
    }

    @Test
    void whatNobodyRatedStaysUnratedAndWhatWasRatedStaysAsItWas() throws IOException {
        for (Optional<Integer> level :
                List.of(
                        Optional.<Integer>empty(),
                        Optional.of(0),
                        Optional.of(1),
                        Optional.of(5))) {
            var made = rated(level.map(n -> n * SegmentEntry.CONFIDENCE_STEP));
            var statement = statement(made, "salt " + level);
            workspace.versions().commit(statement, made.objects());
            var read =
                    (Version) workspace.versions().statement(statement.id()).orElseThrow().content();
            assertEquals(
                    level, read.layers().getFirst().segments().getFirst().confidenceLevel());
        }
    }

    @Test
    void theSameVersionIsKeptOnce() throws IOException {
        var made = labels(1);
        commit(made);
        assertInstanceOf(
                CommitOutcome.AlreadyThere.class,
                workspace.versions().commit(statement(made), made.objects()));
        assertEquals(1, workspace.versions().of(READING).size());
    }

    @Test
    void historyCannotBeChangedOrRemoved() throws IOException {
        commit(labels(2), commit(labels(1)).id());
        workspace.journal().made(READING, Sample.stroke(1));
        for (String change :
                List.of(
                        "UPDATE version SET reader='other'",
                        "DELETE FROM version",
                        "DELETE FROM version_parent",
                        "UPDATE audit SET person='other'",
                        "DELETE FROM audit",
                        "UPDATE journal SET tool='x'",
                        "DELETE FROM reading")) {
            var refused =
                    assertThrows(
                            StoreException.class,
                            () -> workspace.database().write(sql -> sql.change(change)),
                            () -> changed(change));
            assertEquals(StoreFault.REFUSED, refused.fault(), change);
        }
    }

    private static String changed(String change) {
        return "allowed: " + change;
    }

    @Test
    void aBranchIsASecondHead() throws IOException {
        StoredVersion first = commit(labels(1));
        StoredVersion second = commit(labels(2), first.id());
        StoredVersion branch = commit(labels(3), first.id());
        assertEquals(
                List.of(second.id(), branch.id()),
                workspace.versions().heads(READING).stream().map(StoredVersion::id).toList());
        StoredVersion joined = commit(labels(4), second.id(), branch.id());
        assertEquals(
                List.of(joined.id()),
                workspace.versions().heads(READING).stream().map(StoredVersion::id).toList());
        assertEquals(4, workspace.versions().of(READING).size());
    }

    @Test
    void restoringAddsAVersionWithTheOldLabels() throws IOException {
        StoredVersion first = commit(labels(1));
        StoredVersion second = commit(labels(2), first.id());
        Version restored = workspace.versions().restored(first.id());
        assertEquals(labels(1).layers(), restored.layers());
        assertEquals(List.of(second.id()), restored.parents());
        workspace
                .versions()
                .commit(
                        statement(new Sample.Made(restored.layers(), List.of()), second.id()),
                        List.of());
        assertEquals(3, workspace.versions().of(READING).size());
        assertEquals(
                new Comparison.Outcome.Compared(0),
                workspace
                        .comparison()
                        .compare(
                                first.id(),
                                workspace.versions().heads(READING).getFirst().id(),
                                _ -> {}));
        assertEquals(List.of(first.id()), workspace.versions().branched(first.id()).parents());
    }

    @Test
    void comparingVisitsTheBlocksThatDiffer() throws IOException {
        StoredVersion first = commit(labels(1, 2, 3));
        StoredVersion second = commit(labels(1, 2, 9), first.id());
        var visited = new ArrayList<DifferingBlock>();
        assertEquals(
                new Comparison.Outcome.Compared(4),
                workspace.comparison().compare(first.id(), second.id(), visited::add));
        assertEquals(List.of(2, 5, 8, 11), visited.stream().map(DifferingBlock::number).toList());
        var block = visited.getFirst();
        assertArrayEquals(Sample.values(Sample.SHAPE, 2, 3), block.before().getFirst().toArray());
        assertArrayEquals(Sample.values(Sample.SHAPE, 2, 9), block.after().getFirst().toArray());
    }

    @Test
    void namesChangeAndEarlierOnesStayInTheTrail() throws IOException {
        StoredVersion version = commit(labels(1));
        workspace.versions().name(version.id(), "before lunch");
        workspace.versions().name(version.id(), "final");
        assertEquals(
                Optional.of("final"), workspace.versions().find(version.id()).orElseThrow().name());
        var last = workspace.audit().entries().getLast();
        assertEquals("before lunch", last.before());
        assertEquals("final", last.after());
    }

    @Test
    void packedVersionsAreSmallAndTheSame() throws IOException {
        var all = new ArrayList<StoredVersion>();
        all.add(commit(labels(1, 2, 3, 4, 5, 6)));
        for (int n = 0; n < 40; n++) {
            all.add(commit(labels(1, 2, 3, 4, 5, 7 + n), all.getLast().id()));
        }
        long before = kept();
        long saved = workspace.packing().run(READING);
        assertTrue(saved > 0);
        assertEquals(before - saved, kept());
        assertEquals(0, workspace.packing().run(READING));
        var report = Checkup.full(workspace.database());
        assertEquals(List.of(), report.findings());
        for (int n = 0; n < 40; n++) {
            for (var object : labels(1, 2, 3, 4, 5, 7 + n).objects()) {
                assertEquals(
                        object.bytes(),
                        workspace.objects().find(object.digest()).orElseThrow().bytes());
            }
        }
        assertEquals(new Sweep.Swept(0, 0), Sweep.run(workspace.database(), Sample.session()));
    }

    private long kept() throws StoreException {
        return workspace
                .database()
                .read(sql -> sql.number("SELECT sum(length(bytes)) FROM object"));
    }

    @Test
    void aWithdrawnReadingLosesItsLabelsAndKeepsTheFact() throws IOException {
        var own = labels(1, 2);
        var shared = labels(5);
        StoredVersion first = commit(own);
        commit(shared, first.id());
        Sample.begin(workspace, "reading-2");
        var other =
                statement(Sample.content("reading-2", shared.layers(), List.of()), "another salt");
        workspace.versions().commit(other, shared.objects());
        workspace.packing().run(READING);
        workspace.journal().made(READING, Sample.stroke(1));

        var erased = workspace.withdrawals().withdraw(READING, "consent withdrawn");
        assertEquals(own.objects().size(), erased.objects());
        for (var object : own.objects()) {
            assertEquals(Optional.empty(), workspace.objects().find(object.digest()));
        }
        for (var object : shared.objects()) {
            assertTrue(workspace.objects().find(object.digest()).isPresent());
        }
        assertEquals(2, workspace.versions().of(READING).size());
        assertEquals(0, workspace.journal().reopen(READING).entries().size());
        assertEquals(List.of(), Checkup.full(workspace.database()).findings());
        assertInstanceOf(
                CommitOutcome.Withdrawn.class,
                workspace.versions().commit(statement(labels(8)), labels(8).objects()));
        assertEquals("reading withdrawn", workspace.audit().entries().getLast().action());
    }
}
