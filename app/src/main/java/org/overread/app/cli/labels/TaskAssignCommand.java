// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Tasks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "assign",
        description = "Gives a task another priority, or another reader while nobody has begun it.")
final class TaskAssignCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "TASK", description = "Its key, as 'task list' shows it.")
    private String key = "";

    @Option(names = "--to", paramLabel = "NAME", description = "Who reads it.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--priority", paramLabel = "N", description = "Higher is sooner; 0 is usual.")
    private Optional<Integer> priority = Optional.empty();

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused {
        if (to.isEmpty() && priority.isEmpty()) {
            throw new CommandRefused("Name a reader with --to, or a --priority, or both.");
        }
        try (Workspace open = workspace.toWrite()) {
            Optional<ReadTask> task = open.tasks().find(key);
            if (task.isEmpty()) {
                throw new CommandRefused("There is no task '%s'.".formatted(key));
            }
            var outcome =
                    open.tasks()
                            .assign(
                                    key,
                                    to.orElse(task.get().reader()),
                                    priority.orElse(task.get().priority()));
            return switch (outcome) {
                case Tasks.Assigned.Done(ReadTask now) -> {
                    var line = TaskCommand.Line.of(open, now);
                    spec.commandLine().getOut().println(json ? Json.of(line) : line.text());
                    yield 0;
                }
                case Tasks.Assigned.Begun(String reader) ->
                        throw new CommandRefused(
                                "%s has begun to read it; nothing was changed. 'task add' gives it to somebody else as well."
                                        .formatted(reader));
            };
        } catch (StoreException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
