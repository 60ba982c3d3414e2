// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import org.overread.app.exchange.ImageDigests;
import org.overread.app.exchange.LabelCodec;
import org.overread.app.exchange.OutgoingReading;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.ObjectSource;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Software;
import org.overread.sync.bundle.statement.StatedTime;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.store.version.CommitOutcome;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.Volume;

/// Masks into versions of a workspace and back. Blocks.
public final class StoredLabels {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Workspace workspace;
    private final Author author;

    /// In the name of who works there, who has no key.
    public StoredLabels(Workspace workspace) {
        this(workspace, Author.without(workspace.session().actor().person()));
    }

    public StoredLabels(Workspace workspace, Author author) {
        this.workspace = workspace;
        this.author = author;
    }

    /// One segment of a version.
    public record Segment(SegmentEntry said, Mask mask) {}

    /// The reading of a volume by whoever works here, begun where there is none.
    ///
    /// @param uids of the study and of the series
    /// @param path where the volume lies; empty where that is not known
    public Reading reading(String project, Volume volume, List<String> uids, String path)
            throws IOException {
        workspace.projects().open(project, project);
        Digest key =
                workspace
                        .volumes()
                        .saw(
                                new SeenVolume(
                                        ImageDigests.of(volume),
                                        uids.getFirst(),
                                        uids.getLast(),
                                        volume.unit().toString(),
                                        volume.verdict().toString(),
                                        path.isEmpty() ? List.of() : List.of(path)));
        String word = key.hex().substring(0, 16) + "-" + workspace.session().actor().person();
        workspace
                .tasks()
                .add(Tasks.selfAssigned(word, project, key, workspace.session().actor().person()));
        return workspace.readings().open(word, word);
    }

    /// The same of a volume that was looked at already.
    public Reading reading(String project, SeenVolume volume) throws StoreException {
        workspace.projects().open(project, project);
        Digest key = workspace.volumes().saw(volume);
        String reader = workspace.session().actor().person();
        String word = key.hex().substring(0, 16) + "-" + reader;
        workspace.tasks().add(Tasks.selfAssigned(word, project, key, reader));
        return workspace.readings().open(word, word);
    }

    /// Commits segments as the continuation of a reading's heads.
    ///
    /// @param terms what they were made under
    public StoredVersion commit(
            Reading reading,
            List<OutgoingReading.Segment> segments,
            Terms terms,
            String reason,
            ExecutorService compute,
            int threads)
            throws IOException, InterruptedException {
        Collection<StoredObject> objects = new ConcurrentLinkedQueue<>();
        List<Layer> layers = OutgoingReading.layers(segments, objects::add, compute, threads);
        SeenVolume volume = workspace.volumes().find(reading.volume()).orElseThrow();
        List<Digest> parents =
                workspace.versions().heads(reading.key()).stream()
                        .map(StoredVersion::id)
                        .limit(Version.MOST_PARENTS)
                        .toList();
        return commit(
                new Version(
                        reading.key(),
                        Optional.of(reading.task()),
                        volume.image(),
                        layers,
                        parents,
                        terms.guidelineReference(),
                        terms.ontologyReference(),
                        0),
                reason,
                objects);
    }

    /// Commits what a version would say.
    public StoredVersion commit(Version content, String reason, Collection<StoredObject> objects)
            throws IOException {
        return commit(content, reason, objects, Optional.empty());
    }

    /// The same with what its heading says beside, such as findings.
    public StoredVersion commit(
            Version content,
            String reason,
            Collection<StoredObject> objects,
            Optional<Heading.More> more)
            throws IOException {
        var statement = new Statement(heading(workspace.session(), reason, more), content);
        requireFits(statement);
        CommitOutcome outcome = workspace.versions().commit(statement, objects);
        return switch (outcome) {
            case CommitOutcome.Committed(StoredVersion version) -> version;
            case CommitOutcome.AlreadyThere(StoredVersion version) -> version;
            case CommitOutcome.Withdrawn _ ->
                    throw new LabelFileException(
                            "The reading was withdrawn; nothing is added to it.");
            case CommitOutcome.ParentMissing(Digest parent) ->
                    throw new IllegalStateException("no parent " + parent);
            case CommitOutcome.ObjectMissing(Digest object) ->
                    throw new IllegalStateException("no object " + object);
        };
    }

    private static void requireFits(Statement statement) throws LabelFileException {
        try {
            statement.bytes();
        } catch (IllegalArgumentException _) {
            throw new LabelFileException(
                    "There is more to say than one version takes: delete findings that are not needed, or simplify long outlines.");
        }
    }

    private Heading heading(Session session, String reason, Optional<Heading.More> more) {
        var salt = new byte[Heading.SALT_BYTES];
        RANDOM.nextBytes(salt);
        String[] software = session.actor().software().split(" ", 2);
        return new Heading(
                "local",
                Optional.empty(),
                Optional.empty(),
                author.key(),
                author.sequence(),
                author.previous(),
                Optional.empty(),
                new StatedTime(
                        OffsetDateTime.now(session.clock()),
                        session.clock().getZone().getId(),
                        System.nanoTime() >>> 20),
                new Software(
                        software[0],
                        software[software.length - 1],
                        Bytes.utf8(session.actor().software()).digest()),
                reason.isBlank() ? Optional.empty() : Optional.of(reason),
                Bytes.of(salt),
                more);
    }

    /// The segments of a version.
    public List<Segment> segments(Version version) throws IOException {
        var segments = new ArrayList<Segment>();
        ObjectSource source = workspace.objects();
        try {
            for (Layer layer : version.layers()) {
                if (layer.kind() == Layer.Kind.LABELS) {
                    List<Mask> masks = LabelCodec.read(layer, source);
                    for (int n = 0; n < masks.size(); n++) {
                        segments.add(new Segment(layer.segments().get(n), masks.get(n)));
                    }
                }
            }
            return List.copyOf(segments);
        } catch (RefusedException e) {
            throw new LabelFileException("The version's labels are damaged: " + e.getMessage());
        }
    }
}
