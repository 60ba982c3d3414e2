// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.cli.line.Threads;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = "Writes a volume as NIfTI, NRRD or MetaImage, on the grid it was acquired.")
public final class ConvertCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".nii", ".nii.gz", ".nrrd", ".mha");

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PATH", description = "A file or a folder of images.")
    private Path from = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "The new file; .nii, .nii.gz, .nrrd or .mha says the format.")
    private Path out = Path.of("");

    @Option(
            names = "--volume",
            paramLabel = "UID",
            description = "Which volume where PATH holds several: its id or its series' UID.")
    private Optional<String> wanted = Optional.empty();

    @Option(names = "--force", description = "Replaces OUT where it exists.")
    private boolean force;

    @Override
    public Integer call() throws CommandRefused, InterruptedException {
        requireOut();
        try (var compute = Threads.forComputing()) {
            var input = new VolumeInput(from, wanted, spec.commandLine().getErr());
            OpenableVolume source = input.find(compute);
            requireEvenSlices(source);
            write(input.read(source, compute), compute);
            source.remarks().forEach(spec.commandLine().getErr()::println);
        }
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private void requireOut() throws CommandRefused {
        Path last = out.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(e -> name.endsWith(e) && name.length() > e.length())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "OUT is a file that ends in %s.".formatted(String.join(", ", ENDINGS)));
        }
        Places.requireFolderFor(out);
        if (Files.exists(out) && !force) {
            throw new CommandRefused(out + " exists and was not changed; --force replaces it.");
        }
    }

    /// Before voxels are read for nothing; none of the formats can say it.
    private void requireEvenSlices(OpenableVolume source) throws CommandRefused {
        switch (source.geometry().slices()) {
            case SliceStack.Even _ -> {}
            case SliceStack.Table _ ->
                    throw new CommandRefused(
                            "%s was not written: the distances of its slices differ, and none of the formats can say that."
                                    .formatted(out));
        }
    }

    private void write(Volume volume, ExecutorService compute) throws CommandRefused {
        try (var line = new ProgressLine(spec.commandLine().getErr(), "write")) {
            switch (ImageFiles.write(
                    volume, out, WriteOptions.USUAL, compute, line, new CancelToken())) {
                case WriteOutcome.Written _ -> {}
                case WriteOutcome.Refused(WriteRefusal reason) ->
                        throw new CommandRefused(reason.describe());
            }
        }
    }
}
