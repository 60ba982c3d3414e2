// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.Threads;
import org.overread.app.cli.store.WorkspaceOption;
import org.overread.app.cli.volumes.VolumeInput;
import org.overread.app.sample.SampleStudyFiles;
import org.overread.app.store.SampleReadings;
import org.overread.app.store.Sighting;
import org.overread.sync.store.Workspace;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description =
                "Makes two readings of the sample study's first series, which 'sample' wrote.")
final class LabelSampleCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "DIR", description = "The folder of the sample study.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        SampleSeries series = SampleStudy.series().getFirst();
        Path images =
                SampleStudyFiles.images(folder)
                        .resolve(series.date() + " " + series.title().replace(",", ""));
        try (Workspace open = workspace.toWrite();
                var compute = Threads.forComputing()) {
            var input = new VolumeInput(images, Optional.empty(), spec.commandLine().getErr());
            OpenableVolume source = input.find(compute);
            Volume volume = input.read(source, compute);
            List<VersionChoice.Line> lines =
                    new SampleReadings(open, compute)
                                    .make(
                                            series,
                                            volume.geometry(),
                                            Sighting.of(source, volume, images))
                                    .stream()
                                    .map(VersionChoice.Line::of)
                                    .toList();
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.of(lines));
            } else {
                lines.forEach(line -> out.println(line.text()));
            }
            return 0;
        } catch (IOException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()), e);
        }
    }
}
