// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.TaskState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists tasks, the most urgent first, and how far projects are.")
final class TaskListCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--of", paramLabel = "NAME", description = "Only the tasks of this reader.")
    private Optional<String> of = Optional.empty();

    @Option(names = "--project", paramLabel = "KEY", description = "Only those of this project.")
    private Optional<String> project = Optional.empty();

    @Option(names = "--state", description = "Only those in one of these states.")
    private List<TaskState> states = List.of();

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only those whose series, reader or key hold this.")
    private String search = "";

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    private record Report(
            List<TaskCommand.Line> tasks, Map<String, Map<String, Integer>> progress) {}

    @Override
    public Integer call() throws CommandRefused {
        try (Workspace open = workspace.toRead()) {
            var lines = new ArrayList<TaskCommand.Line>();
            var progress = new LinkedHashMap<String, Map<String, Integer>>();
            for (ReadTask task : open.tasks().list()) {
                TaskCommand.Line line = TaskCommand.Line.of(open, task);
                if (fits(task, line)) {
                    lines.add(line);
                }
                if (project.filter(key -> !key.equals(task.project())).isEmpty()
                        && !progress.containsKey(task.project())) {
                    progress.put(task.project(), progress(open, task.project()));
                }
            }
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.of(new Report(lines, progress)));
            } else {
                lines.forEach(line -> out.println(line.text()));
                progress.forEach((key, states) -> out.println(key + ": " + words(states)));
            }
            return 0;
        } catch (StoreException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean fits(ReadTask task, TaskCommand.Line line) {
        String words = line.series() + "\n" + task.key() + "\n" + task.reader();
        return of.filter(name -> !name.equals(task.reader())).isEmpty()
                && project.filter(key -> !key.equals(task.project())).isEmpty()
                && (states.isEmpty() || states.contains(task.state()))
                && words.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Integer> progress(Workspace open, String project)
            throws StoreException {
        var counts = new TreeMap<String, Integer>();
        open.tasks()
                .progress(project)
                .forEach(
                        (state, count) ->
                                counts.put(
                                        state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        count));
        return counts;
    }

    private static String words(Map<String, Integer> states) {
        return String.join(
                ", ",
                states.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
    }
}
