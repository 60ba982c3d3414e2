// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.overread.app.inspect.Inspector;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.WriteOptions;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = "Writes a volume as NIfTI, NRRD or MetaImage, on the grid it was acquired.")
final class ConvertCommand implements Callable<Integer> {
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
        Places.requireReadable(List.of(from));
        requireOut();
        try (var compute = Threads.forComputing()) {
            OpenableVolume source = choose(find(compute));
            requireEvenSlices(source);
            write(read(source, compute), compute);
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
        if (Files.isDirectory(out)) {
            throw new CommandRefused(out + " is a folder; name a file.");
        }
        if (Files.exists(out) && !force) {
            throw new CommandRefused(out + " exists and was not changed; --force replaces it.");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandRefused("There is no folder " + folder + " to write into.");
        }
    }

    private FoundVolumes find(ExecutorService compute) throws InterruptedException {
        try (var line = progress("search")) {
            return VolumeFinder.find(List.of(from), compute, line, new CancelToken());
        }
    }

    private OpenableVolume choose(FoundVolumes found) throws CommandRefused {
        List<OpenableVolume> all = found.volumes();
        if (all.isEmpty()) {
            throw new CommandRefused(
                    InspectText.nothingFound(
                            List.of(from),
                            found.skipped().stream().map(Inspector::skipped).toList()));
        }
        List<OpenableVolume> fitting =
                wanted.map(name -> all.stream().filter(v -> isNamed(v, name)).toList()).orElse(all);
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String why =
                wanted.isEmpty()
                        ? "%s holds %d volumes; choose one with --volume:"
                                .formatted(from, all.size())
                        : fitting.isEmpty()
                                ? "No volume in %s is named %s; there are:"
                                        .formatted(from, wanted.get())
                                : "%d volumes are named %s; choose one by its id:"
                                        .formatted(fitting.size(), wanted.get());
        throw new CommandRefused(why + "\n" + listed(fitting.isEmpty() ? all : fitting));
    }

    private static boolean isNamed(OpenableVolume volume, String name) {
        return volume.id().equals(name) || Inspector.uid(volume).equals(name);
    }

    private static String listed(List<OpenableVolume> volumes) {
        return volumes.stream()
                .map(
                        v ->
                                "  %s  %s%s, %d x %d x %d"
                                        .formatted(
                                                v.id(),
                                                v.modality().isEmpty() ? "" : v.modality() + " ",
                                                v.title(),
                                                v.geometry().size().i(),
                                                v.geometry().size().j(),
                                                v.geometry().size().k()))
                .collect(Collectors.joining("\n"));
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

    private Volume read(OpenableVolume source, ExecutorService compute)
            throws CommandRefused, InterruptedException {
        try (var line = progress("read")) {
            var slices =
                    new LoadListener() {
                        @Override
                        public void progress(Progress progress) {
                            line.progress(progress);
                        }
                    };
            return source.open(compute, slices, new CancelToken());
        } catch (IOException e) {
            String message = e.getMessage();
            throw new CommandRefused(
                    message == null ? from + " could not be read." : from + ": " + message, e);
        }
    }

    private void write(Volume volume, ExecutorService compute) throws CommandRefused {
        try (var line = progress("write")) {
            switch (ImageFiles.write(
                    volume, out, WriteOptions.USUAL, compute, line, new CancelToken())) {
                case WriteOutcome.Written _ -> {}
                case WriteOutcome.Refused(WriteRefusal reason) ->
                        throw new CommandRefused(reason.describe());
            }
        }
    }

    private ProgressLine progress(String what) {
        return new ProgressLine(spec.commandLine().getErr(), what);
    }
}
