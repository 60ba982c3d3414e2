// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Cells;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.Objects;

/// Versions as rows, within a transaction of the caller.
public final class VersionRows {
    private static final String ALL =
            """
            SELECT version.*, reading.key AS reading_key,
                (SELECT name FROM version_name WHERE version_name.version = version.id
                    ORDER BY version_name.id DESC LIMIT 1) AS name,
                (SELECT count(*) FROM head WHERE head.version = version.id) AS is_head
            FROM version JOIN reading ON reading.id = version.reading
            """;

    private VersionRows() {}

    static void insert(
            Sql sql, Session session, long reading, Digest id, Statement statement, Version content)
            throws StoreException {
        long number = 1 + sql.number("SELECT max(number) FROM version WHERE reading=?", reading);
        var row = new Place(sql.nextId("version"), reading, number);
        insertBare(sql, session, row, id, statement, content);
        for (int place = 0; place < content.parents().size(); place++) {
            insertParent(sql, row.version(), place, content.parents().get(place));
        }
        addHead(sql, reading, row.version(), content.parents());
    }

    static void insertParent(Sql sql, long version, int place, Digest parent)
            throws StoreException {
        sql.insert(
                "version_parent",
                Cells.of()
                        .with("id", sql.nextId("version_parent"))
                        .with("version", version)
                        .with("place", place)
                        .with("parent", parent));
    }

    /// Where a version's row goes.
    ///
    /// @param number within its reading
    record Place(long version, long reading, long number) {}

    /// The row alone.
    static void insertBare(
            Sql sql, Session session, Place row, Digest id, Statement statement, Version content)
            throws StoreException {
        var heading = statement.heading();
        sql.insert(
                "version",
                Session.stamped(
                                new Moment(
                                        heading.time().local().toInstant(),
                                        heading.time().local().getOffset()))
                        .with("id", row.version())
                        .with("digest", id)
                        .with("reading", row.reading())
                        .with("number", row.number())
                        .with("reader", session.actor().person())
                        .with("workstation", session.actor().workstation())
                        .with(
                                "software",
                                heading.software().name() + " " + heading.software().version())
                        .with("guideline", Optional.of(content.guideline().digest()))
                        .with("active_ms", content.activeSeconds() * 1000)
                        .with("reason", heading.reason().orElse("")));
    }

    static void addHead(Sql sql, long reading, long version, List<Digest> parents)
            throws StoreException {
        for (Digest parent : parents) {
            sql.change(
                    "DELETE FROM head WHERE reading=? AND version=(SELECT id FROM version WHERE digest=?)",
                    reading,
                    parent);
        }
        sql.insert(
                "head",
                Cells.of()
                        .with("id", sql.nextId("head"))
                        .with("reading", reading)
                        .with("version", version));
    }

    static Optional<StoredVersion> find(Sql sql, Digest id) throws StoreException {
        Optional<StoredVersion> bare =
                sql.first(ALL + "WHERE version.digest=?", VersionRows::read, id);
        return bare.isPresent() ? Optional.of(withParents(sql, bare.get())) : Optional.empty();
    }

    static List<StoredVersion> of(Sql sql, long reading) throws StoreException {
        List<StoredVersion> bare =
                sql.list(
                        ALL + "WHERE version.reading=? ORDER BY version.number",
                        VersionRows::read,
                        reading);
        var whole = new ArrayList<StoredVersion>();
        for (StoredVersion version : bare) {
            whole.add(withParents(sql, version));
        }
        return List.copyOf(whole);
    }

    private static StoredVersion withParents(Sql sql, StoredVersion v) throws StoreException {
        List<Digest> parents =
                sql.list(
                        """
                        SELECT parent FROM version_parent
                        WHERE version=(SELECT id FROM version WHERE digest=?) ORDER BY place
                        """,
                        row -> row.digest("parent"),
                        v.id());
        return new StoredVersion(
                v.id(),
                v.reading(),
                v.number(),
                v.reader(),
                v.moment(),
                v.workstation(),
                v.software(),
                v.guideline(),
                v.active(),
                v.reason(),
                parents,
                v.name(),
                v.place());
    }

    /// Digests of the versions of all readings, or of one, in the order of their commits.
    public static List<Digest> ids(Sql sql, Optional<Long> reading) throws StoreException {
        return reading.isPresent()
                ? sql.list(
                        "SELECT digest FROM version WHERE reading=? ORDER BY id",
                        row -> row.digest("digest"),
                        reading.get())
                : sql.list("SELECT digest FROM version ORDER BY id", row -> row.digest("digest"));
    }

    /// A version's statement.
    public static Optional<Statement> statement(Sql sql, Digest id) throws StoreException {
        Optional<Bytes> bytes = Objects.bytes(sql, id);
        try {
            return bytes.isPresent() ? Optional.of(Statement.read(bytes.get())) : Optional.empty();
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, "statement " + id);
        }
    }

    /// What a version says.
    public static Optional<Version> content(Sql sql, Digest id) throws StoreException {
        return statement(sql, id)
                .map(Statement::content)
                .filter(Version.class::isInstance)
                .map(Version.class::cast);
    }

    private static StoredVersion read(Row row) throws StoreException {
        return new StoredVersion(
                row.digest("digest"),
                row.text("reading_key"),
                row.small("number"),
                row.text("reader"),
                Moment.of(row.text("utc"), row.text("utc_offset")),
                row.text("workstation"),
                row.text("software"),
                row.optionalDigest("guideline"),
                Duration.ofMillis(row.number("active_ms")),
                row.text("reason"),
                List.of(),
                row.optionalText("name"),
                row.number("is_head") > 0 ? StoredVersion.Place.HEAD : StoredVersion.Place.EARLIER);
    }
}
