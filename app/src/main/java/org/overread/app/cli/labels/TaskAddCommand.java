// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.store.Sighting;
import org.overread.app.store.Terms;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.project.ReadTask;
import org.overread.sync.store.project.Revision;
import org.overread.sync.store.project.TaskState;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "add", description = "Makes a task: somebody is to read a volume.")
final class TaskAddCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "VOLUME", description = "The images that are to be read.")
    private Path volume = Path.of("");

    @Option(
            names = "--volume",
            paramLabel = "ID",
            description = "Which volume where VOLUME holds several.")
    private Optional<String> wanted = Optional.empty();

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "Who reads it.")
    private String to = "";

    @Option(names = "--project", paramLabel = "KEY", description = "local where none is named.")
    private String project = "local";

    @Option(names = "--priority", paramLabel = "N", description = "Higher is sooner; 0 is usual.")
    private int priority;

    @Option(
            names = "--blind",
            description = "Other readings of the volume stay hidden until this one is handed in.")
    private boolean blind;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        try (Workspace open = workspace.toWrite();
                var compute = Threads.forComputing()) {
            var input = new VolumeInput(volume, wanted, spec.commandLine().getErr());
            OpenableVolume source = input.find(compute);
            Volume read = input.read(source, compute);
            open.projects().open(project, project);
            Digest seen = open.volumes().saw(Sighting.of(source, read, volume));
            String key = seen.hex().substring(0, 16) + "-" + to;
            if (open.tasks().find(key).isPresent()) {
                throw new CommandRefused(
                        "%s has that task already: %s. 'task assign' changes its priority."
                                .formatted(to, key));
            }
            open.tasks()
                    .add(
                            new ReadTask(
                                    key,
                                    project,
                                    seen,
                                    to,
                                    "READER",
                                    Terms.of(open, project).guideline().map(Revision::digest),
                                    priority,
                                    blind ? ReadTask.Blindness.BLIND : ReadTask.Blindness.OPEN,
                                    TaskState.TO_DO));
            var line = TaskCommand.Line.of(open, open.tasks().find(key).orElseThrow());
            spec.commandLine().getOut().println(json ? Json.of(line) : line.text());
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
