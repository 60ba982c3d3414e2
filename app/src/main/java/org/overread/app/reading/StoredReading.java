// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.finding.StatedFindings;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.Terms;
import org.overread.segmentation.edit.StepBytes;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentRole;
import org.overread.segmentation.label.Segments;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.Reference;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.journal.JournalEntry;
import org.overread.sync.store.journal.Reopened;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.GridSize;

/// A reading in a workspace: opens as it was left, to the bit and with its undo history, and commits versions. Blocks for
/// the disk.
public final class StoredReading {
    private static final Reference NONE =
            new Reference("none", "0", Bytes.utf8("nothing was given").digest());

    private final Workspace workspace;
    private final Beginning beginning;
    private Optional<Reading> begun;
    private final GridSize size;

    /// Begins a reading in the workspace, where there was none.
    @FunctionalInterface
    public interface Beginning {
        Reading begin() throws StoreException;
    }

    public StoredReading(Workspace workspace, Reading reading, GridSize size) {
        this(workspace, Optional.of(reading), () -> reading, size);
    }

    private StoredReading(
            Workspace workspace, Optional<Reading> begun, Beginning beginning, GridSize size) {
        this.workspace = workspace;
        this.begun = begun;
        this.beginning = beginning;
        this.size = size;
    }

    /// One that begins with its first step: who only looks at a volume leaves nothing in the workspace.
    public static StoredReading beginning(Workspace workspace, Beginning beginning, GridSize size) {
        return new StoredReading(workspace, Optional.empty(), beginning, size);
    }

    /// Begun where it was not. Any thread.
    public synchronized Reading reading() throws StoreException {
        if (begun.isEmpty()) {
            begun = Optional.of(beginning.begin());
        }
        return begun.get();
    }

    private synchronized boolean isBegun() {
        return begun.isPresent();
    }

    /// The reading where it was begun. Any thread.
    public synchronized Optional<Reading> begun() {
        return begun;
    }

    /// Where it is kept.
    public Workspace workspace() {
        return workspace;
    }

    /// Opens the working copy as it was left.
    ///
    /// @param io writes the journal, in order whatever it is
    /// @param later runs what it is given after a while: what the disk did not take is tried again then
    /// @param saving hears what becomes of each step, on any thread
    public Opened open(
            Executor io,
            Executor later,
            Consumer<Saving> saving,
            InstantSource clock,
            Path spillFolder)
            throws IOException {
        LeftWork left = left();
        var journal =
                new StrokeJournal(
                        workspace.journal(),
                        () -> reading().key(),
                        StateDigest.of(left.segments()),
                        io,
                        later,
                        saving);
        saving.accept(new Saving.Saved());
        return new Opened(
                new WorkingCopy(left, Optional.of(journal), clock, spillFolder), left.trouble());
    }

    /// A working copy, and a sentence where not everything could be brought back.
    public record Opened(WorkingCopy copy, Optional<String> trouble) {}

    /// The reading as it was left.
    LeftWork left() throws IOException {
        if (!isBegun()) {
            return LeftWork.fresh(Segments.none(size));
        }
        Reading reading = reading();
        Reopened kept = workspace.journal().reopen(reading.key());
        if (kept.entries().isEmpty() && kept.folded().isEmpty()) {
            pinBase(reading);
            kept = workspace.journal().reopen(reading.key());
        }
        Optional<Digest> base =
                kept.folded().flatMap(org.overread.sync.store.journal.WorkingCopy::base);
        Segments state =
                kept.folded().isPresent()
                        ? segments(kept.folded().get().draft())
                        : Segments.none(size);
        int highest = highest(state);
        var steps = new ArrayList<LeftWork.Step>();
        int done = 0;
        try {
            for (JournalEntry entry : kept.entries()) {
                switch (entry) {
                    case JournalEntry.Made made -> {
                        while (steps.size() > done) {
                            steps.removeLast();
                        }
                        LeftWork.Step step = step(made);
                        state = step.bytes().forth(state);
                        highest = Math.max(highest, highest(state));
                        steps.add(step);
                        done++;
                    }
                    case JournalEntry.Undone _ -> {
                        done--;
                        state = steps.get(done).bytes().back(state);
                    }
                    case JournalEntry.Redone _ -> {
                        state = steps.get(done).bytes().forth(state);
                        done++;
                    }
                }
            }
        } catch (RefusedException e) {
            throw new IOException("A step of the reading's journal cannot be understood.", e);
        }
        return new LeftWork(
                state,
                steps,
                done,
                highest,
                base,
                active(kept, base),
                kept.damaged().map(StoredReading::damage));
    }

    private static String damage(long entry) {
        return "The journal of this reading is damaged from step %d on; all before it is here, later steps are lost. Check the workspace before you go on."
                .formatted(entry);
    }

    private static LeftWork.Step step(JournalEntry.Made made) throws IOException, RefusedException {
        HistoryStep line = StrokeWords.read(made);
        return new LeftWork.Step(
                StepBytes.read(line.origin(), made.stroke().voxels().toArray()), line);
    }

    private static int highest(Segments segments) {
        return segments.list().stream().mapToInt(s -> s.id().number()).max().orElse(0);
    }

    private Duration active(Reopened kept, Optional<Digest> base) throws IOException {
        Optional<StoredVersion> version =
                base.isPresent() ? workspace.versions().find(base.get()) : Optional.empty();
        Instant since = version.map(v -> v.moment().utc()).orElse(Instant.MIN);
        Duration sum = Duration.ZERO;
        for (JournalEntry entry : kept.entries()) {
            if (entry instanceof JournalEntry.Made made && made.moment().utc().isAfter(since)) {
                sum = sum.plus(made.stroke().active());
            }
        }
        return sum;
    }

    /// A reading that has versions and no journal begins with its newest version, for good.
    private void pinBase(Reading reading) throws IOException {
        Optional<StoredVersion> newest =
                workspace.versions().heads(reading.key()).stream()
                        .max(Comparator.comparingInt(StoredVersion::number));
        if (newest.isPresent()) {
            Digest id = newest.get().id();
            Statement statement = workspace.versions().statement(id).orElseThrow();
            workspace
                    .journal()
                    .fold(
                            reading.key(),
                            new org.overread.sync.store.journal.WorkingCopy(
                                    0, Optional.of(id), statement),
                            List.of());
        }
    }

    private Segments segments(Statement draft) throws IOException {
        if (!(draft.content() instanceof Version version)) {
            throw new IOException("The working copy of the reading cannot be understood.");
        }
        List<Segment> segments =
                new StoredLabels(workspace)
                        .segments(version).stream()
                                .map(s -> SegmentEntries.segment(s.said(), s.mask()))
                                .sorted(Comparator.comparingInt(s -> s.id().number()))
                                .toList();
        return new Segments(size, segments);
    }

    /// Commits labels as a version that continues the one that the working copy continues; durable when this returns.
    /// Proposals that nobody accepted stay out. The journal goes on.
    public StoredVersion commit(
            Segments segments, Duration active, String reason, ExecutorService compute, int threads)
            throws IOException, InterruptedException {
        return commit(segments, List.of(), active, reason, compute, threads);
    }

    /// The same with the findings that belong to the version.
    public StoredVersion commit(
            Segments segments,
            List<Finding> findings,
            Duration active,
            String reason,
            ExecutorService compute,
            int threads)
            throws IOException, InterruptedException {
        Reading reading = reading();
        var objects = new ConcurrentLinkedQueue<StoredObject>();
        List<OutgoingReading.Segment> outgoing =
                segments.list().stream()
                        .filter(StoredReading::isStated)
                        .map(s -> new OutgoingReading.Segment(s.mask(), SegmentEntries.of(s)))
                        .toList();
        List<Layer> layers = OutgoingReading.layers(outgoing, objects::add, compute, threads);
        Reopened kept = workspace.journal().reopen(reading.key());
        Optional<org.overread.sync.store.journal.WorkingCopy> folded = kept.folded();
        List<Digest> parents =
                folded.flatMap(org.overread.sync.store.journal.WorkingCopy::base).stream().toList();
        Terms terms = terms(reading);
        var content =
                new Version(
                        reading.key(),
                        Optional.of(reading.task()),
                        workspace.volumes().find(reading.volume()).orElseThrow().image(),
                        layers,
                        parents,
                        terms.guidelineReference(),
                        terms.ontologyReference(),
                        active.toSeconds());
        StoredVersion version =
                new StoredLabels(workspace)
                        .commit(content, reason, objects, StatedFindings.of(findings));
        Statement start =
                folded.isPresent()
                        ? folded.get().draft()
                        : emptyStart(workspace.versions().statement(version.id()).orElseThrow());
        workspace
                .journal()
                .fold(
                        reading.key(),
                        new org.overread.sync.store.journal.WorkingCopy(
                                0, Optional.of(version.id()), start),
                        List.of());
        return version;
    }

    /// What the project asks for now.
    private Terms terms(Reading reading) throws IOException {
        ReadTask task = workspace.tasks().find(reading.task()).orElseThrow();
        return Terms.of(workspace, task.project());
    }

    /// Where the journal began with nothing.
    private static Statement emptyStart(Statement like) {
        Version version = (Version) like.content();
        return new Statement(
                like.heading(),
                new Version(
                        version.reading(),
                        version.task(),
                        version.image(),
                        List.of(),
                        List.of(),
                        NONE,
                        NONE,
                        0));
    }

    private static boolean isStated(Segment segment) {
        return switch (segment.traits().role()) {
            case SegmentRole.Label _, SegmentRole.Doubt _ -> true;
            case SegmentRole.Proposal _, SegmentRole.Proposed _ -> false;
        };
    }
}
