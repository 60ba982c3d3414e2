// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store;

import java.nio.file.Path;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.DatabaseFile;
import org.overread.sync.store.db.Opening;
import org.overread.sync.store.journal.Journal;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.project.Documents;
import org.overread.sync.store.project.Notes;
import org.overread.sync.store.project.Projects;
import org.overread.sync.store.project.Readings;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.store.project.Volumes;
import org.overread.sync.store.version.Comparison;
import org.overread.sync.store.version.Packing;
import org.overread.sync.store.version.Versions;
import org.overread.sync.store.version.Withdrawals;

/// A person's workspace, open. Any thread may call; calls block for the disk, so the FX thread does not. What a call has
/// changed is durable when it returns.
public final class Workspace implements AutoCloseable {
    private final Database database;
    private final Session session;

    public Workspace(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Opens the file of a workspace, or makes it.
    public static WorkspaceOpening open(Path file, Session session) {
        return switch (DatabaseFile.open(file)) {
            case Opening.Open(Database database) ->
                    new WorkspaceOpening.Open(new Workspace(database, session));
            case Opening.Elsewhere(Database database, String owner) ->
                    new WorkspaceOpening.ReadOnly(new Workspace(database, session), owner);
            case Opening.Damaged(var findings) -> new WorkspaceOpening.Damaged(findings);
            case Opening.Refused(var why, String sentence) ->
                    new WorkspaceOpening.Refused(why, sentence);
        };
    }

    public Database database() {
        return database;
    }

    public Session session() {
        return session;
    }

    public Projects projects() {
        return new Projects(database, session);
    }

    public Documents documents() {
        return new Documents(database, session);
    }

    public Volumes volumes() {
        return new Volumes(database, session);
    }

    public Tasks tasks() {
        return new Tasks(database, session);
    }

    public Readings readings() {
        return new Readings(database, session);
    }

    public Notes notes() {
        return new Notes(database, session);
    }

    public Journal journal() {
        return new Journal(database, session);
    }

    public Versions versions() {
        return new Versions(database, session);
    }

    public Comparison comparison() {
        return new Comparison(database);
    }

    public Packing packing() {
        return new Packing(database);
    }

    public Withdrawals withdrawals() {
        return new Withdrawals(database, session);
    }

    public Objects objects() {
        return new Objects(database);
    }

    public AuditTrail audit() {
        return new AuditTrail(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
