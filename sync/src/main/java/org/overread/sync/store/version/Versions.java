// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.statement.Layer;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.ObjectKind;
import org.overread.sync.store.object.Objects;
import org.overread.sync.store.project.Readings;

/// The versions of a workspace. They are added and never changed; a second head is a second opinion, and nobody picks one.
public final class Versions {
    private final Database database;
    private final Session session;

    public Versions(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Commits a version with the objects that are new in it; durable when the call returns.
    public CommitOutcome commit(Statement statement, Collection<StoredObject> objects)
            throws StoreException {
        if (!(statement.content() instanceof Version content)) {
            throw new IllegalArgumentException("a statement of " + statement.kind());
        }
        for (Layer layer : content.layers()) {
            if (!layer.segments().stream().allMatch(SegmentEntry::isConfidenceOrdinal)) {
                throw new StoreException(
                        StoreFault.REFUSED, "a confidence is neither 1 to 5 nor not assessable");
            }
        }
        var coming = new HashMap<Digest, StoredObject>();
        objects.forEach(object -> coming.put(object.digest(), object));
        return database.write(sql -> commit(sql, statement, content, coming));
    }

    private CommitOutcome commit(
            Sql sql, Statement statement, Version content, Map<Digest, StoredObject> coming)
            throws StoreException {
        Bytes bytes = statement.bytes(); // spelled once: a body's segments are long
        Digest id = bytes.digest();
        Optional<StoredVersion> known = VersionRows.find(sql, id);
        if (known.isPresent()) {
            return new CommitOutcome.AlreadyThere(known.get());
        }
        long reading = Readings.idOf(sql, content.reading());
        if (sql.number("SELECT count(*) FROM withdrawal WHERE reading=?", reading) > 0) {
            return new CommitOutcome.Withdrawn();
        }
        for (Digest parent : content.parents()) {
            if (VersionRows.find(sql, parent).isEmpty()) {
                return new CommitOutcome.ParentMissing(parent);
            }
        }
        Optional<Digest> missing = missing(sql, content, coming);
        if (missing.isPresent()) {
            return new CommitOutcome.ObjectMissing(missing.get());
        }
        Objects.put(sql, coming.values());
        Objects.put(sql, ObjectKind.STATEMENT, bytes);
        VersionRows.insert(sql, session, reading, id, statement, content);
        AuditTrail.add(
                sql,
                session,
                session.now(),
                "version committed",
                content.reading(),
                String.join(" ", content.parents().stream().map(Digest::toString).toList()),
                id.toString());
        return new CommitOutcome.Committed(VersionRows.find(sql, id).orElseThrow());
    }

    /// Tables of the parents were whole when those were committed.
    private static Optional<Digest> missing(
            Sql sql, Version content, Map<Digest, StoredObject> coming) throws StoreException {
        var before = new Reached();
        for (Digest parent : content.parents()) {
            Optional<Version> version = VersionRows.content(sql, parent);
            if (version.isPresent()) {
                before.follow(sql, version.get(), Map.of(), _ -> true);
            }
        }
        var reached = new Reached();
        reached.follow(sql, content, coming, before::contains);
        if (!reached.missing().isEmpty()) {
            return reached.missing().stream().findFirst();
        }
        for (Digest block : reached.blocks()) {
            if (!coming.containsKey(block) && !Objects.contains(sql, block)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    public Optional<StoredVersion> find(Digest id) throws StoreException {
        return database.read(sql -> VersionRows.find(sql, id));
    }

    /// A reading's versions, the first one first.
    public List<StoredVersion> of(String reading) throws StoreException {
        return database.read(sql -> VersionRows.of(sql, Readings.idOf(sql, reading)));
    }

    /// The versions that nothing continues; more than one where a reading has branches.
    public List<StoredVersion> heads(String reading) throws StoreException {
        return of(reading).stream()
                .filter(version -> version.place() == StoredVersion.Place.HEAD)
                .toList();
    }

    public Optional<Statement> statement(Digest id) throws StoreException {
        return database.read(sql -> VersionRows.statement(sql, id));
    }

    /// Gives a version a name; earlier names stay in the trail.
    public void name(Digest id, String name) throws StoreException {
        database.write(
                sql -> {
                    StoredVersion version = require(sql, id);
                    Moment now = session.now();
                    sql.insert(
                            "version_name",
                            Cells.of()
                                    .with("id", sql.nextId("version_name"))
                                    .with(
                                            "version",
                                            sql.number("SELECT id FROM version WHERE digest=?", id))
                                    .with("name", name)
                                    .with("utc", now.utc().toString())
                                    .with("person", session.actor().person()));
                    AuditTrail.add(
                            sql,
                            session,
                            now,
                            "version named",
                            id.toString(),
                            version.name().orElse(""),
                            name);
                    return version;
                });
    }

    /// What a version would say that brings an earlier one back: its labels, as the continuation of all that came since.
    public Version restored(Digest id) throws StoreException {
        return database.read(
                sql -> {
                    StoredVersion version = require(sql, id);
                    List<Digest> heads =
                            VersionRows.of(sql, Readings.idOf(sql, version.reading())).stream()
                                    .filter(v -> v.place() == StoredVersion.Place.HEAD)
                                    .map(StoredVersion::id)
                                    .limit(Version.MOST_PARENTS)
                                    .toList();
                    return withParents(sql, id, heads);
                });
    }

    /// What a version would say that continues an earlier one beside what came since.
    public Version branched(Digest id) throws StoreException {
        return database.read(
                sql -> {
                    require(sql, id);
                    return withParents(sql, id, List.of(id));
                });
    }

    private static Version withParents(Sql sql, Digest id, List<Digest> parents)
            throws StoreException {
        Version old =
                VersionRows.content(sql, id)
                        .orElseThrow(() -> new StoreException(StoreFault.DAMAGED, "statement"));
        return new Version(
                old.reading(),
                old.task(),
                old.image(),
                old.layers(),
                parents,
                old.guideline(),
                old.ontology(),
                0);
    }

    static StoredVersion require(Sql sql, Digest id) throws StoreException {
        return VersionRows.find(sql, id)
                .orElseThrow(() -> new StoreException(StoreFault.REFUSED, "no such version"));
    }
}
