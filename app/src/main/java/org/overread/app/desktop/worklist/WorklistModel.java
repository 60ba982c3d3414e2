// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.worklist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.overread.app.desktop.workspace.WorkspaceModel;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.audit.Moment;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.TaskState;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.store.version.StoredVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The person's tasks, as far as search and filters let them through. No nodes; FX thread.
public final class WorklistModel {
    private static final Logger LOG = LoggerFactory.getLogger(WorklistModel.class);
    private static final Comparator<WorklistRow> ORDER =
            Comparator.comparingInt((WorklistRow row) -> WorklistRow.rank(row.task().state()))
                    .thenComparingInt(row -> -row.task().priority())
                    .thenComparing(WorklistRow::title)
                    .thenComparing(row -> row.task().key());

    /// The list as it is.
    ///
    /// @param rows that the filters let through, in their order
    /// @param all how many there are in each state
    /// @param progress how many tasks of each project, of all its readers, are in each state
    /// @param open how many tasks the person still has to hand in, whatever the filters let through
    record Listed(
            List<WorklistRow> rows,
            Map<TaskState, Integer> all,
            Map<String, Map<TaskState, Integer>> progress,
            int open) {
        static final Listed NOTHING = new Listed(List.of(), Map.of(), Map.of(), 0);

        Listed {
            rows = List.copyOf(rows);
            all = Map.copyOf(all);
            progress = new LinkedHashMap<>(progress);
        }
    }

    private final WorkspaceModel workspace;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Set<TaskState>> states =
            new SimpleObjectProperty<>(Set.copyOf(EnumSet.allOf(TaskState.class)));
    private final ObjectProperty<Optional<String>> project =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty everyone = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Listed> listed =
            new ReadOnlyObjectWrapper<>(Listed.NOTHING);
    private List<WorklistRow> rows = List.of();
    private Map<String, Map<TaskState, Integer>> progress = Map.of();
    private long ticket;

    public WorklistModel(WorkspaceModel workspace) {
        this.workspace = workspace;
        search.subscribe(_ -> show());
        states.subscribe(_ -> show());
        project.subscribe(_ -> show());
        everyone.subscribe(_ -> show());
        workspace.state().subscribe(_ -> refresh());
    }

    WorkspaceModel workspace() {
        return workspace;
    }

    StringProperty search() {
        return search;
    }

    /// The states that are let through.
    ObjectProperty<Set<TaskState>> states() {
        return states;
    }

    /// The only project that is let through; empty: all.
    ObjectProperty<Optional<String>> project() {
        return project;
    }

    /// Whether other readers' tasks are let through, too.
    BooleanProperty everyone() {
        return everyone;
    }

    ReadOnlyObjectProperty<Listed> listed() {
        return listed.getReadOnlyProperty();
    }

    /// Looks again at what is stored.
    public void refresh() {
        long own = ++ticket;
        if (workspace.state().get().toRead().isEmpty()) {
            rows = List.of();
            progress = Map.of();
            show();
            return;
        }
        record Found(List<WorklistRow> rows, Map<String, Map<TaskState, Integer>> progress) {}
        workspace.ask(
                open -> {
                    List<WorklistRow> found = rows(open);
                    var counts = new LinkedHashMap<String, Map<TaskState, Integer>>();
                    for (WorklistRow row : found) {
                        String key = row.task().project();
                        if (!counts.containsKey(key)) {
                            counts.put(key, open.tasks().progress(key));
                        }
                    }
                    return new Found(found, counts);
                },
                found -> {
                    if (own == ticket) {
                        rows = found.rows();
                        progress = found.progress();
                        show();
                    }
                },
                cause -> LOG.warn("tasks are not listed: {}", cause.getMessage()));
    }

    private static List<WorklistRow> rows(Workspace open) throws IOException {
        List<Reading> readings = open.readings().list();
        var rows = new ArrayList<WorklistRow>();
        for (ReadTask task : open.tasks().list()) {
            Optional<SeenVolume> volume = open.volumes().find(task.volume());
            Optional<Reading> reading =
                    readings.stream().filter(one -> one.task().equals(task.key())).findFirst();
            List<StoredVersion> versions =
                    reading.isPresent() ? open.versions().of(reading.get().key()) : List.of();
            Optional<Moment> last =
                    versions.isEmpty()
                            ? reading.map(Reading::begun)
                            : Optional.of(versions.getLast().moment());
            volume.ifPresent(seen -> rows.add(new WorklistRow(task, seen, versions.size(), last)));
        }
        rows.sort(ORDER);
        return List.copyOf(rows);
    }

    private void show() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        var counts = new EnumMap<TaskState, Integer>(TaskState.class);
        var through = new ArrayList<WorklistRow>();
        String person = workspace.session().actor().person();
        int open = 0;
        for (WorklistRow row : rows) {
            boolean own = row.task().reader().equals(person);
            open += own && row.isOpen() ? 1 : 0;
            boolean ofProject =
                    project.get().filter(key -> !key.equals(row.task().project())).isEmpty();
            boolean fits = row.words().toLowerCase(Locale.ROOT).contains(wanted);
            if (ofProject && fits && (own || everyone.get())) {
                counts.merge(row.task().state(), 1, Integer::sum);
                if (states.get().contains(row.task().state())) {
                    through.add(row);
                }
            }
        }
        listed.set(new Listed(through, counts, progress, open));
    }

    /// Puts a volume on the list: a task for oneself. Where there is one, nothing changes.
    void add(ReadTask task, Runnable done, Consumer<Throwable> failed) {
        workspace.change(
                open -> {
                    open.projects().open(task.project(), task.project());
                    open.tasks().add(task);
                    return task;
                },
                _ -> {
                    refresh();
                    done.run();
                },
                failed);
    }

    /// Hands a task to a reader, with a priority.
    ///
    /// @param refused hears why it stays as it was
    void assign(WorklistRow row, String reader, int priority, Consumer<String> refused) {
        workspace.change(
                open -> open.tasks().assign(row.task().key(), reader, priority),
                outcome -> {
                    if (outcome instanceof Tasks.Assigned.Begun(String other)) {
                        refused.accept("%s has begun to read it.".formatted(other));
                    }
                    refresh();
                },
                cause -> refused.accept(Optional.ofNullable(cause.getMessage()).orElse("")));
    }
}
