// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.volumes;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Places;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.inspect.Inspector;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The one volume that a command works on: found below a path, chosen where there are several, read.
public final class VolumeInput {
    private final Path from;
    private final Optional<String> wanted;
    private final PrintWriter err;

    /// `wanted` is the volume's id or its series' UID. Progress goes to `err`.
    public VolumeInput(Path from, Optional<String> wanted, PrintWriter err) {
        this.from = from;
        this.wanted = wanted;
        this.err = err;
    }

    /// The one volume, or a sentence that tells what there is instead. Blocks for a scan of headers.
    public OpenableVolume find(ExecutorService compute)
            throws CommandRefused, InterruptedException {
        Places.requireReadable(List.of(from));
        return chosen(search(compute));
    }

    private FoundVolumes search(ExecutorService compute) throws InterruptedException {
        try (var line = progress("search")) {
            return VolumeFinder.find(List.of(from), compute, line, new CancelToken());
        }
    }

    private OpenableVolume chosen(FoundVolumes found) throws CommandRefused {
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

    /// Reads the voxels; blocks.
    public Volume read(OpenableVolume source, ExecutorService compute)
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

    private ProgressLine progress(String what) {
        return new ProgressLine(err, what);
    }
}
