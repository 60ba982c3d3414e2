// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.app.inspect.Inspection;
import org.overread.app.inspect.Inspector;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        description = "Says what files and folders hold: volumes, and why other files are none.")
public final class InspectCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--json",
            description =
                    "Writes JSON. sha256 is of the values, little endian, x fastest, then y, then"
                            + " z: int16 where all are whole numbers that fit, else float32; of"
                            + " colours (rgb8) red, green and blue, a byte each.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        Places.requireReadable(paths);
        var out = spec.commandLine().getOut();
        Inspection found = inspect();
        if (json) {
            out.println(Json.of(found));
        }
        if (found.volumes().isEmpty()) {
            throw new CommandRefused(InspectText.nothingFound(paths, found.skipped()));
        }
        if (!json) {
            out.print(InspectText.table(found));
        }
        out.flush();
        return 0;
    }

    private Inspection inspect() throws InterruptedException {
        try (var line = new ProgressLine(spec.commandLine().getErr(), "inspect");
                var compute = Threads.forComputing()) {
            return new Inspector(compute, line, new CancelToken()).inspect(paths);
        }
    }
}
