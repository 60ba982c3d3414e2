// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.overread.app.inspect.Inspector;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The one volume that a command is pointed at.
final class VolumeChoice {
    private VolumeChoice() {}

    /// Finds and reads it; refused where there is none, or several and `wanted` (an id or a series' UID) names none of
    /// them.
    static Volume open(Path from, Optional<String> wanted, ExecutorService compute)
            throws CommandRefused, InterruptedException {
        Places.requireReadable(List.of(from));
        FoundVolumes found =
                VolumeFinder.find(
                        List.of(from), compute, Progress.Listener.NONE, new CancelToken());
        List<OpenableVolume> all = found.volumes();
        if (all.isEmpty()) {
            throw new CommandRefused(
                    InspectText.nothingFound(
                            List.of(from),
                            found.skipped().stream().map(Inspector::skipped).toList()));
        }
        List<OpenableVolume> fitting =
                wanted.map(name -> all.stream().filter(v -> isNamed(v, name)).toList()).orElse(all);
        if (fitting.size() != 1) {
            String ids =
                    all.stream()
                            .map(v -> v.id() + "  " + v.title())
                            .collect(Collectors.joining("\n  "));
            throw new CommandRefused(
                    "%s holds %d volumes; choose one with --volume:\n  %s"
                            .formatted(from, all.size(), ids));
        }
        try {
            return fitting.getFirst().open(compute, new LoadListener() {}, new CancelToken());
        } catch (IOException e) {
            String message = e.getMessage();
            throw new CommandRefused(
                    message == null ? from + " could not be read." : from + ": " + message, e);
        }
    }

    private static boolean isNamed(OpenableVolume volume, String name) {
        return volume.id().equals(name) || Inspector.uid(volume).equals(name);
    }
}
