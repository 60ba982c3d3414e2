// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockEntry;
import org.overread.sync.bundle.object.LayerReader;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.ImageBinding;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.journal.JournalOutcome;
import org.overread.sync.store.journal.Stroke;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.store.version.CommitOutcome;

/// A workspace with one reading after the other of a whole body. Times are in milliseconds.
final class StoreField implements AutoCloseable {
    private static final Digest SOMETHING = Bytes.utf8("something").digest();
    private static final Session SESSION =
            new Session(new Actor("r01", "workstation", "overread bench"), Clock.systemUTC());

    private final Path folder;
    private final BodyLabels labels = new BodyLabels();
    private Workspace workspace;
    private int readings;
    private int strokes;
    private int versions;
    private Digest last = SOMETHING;
    private Layer layer;

    StoreField(Path folder) throws IOException {
        this.folder = folder;
        workspace = opened(folder.resolve("w.overread"));
        layer = labels.encode(new ArrayList<>());
    }

    private static Workspace opened(Path file) throws IOException {
        if (Workspace.open(file, SESSION) instanceof WorkspaceOpening.Open(Workspace workspace)) {
            return workspace;
        }
        throw new IOException("the workspace does not open");
    }

    private String reading() {
        return "reading-" + readings;
    }

    /// The first version of a new reading: 104 structures, encoded and committed.
    double wholeVersion() throws IOException {
        readings++;
        strokes = 0;
        workspace.projects().open("bench", "Bench");
        Digest volume =
                workspace
                        .volumes()
                        .saw(
                                new SeenVolume(
                                        new ImageBinding(SOMETHING, Bytes.utf8(reading()).digest()),
                                        "1",
                                        "2",
                                        "CT",
                                        "even",
                                        List.of()));
        workspace.tasks().add(Tasks.selfAssigned(reading(), "bench", volume, "r01"));
        workspace.readings().open(reading(), reading());
        labels.paintOnePercent(); // so that no two readings share every object
        long begun = System.nanoTime();
        var objects = new ArrayList<StoredObject>();
        layer = labels.encode(objects);
        commit(objects, List.of());
        return since(begun);
    }

    /// A version of which 1 % of the blocks differ, encoded and committed.
    double onePercent() throws IOException {
        List<Integer> painted = labels.paintOnePercent();
        long begun = System.nanoTime();
        var objects = new ArrayList<StoredObject>();
        layer = labels.encode(painted, objects);
        commit(objects, List.of(last));
        return since(begun);
    }

    double stroke() throws IOException {
        Bytes voxels = labels.stroke();
        Digest before = Bytes.utf8("state " + strokes++).digest();
        Digest after = Bytes.utf8("state " + strokes).digest();
        long begun = System.nanoTime();
        var outcome =
                workspace
                        .journal()
                        .made(
                                reading(),
                                new Stroke(
                                        "Brush",
                                        "brush",
                                        "radius 6",
                                        voxels,
                                        before,
                                        after,
                                        Duration.ZERO));
        double took = since(begun);
        if (!(outcome instanceof JournalOutcome.Saved)) {
            throw new IOException("a stroke was not saved");
        }
        return took;
    }

    /// Opens the workspace and the reading's head: statement, journal, and every block of its labels, decoded.
    double open() throws IOException {
        workspace.close();
        long begun = System.nanoTime();
        workspace = opened(folder.resolve("w.overread"));
        var head = workspace.versions().heads(reading()).getFirst();
        var content = (Version) workspace.versions().statement(head.id()).orElseThrow().content();
        workspace.journal().reopen(reading());
        decode(content.layers().getFirst());
        return since(begun);
    }

    private void decode(Layer read) throws IOException {
        var codec = new BlockCodec();
        var reader = new LayerReader(read.shape(), workspace.objects());
        try {
            List<BlockEntry> entries = reader.entries(read.slabs());
            for (int block = 0; block < entries.size(); block++) {
                if (entries.get(block) instanceof BlockEntry.Stored) {
                    reader.values(block, entries.get(block), codec);
                }
            }
        } catch (RefusedException e) {
            throw new IOException(e);
        }
    }

    private void commit(List<StoredObject> objects, List<Digest> parents) throws IOException {
        var content =
                new Version(
                        reading(),
                        Optional.of(reading()),
                        new ImageBinding(SOMETHING, Bytes.utf8(reading()).digest()),
                        List.of(layer),
                        parents,
                        new Reference("guide", "1", SOMETHING),
                        new Reference("organs", "1", SOMETHING),
                        60);
        var statement =
                new Statement(
                        new Heading(
                                "bench",
                                Optional.empty(),
                                Optional.empty(),
                                SOMETHING,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                new StatedTime(
                                        OffsetDateTime.now(SESSION.clock()), "UTC", versions),
                                new Software("overread", "bench", SOMETHING),
                                Optional.empty(),
                                Bytes.utf8("salt " + versions++).digest().bytes(),
                                Optional.empty()),
                        content);
        if (!(workspace.versions().commit(statement, objects)
                instanceof CommitOutcome.Committed committed)) {
            throw new IOException("a version was not committed");
        }
        last = committed.version().id();
    }

    /// Bytes of objects that the workspace keeps, and of the file that they are in.
    long fileBytes() throws IOException {
        workspace.packing().run(reading());
        workspace.close();
        Path compact = folder.resolve("compact");
        workspace = opened(folder.resolve("w.overread"));
        workspace.database().maintain(sql -> sql.change("VACUUM INTO '" + compact + "'"));
        long bytes = Files.size(compact);
        Files.delete(compact);
        return bytes;
    }

    long niftiBytes() throws IOException {
        return labels.niftiBytes();
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() {
        workspace.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
