// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.overread.app.inspect.Inspection.Geometry;
import org.overread.app.inspect.Inspection.InspectedVolume;
import org.overread.app.inspect.Inspection.Skipped;
import org.overread.app.inspect.Inspection.Values;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads all that DICOM files and folders hold, one volume in memory at a time.
public final class DicomInspector {
    private final ExecutorService compute;
    private final Progress.Listener listener;
    private final CancelToken cancel;

    /// `listener` counts files while folders are scanned, then slices of each volume; called on several threads.
    public DicomInspector(ExecutorService compute, Progress.Listener listener, CancelToken cancel) {
        this.compute = compute;
        this.listener = listener;
        this.cancel = cancel;
    }

    /// Blocks until every voxel is read. A volume whose pixels cannot be read is listed as skipped, by its first file.
    public Inspection inspect(List<Path> paths) throws InterruptedException {
        ScanResult found = DicomScanner.scan(paths, compute, listener, cancel);
        var volumes = new ArrayList<InspectedVolume>();
        var skipped = new ArrayList<Skipped>();
        for (var file : found.skipped()) {
            skipped.add(new Skipped(path(file.file()), file.reason().describe()));
        }
        for (VolumeSource source : found.volumes().toList()) {
            try {
                volumes.add(figures(source, read(source)));
            } catch (IOException e) {
                skipped.add(new Skipped(path(source.slices().getFirst().file()), said(e)));
            }
        }
        return new Inspection(volumes, skipped);
    }

    private static String said(IOException e) {
        String message = e.getMessage();
        return message == null ? "It could not be read." : message;
    }

    private Volume read(VolumeSource source) throws IOException, InterruptedException {
        var slices =
                new LoadListener() {
                    @Override
                    public void progress(Progress progress) {
                        listener.progress(progress);
                    }
                };
        return DicomVolumeReader.read(source, compute, slices, cancel);
    }

    private static InspectedVolume figures(VolumeSource source, Volume volume) {
        var geometry = source.geometry();
        ValueSummary summary = ValueSummary.of(volume.unit(), volume.voxels());
        return new InspectedVolume(
                source.series().seriesUid(),
                source.series().modality(),
                source.title(),
                "DICOM",
                (int) source.slices().stream().map(SliceSource::file).distinct().count(),
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
                ValueDigest.of(volume.voxels(), summary));
    }

    private static String path(DicomFile file) {
        return file.isArchived() ? file.path() + "!" + file.member() : file.path().toString();
    }
}
