// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.overread.sync.bundle.BundleContents;
import org.overread.sync.bundle.BundleVerifier;
import org.overread.sync.bundle.CheckedStatement;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.store.version.CommitOutcome;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Verifies a bundle and takes what it holds into the workspace. Blocks.
public final class BundleImport {
    private static final String UNKNOWN = "unknown";

    private BundleImport() {}

    /// A bundle that was read once from beginning to end: what is to be said of it, and what it holds.
    public static final class Read {
        private final Verdict verdict;
        private final List<Envelope> certificates;
        private final List<Envelope> envelopes;
        private final List<Statement> statements;
        private final List<StoredObject> objects;

        private Read(Verdict verdict, Contents contents) {
            this.verdict = verdict;
            boolean holds = verdict instanceof Verdict.Accepted;
            certificates = holds ? contents.certificates : List.of();
            envelopes = holds ? contents.envelopes : List.of();
            statements = holds ? contents.statements : List.of();
            objects = holds ? contents.objects : List.of();
        }

        public Verdict verdict() {
            return verdict;
        }
    }

    private static final class Contents implements BundleContents {
        private final List<Envelope> certificates = new ArrayList<>();
        private final List<Envelope> envelopes = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();
        private final List<StoredObject> objects = new ArrayList<>();

        @Override
        public void certificate(Envelope envelope) {
            certificates.add(envelope);
        }

        @Override
        public void statement(Envelope envelope, Statement statement) {
            envelopes.add(envelope);
            statements.add(statement);
        }

        @Override
        public void object(StoredObject object) {
            objects.add(object);
        }
    }

    /// Reads and verifies. A bundle that would not fit into a quarter of the memory is only verified.
    public static Read read(
            Path file, KeyPlace place, CancelToken cancel, Progress.Listener progress)
            throws SigningException {
        var contents = new Contents();
        try {
            long size = Files.size(file);
            boolean fits = size < Runtime.getRuntime().maxMemory() / 4;
            try (InputStream in =
                    new Counting(
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16),
                            size,
                            cancel,
                            progress)) {
                Verdict verdict =
                        BundleVerifier.verify(
                                in,
                                place.requireRoot(),
                                Expectations.none(Instant.now()),
                                fits ? contents : BundleContents.NONE);
                return new Read(verdict, contents);
            }
        } catch (IOException e) {
            throw new SigningException(file.getFileName() + " could not be read.", e);
        }
    }

    /// What was taken.
    public record Taken(int versions, int known) {}

    /// Takes the versions, those they build upon first, and keeps who signed what.
    public static Taken take(Read read, Workspace workspace, KeyPlace place, CancelToken cancel)
            throws SigningException {
        if (!(read.verdict instanceof Verdict.Accepted accepted)) {
            throw new SigningException("What is not believed is not taken.");
        }
        if (read.statements.isEmpty()) {
            throw new SigningException("The bundle is too large for this computer's memory.");
        }
        Map<Digest, CheckedStatement> checked = new HashMap<>();
        accepted.statements().forEach(statement -> checked.put(statement.id(), statement));
        for (Envelope certificate : read.certificates) {
            place.keepCertificate(certificate);
        }
        int taken = 0;
        int known = 0;
        try {
            place.ready();
            Map<Digest, Digest> drafts = place.signed().drafts();
            Set<Digest> needed = continued(read.statements, drafts.keySet());
            for (int n = 0; n < read.statements.size(); n++) {
                cancel.check(); // what was taken so far is whole
                Statement statement = read.statements.get(n);
                if (statement.content() instanceof Version version) {
                    Digest draft = drafts.get(statement.id());
                    if (draft != null) {
                        place.signed().add(draft, read.envelopes.get(n));
                    }
                    if (draft != null && !needed.contains(statement.id())) {
                        known++;
                        continue;
                    }
                    CheckedStatement who =
                            Optional.ofNullable(checked.get(statement.id())).orElseThrow();
                    boolean fresh = commit(statement, version, who, read.objects, workspace);
                    taken += fresh ? 1 : 0;
                    known += fresh ? 0 : 1;
                    place.signed().add(statement.id(), read.envelopes.get(n));
                }
            }
            for (int n = 0; n < read.statements.size(); n++) {
                if (!(read.statements.get(n).content() instanceof Version)) {
                    for (Digest about : read.statements.get(n).content().buildsUpon()) {
                        Digest draft = drafts.get(about);
                        place.signed().add(draft == null ? about : draft, read.envelopes.get(n));
                    }
                }
            }
            return new Taken(taken, known);
        } catch (IOException e) {
            throw new SigningException(
                    "The workspace could not be written; what was taken so far is whole.", e);
        }
    }

    /// Of what was signed here and lies here as a draft, that which somebody else's version continues: it has to be there
    /// under the id by which they name it.
    private static Set<Digest> continued(List<Statement> statements, Set<Digest> own) {
        Set<Digest> needed = new HashSet<>();
        for (Statement statement : statements.reversed()) {
            if (statement.content() instanceof Version version
                    && (!own.contains(statement.id()) || needed.contains(statement.id()))) {
                needed.addAll(version.parents());
            }
        }
        return needed;
    }

    /// In the name of who made it; the trail says who brought it.
    private static boolean commit(
            Statement statement,
            Version version,
            CheckedStatement who,
            List<StoredObject> objects,
            Workspace workspace)
            throws IOException, SigningException {
        Session mine = workspace.session();
        var theirs =
                new Workspace(
                        workspace.database(),
                        new Session(
                                new Actor(
                                        who.person(),
                                        "bundle, by " + mine.actor().person(),
                                        mine.actor().software()),
                                mine.clock()));
        String project = statement.heading().project().orElse(statement.heading().tenant());
        theirs.projects().open(project, project);
        Digest volume =
                theirs.volumes()
                        .saw(
                                new SeenVolume(
                                        version.image(),
                                        UNKNOWN,
                                        UNKNOWN,
                                        UNKNOWN,
                                        UNKNOWN,
                                        List.of()));
        theirs.tasks().add(Tasks.selfAssigned(version.reading(), project, volume, who.person()));
        Reading reading = theirs.readings().open(version.reading(), version.reading());
        if (!reading.volume().equals(volume)) {
            throw new SigningException(
                    "A reading of that name is here for other images; nothing of it was changed.");
        }
        return switch (theirs.versions().commit(statement, objects)) {
            case CommitOutcome.Committed _ -> {
                workspace
                        .database()
                        .write(
                                sql -> {
                                    AuditTrail.add(
                                            sql,
                                            mine,
                                            mine.now(),
                                            "version imported",
                                            version.reading(),
                                            "",
                                            statement.id().toString());
                                    return true;
                                });
                yield true;
            }
            case CommitOutcome.AlreadyThere _ -> false;
            case CommitOutcome.Withdrawn _ ->
                    throw new SigningException(
                            "The reading was withdrawn here; nothing is added to it.");
            case CommitOutcome.ParentMissing _, CommitOutcome.ObjectMissing _ ->
                    throw new IllegalStateException("a verified bundle is whole");
        };
    }

    private static final class Counting extends FilterInputStream {
        private final long size;
        private final CancelToken cancel;
        private final Progress.Listener progress;
        private long read;

        Counting(InputStream in, long size, CancelToken cancel, Progress.Listener progress) {
            super(in);
            this.size = size;
            this.cancel = cancel;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = in.read(bytes, from, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) {
            cancel.check();
            read += more;
            progress.progress(new Progress(read, size));
        }
    }
}
