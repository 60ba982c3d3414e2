// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.util.Locale;
import java.util.Optional;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.db.StoreException;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.SeenVolume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "task",
        description = "Lists who is to read what, and hands it out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TaskListCommand.class, TaskAddCommand.class, TaskAssignCommand.class})
public final class TaskCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of: list, add, assign.");
    }

    /// A task in one line.
    record Line(
            String task,
            String project,
            String series,
            String modality,
            String reader,
            String role,
            boolean blind,
            int priority,
            String state) {

        static Line of(Workspace open, ReadTask task) throws StoreException {
            Optional<SeenVolume> volume = open.volumes().find(task.volume());
            return new Line(
                    task.key(),
                    task.project(),
                    volume.map(SeenVolume::called).orElse(""),
                    volume.map(SeenVolume::modality).orElse(""),
                    task.reader(),
                    task.role().toLowerCase(Locale.ROOT),
                    task.blindness() == ReadTask.Blindness.BLIND,
                    task.priority(),
                    task.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }

        String text() {
            return "%s  priority %d  %s  %s, %s%s  %s  (%s)"
                    .formatted(
                            task,
                            priority,
                            state,
                            reader,
                            role,
                            blind ? ", blind" : "",
                            series,
                            project);
        }
    }
}
