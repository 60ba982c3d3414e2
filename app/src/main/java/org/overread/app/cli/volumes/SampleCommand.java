// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.sample.FolderInUseException;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description = "Writes the sample study, which shows no patient, as DICOM files.")
public final class SampleCommand implements Callable<Integer> {
    private final SampleWriter writer;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A new or empty folder, or an earlier sample.")
    private Path folder = Path.of("");

    public SampleCommand(SampleWriter writer) {
        this.writer = writer;
    }

    @Override
    public Integer call() throws CommandRefused {
        try (var line = new ProgressLine(spec.commandLine().getErr(), "sample");
                var compute =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Path> series = writer.write(folder, compute, line, new CancelToken());
            series.forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (FolderInUseException e) {
            throw new CommandRefused(
                    "The folder "
                            + folder
                            + " holds other things; name a new folder or an empty one.",
                    e);
        } catch (IOException e) {
            String why = e.getMessage();
            throw new CommandRefused(
                    why == null ? "The sample could not be written to " + folder + "." : why, e);
        }
    }
}
