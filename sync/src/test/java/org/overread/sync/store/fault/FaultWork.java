// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.care.Backup;
import org.overread.sync.store.care.Salvage;
import org.overread.sync.store.care.Sweep;
import org.overread.sync.store.db.Refusal;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.journal.JournalOutcome;
import org.overread.sync.store.journal.WorkingCopy;
import org.overread.sync.store.version.CommitOutcome;
import org.overread.sync.store.version.StoredVersion;

/// Work that is to be interrupted: strokes, versions and all that comes with them, each told on standard output when the
/// store has said that it is saved. A line is one write to descriptor 1.
public final class FaultWork {
    /// What is done.
    enum Job {
        MIXED,
        /// A stroke, a backup, and so on.
        BACKUPS,
        /// A damaged workspace is recovered.
        SALVAGE
    }

    private final Workspace workspace;
    private final Path backups;
    private final Random random;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private int failures;

    private FaultWork(Workspace workspace, Path backups, long seed) {
        this.workspace = workspace;
        this.backups = backups;
        random = new Random(seed);
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Job job = Job.valueOf(args[3]);
        if (job == Job.SALVAGE) {
            Salvage.run(file, Sample.session(Clock.systemUTC()));
            say("E 0");
            return;
        }
        WorkspaceOpening opening = Workspace.open(file, Sample.session(Clock.systemUTC()));
        switch (opening) {
            case WorkspaceOpening.Open(Workspace workspace) -> {
                try (workspace) {
                    var work =
                            new FaultWork(
                                    workspace,
                                    file.resolveSibling("backups"),
                                    Long.parseLong(args[1]));
                    int steps = Integer.parseInt(args[2]);
                    if (job == Job.BACKUPS) {
                        work.backUp(steps);
                    } else {
                        work.run(steps);
                    }
                }
            }
            case WorkspaceOpening.ReadOnly(_, String owner) -> fail("read-only " + owner);
            case WorkspaceOpening.Damaged(List<String> findings) -> fail("damaged " + findings);
            case WorkspaceOpening.Refused(Refusal why, String sentence) -> refused(why, sentence);
        }
    }

    /// A disk that fails while the workspace is opened may be the reason: whether it opens afterwards is asked then.
    private static void refused(Refusal why, String sentence) throws IOException {
        if (why == Refusal.FULL || why == Refusal.DISK) {
            say("R " + sentence);
        } else {
            fail("refused " + sentence);
        }
    }

    private static void fail(String why) throws IOException {
        say("X " + why);
    }

    private static void say(String line) throws IOException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void tell(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void run(int steps) throws IOException {
        attempt(() -> Sample.begin(workspace, Sample.READING));
        for (int n = 0; n < steps; n++) {
            int dice = random.nextInt(100);
            if (dice < 62) {
                attempt(this::stroke);
            } else if (dice < 78) {
                attempt(this::version);
            } else if (dice < 84) {
                attempt(this::fold);
            } else if (dice < 89) {
                attempt(this::undo);
            } else if (dice < 93) {
                attempt(() -> workspace.packing().run(Sample.READING));
            } else if (dice < 95) {
                attempt(() -> Sweep.run(workspace.database(), workspace.session()));
            } else if (dice < 97) {
                attempt(
                        () ->
                                workspace
                                        .database()
                                        .maintain(
                                                sql ->
                                                        sql.number(
                                                                "PRAGMA wal_checkpoint(TRUNCATE)")));
            } else {
                attempt(
                        () ->
                                Backup.make(
                                        workspace.database(),
                                        backups,
                                        workspace.session().clock().instant()));
            }
        }
        tell("E " + failures);
    }

    private void backUp(int steps) throws IOException {
        attempt(() -> Sample.begin(workspace, Sample.READING));
        for (int n = 0; n < steps; n++) {
            attempt(this::stroke);
            attempt(n % 3 == 0 ? this::version : this::stroke);
            int own = n;
            attempt(() -> backUpAs(own));
        }
        tell("E " + failures);
    }

    /// Names are of whole seconds, and this is faster.
    private void backUpAs(int number) throws IOException {
        Instant now = workspace.session().clock().instant().plusSeconds(3600L * number);
        if (Backup.make(workspace.database(), backups, now)
                instanceof Backup.Outcome.Made(Path file, _, _)) {
            tell("B " + file.getFileName());
        } else {
            tell("X unsound backup");
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /// A step that the disk does not let through is told and nothing more; the next one is tried.
    private void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (StoreException e) {
            failures++;
            tell("F " + e.fault());
        } catch (IOException e) {
            failures++;
            tell("F other");
        }
    }

    private void stroke() throws IOException {
        long last = last();
        var voxels = new byte[500 + random.nextInt(3000)];
        random.nextBytes(voxels);
        var outcome =
                workspace
                        .journal()
                        .made(
                                Sample.READING,
                                Sample.stroke((int) last + 1, Bytes.handedOver(voxels)));
        if (outcome instanceof JournalOutcome.Saved(long number)) {
            tell("S " + number + " " + Bytes.of(voxels).digest().hex());
        } else {
            tell("X out of step");
        }
    }

    private void undo() throws IOException {
        long last = last();
        if (last > 0
                && workspace
                                .journal()
                                .undone(
                                        Sample.READING,
                                        Sample.digest("state " + last),
                                        Sample.digest("state " + (last + 1)))
                        instanceof JournalOutcome.Saved(long number)) {
            tell("U " + number);
        }
    }

    private long last() throws StoreException {
        return workspace.database().read(sql -> sql.number("SELECT max(seq) FROM journal"));
    }

    private void version() throws IOException {
        List<StoredVersion> heads = workspace.versions().heads(Sample.READING);
        boolean branches = random.nextInt(6) == 0;
        Digest[] parents =
                heads.isEmpty()
                        ? new Digest[0]
                        : new Digest[] {
                            branches
                                    ? workspace.versions().of(Sample.READING).getFirst().id()
                                    : heads.getLast().id()
                        };
        var made = Sample.labels(1, 2, 3, random.nextInt(50));
        Statement statement = Sample.statement(made, "salt " + random.nextLong(), parents);
        if (workspace.versions().commit(statement, made.objects())
                instanceof CommitOutcome.Committed(StoredVersion version)) {
            tell("V " + version.id().hex());
        } else {
            tell("X not committed");
        }
    }

    private void fold() throws IOException {
        var made = Sample.labels(random.nextInt(50), 2);
        workspace
                .journal()
                .fold(
                        Sample.READING,
                        new WorkingCopy(last(), Optional.empty(), Sample.statement(made)),
                        made.objects());
    }
}
