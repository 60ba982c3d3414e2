// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.audit.AuditTrail;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.db.Database;
import org.overread.sync.store.db.Row;
import org.overread.sync.store.db.Sql;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.db.StoreFault;

/// The tasks of a workspace and every state they were in.
public final class Tasks {
    private static final String ALL =
            """
            SELECT task.*, project.key AS project_key, volume.digest AS volume_digest,
                (SELECT state FROM task_state WHERE task_state.task = task.id ORDER BY task_state.id DESC LIMIT 1) AS state,
                coalesce((SELECT reader FROM assignment WHERE assignment.task = task.id ORDER BY assignment.id DESC LIMIT 1),
                    task.reader) AS now_reader,
                coalesce((SELECT priority FROM assignment WHERE assignment.task = task.id ORDER BY assignment.id DESC LIMIT 1),
                    task.priority) AS now_priority
            FROM task JOIN project ON project.id = task.project JOIN volume ON volume.id = task.volume
            """;

    private final Database database;
    private final Session session;

    public Tasks(Database database, Session session) {
        this.database = database;
        this.session = session;
    }

    /// Adds a task in its state; where its key is known already, nothing changes.
    public void add(ReadTask task) throws StoreException {
        database.write(
                sql -> {
                    if (find(sql, task.key()).isPresent()) {
                        return 0;
                    }
                    Moment now = session.now();
                    sql.insert(
                            "task",
                            session.signed(now)
                                    .with("id", sql.nextId("task"))
                                    .with("key", task.key())
                                    .with("project", Projects.idOf(sql, task.project()))
                                    .with("volume", Volumes.idOf(sql, task.volume()))
                                    .with("reader", task.reader())
                                    .with("role", task.role())
                                    .with("guideline", task.guideline())
                                    .with("priority", task.priority())
                                    .with("blind", task.blindness().name()));
                    enter(sql, task.key(), Optional.empty(), task.state(), now);
                    return 1;
                });
    }

    /// Enters a state; entering the state that a task is in changes nothing.
    public void enter(String key, TaskState state) throws StoreException {
        database.write(
                sql -> {
                    TaskState before =
                            find(sql, key)
                                    .orElseThrow(
                                            () ->
                                                    new StoreException(
                                                            StoreFault.REFUSED, "no such task"))
                                    .state();
                    if (before != state) {
                        enter(sql, key, Optional.of(before), state, session.now());
                    }
                    return state;
                });
    }

    private void enter(Sql sql, String key, Optional<TaskState> before, TaskState state, Moment now)
            throws StoreException {
        sql.insert(
                "task_state",
                session.signed(now)
                        .with("id", sql.nextId("task_state"))
                        .with("task", idOf(sql, key))
                        .with("state", state.name()));
        AuditTrail.add(
                sql,
                session,
                now,
                "task state",
                key,
                before.map(TaskState::name).orElse(""),
                state.name());
    }

    /// Hands a task to a reader, with a priority; what it was before stays known. The reading that its earlier reader began
    /// stays theirs: the task goes over only while there is none.
    public Assigned assign(String key, String reader, int priority) throws StoreException {
        return database.write(
                sql -> {
                    ReadTask before =
                            find(sql, key)
                                    .orElseThrow(
                                            () ->
                                                    new StoreException(
                                                            StoreFault.REFUSED, "no such task"));
                    boolean other = !before.reader().equals(reader);
                    if (other
                            && sql.number(
                                            "SELECT count(*) FROM reading WHERE task=?",
                                            idOf(sql, key))
                                    > 0) {
                        return new Assigned.Begun(before.reader());
                    }
                    if (other || before.priority() != priority) {
                        assign(sql, before, reader, priority);
                    }
                    return new Assigned.Done(find(sql, key).orElseThrow());
                });
    }

    /// What came of handing a task over.
    public sealed interface Assigned {
        record Done(ReadTask task) implements Assigned {}

        /// Somebody else has begun to read it; nothing was changed.
        record Begun(String reader) implements Assigned {}
    }

    private void assign(Sql sql, ReadTask before, String reader, int priority)
            throws StoreException {
        Moment now = session.now();
        sql.insert(
                "assignment",
                session.signed(now)
                        .with("id", sql.nextId("assignment"))
                        .with("task", idOf(sql, before.key()))
                        .with("reader", reader)
                        .with("priority", priority));
        AuditTrail.add(
                sql,
                session,
                now,
                "task assigned",
                before.key(),
                "%s, priority %d".formatted(before.reader(), before.priority()),
                "%s, priority %d".formatted(reader, priority));
    }

    /// Everybody's tasks, the most urgent first.
    public List<ReadTask> list() throws StoreException {
        return database.read(
                sql -> sql.list(ALL + "ORDER BY now_priority DESC, task.id", Tasks::read));
    }

    public Optional<ReadTask> find(String key) throws StoreException {
        return database.read(sql -> find(sql, key));
    }

    /// A reader's tasks, the most urgent first.
    public List<ReadTask> of(String reader) throws StoreException {
        return database.read(
                sql ->
                        sql.list(
                                ALL + "WHERE now_reader=? ORDER BY now_priority DESC, task.id",
                                Tasks::read,
                                reader));
    }

    /// How many tasks of a project are in each state; a state that none is in is absent.
    public Map<TaskState, Integer> progress(String project) throws StoreException {
        var counts = new EnumMap<TaskState, Integer>(TaskState.class);
        database.read(
                sql -> {
                    sql.forEach(
                            ALL + "WHERE project.key=?",
                            row -> counts.merge(read(row).state(), 1, Integer::sum),
                            project);
                    return counts;
                });
        return counts;
    }

    private static Optional<ReadTask> find(Sql sql, String key) throws StoreException {
        return sql.first(ALL + "WHERE task.key=?", Tasks::read, key);
    }

    static long idOf(Sql sql, String key) throws StoreException {
        return sql.first("SELECT id FROM task WHERE key=?", row -> row.number("id"), key)
                .orElseThrow(() -> new StoreException(StoreFault.REFUSED, "no such task"));
    }

    private static ReadTask read(Row row) throws StoreException {
        return new ReadTask(
                row.text("key"),
                row.text("project_key"),
                row.digest("volume_digest"),
                row.text("now_reader"),
                row.text("role"),
                row.optionalDigest("guideline"),
                row.small("now_priority"),
                ReadTask.Blindness.valueOf(row.text("blind")),
                TaskState.valueOf(row.text("state")));
    }

    /// Where a reader of a volume has no task yet.
    public static ReadTask selfAssigned(String key, String project, Digest volume, String reader) {
        return new ReadTask(
                key,
                project,
                volume,
                reader,
                "READER",
                Optional.empty(),
                0,
                ReadTask.Blindness.OPEN,
                TaskState.IN_PROGRESS);
    }
}
