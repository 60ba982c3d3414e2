// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.app.desktop.studies.FirstImage;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.SkippedFile;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.desktop.studies.StudySource;
import org.overread.viewer.opening.DicomVolume;
import org.overread.viewer.opening.FileVolume;
import org.overread.viewer.opening.FirstLook;
import org.overread.viewer.opening.FoundVolumes;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The volumes that are found, as rows under their studies; remembers which volume each row stands for.
///
/// A volume is a row of its own, so a series of several volumes has several rows and nothing is hidden behind one.
/// Files of formats that know no study stand under their folder.
public final class ScannedStudies implements StudySource {
    private final ExecutorService compute;
    private volatile Map<String, OpenableVolume> volumes = Map.of();

    public ScannedStudies(ExecutorService compute) {
        this.compute = compute;
    }

    @Override
    public StudyList read(
            List<Path> places,
            Consumer<FirstImage> first,
            CancelToken cancel,
            Progress.Listener progress)
            throws IOException {
        for (Path place : places) { // a scan would list what is gone as a skipped file
            place.getFileSystem().provider().checkAccess(place, AccessMode.READ);
        }
        FoundVolumes found;
        try {
            firstImage(places, cancel).ifPresent(first);
            found = VolumeFinder.find(places, compute, progress, cancel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(e);
        }
        Map<String, OpenableVolume> read =
                found.volumes().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        OpenableVolume::id, Function.identity(), (one, _) -> one));
        cancel.check();
        if (!read.isEmpty()) { // where there is nothing, the rows of the scan before stay
            volumes = read;
        }
        Map<String, List<OpenableVolume>> studies =
                found.volumes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ScannedStudies::studyId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return new StudyList(
                studies.entrySet().stream()
                        .map(study -> row(study.getKey(), study.getValue()))
                        .toList(),
                found.skipped().stream()
                        .map(entry -> new SkippedFile(entry.file().fileName(), entry.reason()))
                        .toList());
    }

    private Optional<FirstImage> firstImage(List<Path> places, CancelToken cancel)
            throws InterruptedException {
        Optional<DicomVolume> found = FirstLook.at(places, compute, cancel);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Thumbnails.OF_FIRST_IMAGES
                    .of(found.get(), cancel)
                    .map(picture -> new FirstImage(StudyLine.of(found.get()), picture));
        } catch (IOException _) { // the scan that follows says what is wrong with its file
            return Optional.empty();
        }
    }

    /// The volume of a row of the last scan.
    public Optional<OpenableVolume> volume(String rowId) {
        return Optional.ofNullable(volumes.get(rowId));
    }

    /// The volumes of the series that a row belongs to, in order: several where it has phases.
    public List<OpenableVolume> phases(String rowId) {
        OpenableVolume one = volumes.get(rowId);
        if (one == null) {
            return List.of();
        }
        return volumes.values().stream()
                .filter(other -> isPhaseOf(one, other))
                .sorted(Comparator.comparingInt(ScannedStudies::number))
                .toList();
    }

    private static boolean isPhaseOf(OpenableVolume one, OpenableVolume other) {
        boolean sameRaster =
                one.geometry().size().i() == other.geometry().size().i()
                        && one.geometry().size().j() == other.geometry().size().j()
                        && other.timing().isEmpty()
                        && Math.abs(one.geometry().normal().dot(other.geometry().normal())) > 0.999;
        return sameRaster
                && switch (one) {
                    case DicomVolume a ->
                            other instanceof DicomVolume b && a.series().equals(b.series());
                    case FileVolume a ->
                            other instanceof FileVolume b
                                    && a.image().file().equals(b.image().file());
                };
    }

    private static int number(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom -> dicom.series().volumes().indexOf(dicom.source());
            case FileVolume file -> file.index();
        };
    }

    private static String studyId(OpenableVolume volume) {
        return switch (volume) {
            case DicomVolume dicom -> dicom.study().uid();
            case FileVolume file -> "folder " + file.image().file().getParent();
        };
    }

    private static StudyRow row(String id, List<OpenableVolume> volumes) {
        List<SeriesRow> rows = volumes.stream().map(ScannedStudies::row).toList();
        return switch (volumes.getFirst()) {
            case DicomVolume dicom ->
                    new StudyRow(
                            id,
                            StudyText.title(dicom.study()),
                            StudyText.date(dicom.study().date()),
                            rows);
            case FileVolume file ->
                    new StudyRow(id, StudyText.folder(file.image().file()), "", rows);
        };
    }

    private static SeriesRow row(OpenableVolume volume) {
        return new SeriesRow(
                volume.id(),
                volume.modality().isEmpty() ? volume.format() : volume.modality(),
                volume.title(),
                volume.geometry().size().k(),
                StudyText.caution(volume),
                volume.remarks(),
                Optional.empty());
    }
}
