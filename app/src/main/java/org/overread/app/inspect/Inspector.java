// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.overread.app.inspect.Inspection.Geometry;
import org.overread.app.inspect.Inspection.InspectedVolume;
import org.overread.app.inspect.Inspection.Skipped;
import org.overread.app.inspect.Inspection.Values;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.SkippedEntry;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads all that files and folders hold, the volumes of one file in memory at a time. One inspection each.
public final class Inspector {
    private final ExecutorService compute;
    private final Progress.Listener listener;
    private final CancelToken cancel;
    private final List<InspectedVolume> volumes = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Path> readWhole = new HashSet<>();

    /// `listener` counts files while folders are searched, then what each volume counts; called on several threads.
    public Inspector(ExecutorService compute, Progress.Listener listener, CancelToken cancel) {
        this.compute = compute;
        this.listener = listener;
        this.cancel = cancel;
    }

    /// Blocks until every voxel is read. A volume whose voxels cannot be read is listed as skipped, by its first file.
    public Inspection inspect(List<Path> paths) throws InterruptedException {
        FoundVolumes found = VolumeFinder.find(paths, compute, listener, cancel);
        found.skipped().stream().map(Inspector::skipped).forEach(skipped::add);
        for (int n = 0; n < found.volumes().size(); n++) {
            switch (found.volumes().get(n)) {
                case DicomVolume volume -> readAlone(volume);
                case FileVolume volume -> readWithItsFile(volume, found.volumes());
            }
        }
        return new Inspection(volumes, skipped);
    }

    /// All volumes of a file in one pass, or one by one where memory does not hold them together.
    private void readWithItsFile(FileVolume volume, List<OpenableVolume> found)
            throws InterruptedException {
        ImageFile image = volume.image();
        if (image.titles().size() == 1) {
            readAlone(volume);
            return;
        }
        if (volume.index() == 0) {
            switch (ImageFiles.read(image.file(), listener, cancel)) {
                case ReadOutcome.Read(List<Volume> all, _, _) -> {
                    readWhole.add(image.file());
                    int first = found.indexOf(volume);
                    for (int n = 0; n < all.size(); n++) {
                        volumes.add(figures(found.get(first + n), all.get(n)));
                    }
                }
                case ReadOutcome.Refused(ReadRefusal.TooLarge _) -> {}
                case ReadOutcome.Refused(ReadRefusal reason) -> {
                    readWhole.add(image.file());
                    skip(DicomFile.of(image.file()), reason.describe());
                }
            }
        }
        if (!readWhole.contains(image.file())) {
            readAlone(volume);
        }
    }

    private void readAlone(OpenableVolume volume) throws InterruptedException {
        var progress =
                new LoadListener() {
                    @Override
                    public void progress(Progress progress) {
                        listener.progress(progress);
                    }
                };
        try {
            volumes.add(figures(volume, volume.open(compute, progress, cancel)));
        } catch (IOException e) {
            String message = e.getMessage();
            skip(volume.files().getFirst(), message == null ? "It could not be read." : message);
        }
    }

    private void skip(DicomFile file, String reason) {
        skipped.add(new Skipped(path(file), reason));
    }

    private static InspectedVolume figures(OpenableVolume source, Volume volume) {
        var geometry = source.geometry();
        ValueSummary summary = ValueSummary.of(volume.unit(), volume.voxels());
        return new InspectedVolume(
                uid(source),
                source.id(),
                source.modality(),
                source.title(),
                source.format(),
                source.files().size(),
                VolumeFigures.size(geometry),
                VolumeFigures.spacing(geometry),
                VolumeFigures.direction(geometry),
                VolumeFigures.origin(geometry),
                new Geometry(
                        source.verdict().kind().name().toLowerCase(Locale.ROOT),
                        source.verdict().worstCornerErrorMm(),
                        VolumeFigures.unevenPositions(geometry)),
                new Values(
                        summary.unit(),
                        summary.type(),
                        summary.min(),
                        summary.max(),
                        summary.mean()),
                ValueDigest.of(volume.voxels(), summary),
                Optional.of(source.remarks()).filter(remarks -> !remarks.isEmpty()));
    }

    /// That of its series in DICOM, else its id.
    public static String uid(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom -> dicom.series().uid();
            case FileVolume file -> file.id();
        };
    }

    /// As an inspection lists it.
    public static Skipped skipped(SkippedEntry entry) {
        return new Skipped(path(entry.file()), entry.reason());
    }

    private static String path(DicomFile file) {
        return file.isArchived() ? file.path() + "!" + file.member() : file.path().toString();
    }
}
