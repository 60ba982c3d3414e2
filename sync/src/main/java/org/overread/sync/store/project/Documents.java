// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;
import org.overread.sync.store.object.ObjectKind;
import org.overread.sync.store.object.Objects;

/// Ontologies and guidelines. A changed one is a new revision; what was is kept.
public final class Documents {
    private final Database database;
    private final Session session;

    public Documents(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Keeps a document; one whose newest revision has the same bytes is not kept twice. Pictures that a guideline shows
    /// come with it.
    public Digest add(String project, Document document, List<Bytes> pictures)
            throws StoreException {
        return database.write(
                sql -> {
                    for (Bytes picture : pictures) {
                        Objects.put(sql, ObjectKind.PICTURE, picture);
                    }
                    return add(sql, Projects.idOf(sql, project), document);
                });
    }

    private Digest add(Sql sql, long project, Document document) throws StoreException {
        Bytes body = document.bytes();
        Digest digest = body.digest();
        Optional<Digest> newest =
                sql.first(
                        "SELECT digest FROM document WHERE project=? AND kind=? AND key=? ORDER BY revision DESC LIMIT 1",
                        row -> row.digest("digest"),
                        project,
                        document.kind().word(),
                        document.key());
        if (newest.equals(Optional.of(digest))) {
            return digest;
        }
        long revision =
                1
                        + sql.number(
                                "SELECT max(revision) FROM document WHERE project=? AND kind=? AND key=?",
                                project,
                                document.kind().word(),
                                document.key());
        Moment now = session.now();
        sql.insert(
                "document",
                session.signed(now)
                        .with("id", sql.nextId("document"))
                        .with("project", project)
                        .with("kind", document.kind().word())
                        .with("key", document.key())
                        .with("revision", revision)
                        .with("digest", digest)
                        .with("body", body));
        AuditTrail.add(
                sql,
                session,
                now,
                document.kind().word() + " revised",
                document.key(),
                newest.map(Digest::toString).orElse(""),
                digest.toString());
        return digest;
    }

    /// All revisions, the first one first.
    public List<Revision<Ontology>> ontologies(String project, String key) throws StoreException {
        return revisions(project, DocumentKind.ONTOLOGY, key, Ontology::read);
    }

    public List<Revision<Guideline>> guidelines(String project, String key) throws StoreException {
        return revisions(project, DocumentKind.GUIDELINE, key, Guideline::read);
    }

    /// The newest revision of whichever ontology of a project was revised last.
    public Optional<Revision<Ontology>> newestOntology(String project) throws StoreException {
        return newest(project, DocumentKind.ONTOLOGY, Ontology::read);
    }

    public Optional<Revision<Guideline>> newestGuideline(String project) throws StoreException {
        return newest(project, DocumentKind.GUIDELINE, Guideline::read);
    }

    private <D extends Document> Optional<Revision<D>> newest(
            String project, DocumentKind kind, Reader<D> reader) throws StoreException {
        return database.read(
                sql ->
                        sql.first(
                                """
                                SELECT * FROM document WHERE kind=?
                                    AND project=(SELECT id FROM project WHERE key=?) ORDER BY id DESC LIMIT 1
                                """,
                                row -> revision(row, reader),
                                kind.word(),
                                project));
    }

    /// A picture that a guideline shows; empty where it is not here.
    public Optional<Bytes> picture(Digest digest) throws StoreException {
        return database.read(sql -> Objects.bytes(sql, digest));
    }

    private interface Reader<D extends Document> {
        D read(Bytes bytes) throws RefusedException;
    }

    private <D extends Document> List<Revision<D>> revisions(
            String project, DocumentKind kind, String key, Reader<D> reader) throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                "SELECT * FROM document WHERE project=? AND kind=? AND key=? ORDER BY revision",
                                row -> revision(row, reader),
                                Projects.idOf(sql, project),
                                kind.word(),
                                key));
    }

    private static <D extends Document> Revision<D> revision(Row row, Reader<D> reader)
            throws StoreException {
        Bytes body = row.bytes("body");
        if (!body.digest().equals(row.digest("digest"))) {
            throw new StoreException(StoreFault.DAMAGED, "document");
        }
        try {
            return new Revision<>(
                    reader.read(body),
                    row.small("revision"),
                    row.digest("digest"),
                    Moment.of(row.text("utc"), row.text("utc_offset")),
                    row.text("person"));
        } catch (RefusedException e) {
            throw new StoreException(StoreFault.DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    static RefusedException contradictory(IllegalArgumentException e) {
        return new RefusedException(
                StatementFault.FIELD_TEXT, Optional.ofNullable(e.getMessage()).orElse(""));
    }
}
