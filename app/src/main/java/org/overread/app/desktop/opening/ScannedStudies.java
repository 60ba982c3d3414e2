// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.overread.app.desktop.reading.GeometryWords;
import org.overread.app.desktop.studies.SeriesRow;
import org.overread.app.desktop.studies.SkippedFile;
import org.overread.app.desktop.studies.StudyList;
import org.overread.app.desktop.studies.StudyRow;
import org.overread.app.desktop.studies.StudySource;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.dicom.Series;
import org.overread.viewer.dicom.Study;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// The studies that the DICOM scanner finds, as rows; remembers which volume each row stands for.
///
/// A volume is a row of its own, so a series of several volumes has several rows and nothing is hidden behind one.
public final class ScannedStudies implements StudySource {
    private final ExecutorService compute;
    private volatile Map<String, VolumeSource> volumes = Map.of();

    public ScannedStudies(ExecutorService compute) {
        this.compute = compute;
    }

    @Override
    public StudyList read(List<Path> places, CancelToken cancel, Progress.Listener progress)
            throws IOException {
        for (Path place : places) { // a scan would list what is gone as a skipped file
            place.getFileSystem().provider().checkAccess(place, AccessMode.READ);
        }
        ScanResult found;
        try {
            found = DicomScanner.scan(places, compute, progress, cancel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(e);
        }
        Map<String, VolumeSource> read =
                found.volumes()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        VolumeSource::id,
                                        Function.identity(),
                                        (first, _) -> first));
        cancel.check();
        if (!read.isEmpty()) { // where there is nothing, the rows of the scan before stay
            volumes = read;
        }
        return new StudyList(
                found.studies().stream().map(ScannedStudies::row).toList(),
                found.skipped().stream()
                        .map(
                                file ->
                                        new SkippedFile(
                                                file.file().fileName(), file.reason().describe()))
                        .toList());
    }

    /// The volume of a row of the last scan.
    public Optional<VolumeSource> volume(String rowId) {
        return Optional.ofNullable(volumes.get(rowId));
    }

    private static StudyRow row(Study study) {
        return new StudyRow(
                study.uid(),
                StudyText.title(study),
                StudyText.date(study.date()),
                study.series().stream()
                        .flatMap(series -> series.volumes().stream().map(v -> row(series, v)))
                        .toList());
    }

    private static SeriesRow row(Series series, VolumeSource volume) {
        return new SeriesRow(
                volume.id(),
                series.modality(),
                volume.title(),
                volume.slices().size(),
                GeometryWords.brief(volume.verdict()),
                Optional.empty());
    }
}
