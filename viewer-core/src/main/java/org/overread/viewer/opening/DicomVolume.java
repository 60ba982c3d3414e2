// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.dicom.Series;
import org.overread.viewer.dicom.Study;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.dicom.value.ValueNote;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;

/// A volume of a DICOM series; its progress counts slices.
public record DicomVolume(Study study, Series series, VolumeSource source)
        implements OpenableVolume {

    /// The volumes of a scan, a study's together.
    static Stream<DicomVolume> of(ScanResult scan) {
        return scan.studies().stream()
                .flatMap(study -> study.series().stream().flatMap(series -> of(study, series)));
    }

    private static Stream<DicomVolume> of(Study study, Series series) {
        return series.volumes().stream().map(volume -> new DicomVolume(study, series, volume));
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public String title() {
        return source.title();
    }

    @Override
    public String format() {
        return "DICOM";
    }

    @Override
    public String modality() {
        return series.modality();
    }

    @Override
    public VolumeGeometry geometry() {
        return source.geometry();
    }

    @Override
    public GeometryVerdict verdict() {
        return source.verdict();
    }

    @Override
    public ValueUnit unit() {
        return source.meaning().unit();
    }

    @Override
    public List<DicomFile> files() {
        return source.slices().stream().map(SliceSource::file).distinct().toList();
    }

    @Override
    public Optional<FrameTiming> timing() {
        return source.timing();
    }

    @Override
    public Optional<LossySlices> lossy() {
        return source.lossy();
    }

    @Override
    public OptionalDouble stored(int k, double value) {
        return source.slices().get(k).storedOf(value);
    }

    @Override
    public List<String> remarks() {
        return Stream.of(
                        source.meaning().notes().stream().map(ValueNote::describe),
                        PictureRemarks.of(source).stream(),
                        leftOut().stream(),
                        lossy().map(LossySlices::describe).stream())
                .flatMap(words -> words)
                .toList();
    }

    /// Slices at an end leave no gap where they are lacking.
    private Optional<String> leftOut() {
        int count = series.leftOut().size();
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "%s of this series could not be read, so slices may be missing."
                                .formatted(count == 1 ? "1 file" : count + " files"));
    }

    @Override
    public Volume open(ExecutorService compute, LoadListener listener, CancelToken cancel)
            throws IOException, InterruptedException {
        return DicomVolumeReader.read(source, compute, listener, cancel);
    }

    @Override
    public List<TagLine> tags(int k) throws IOException {
        return FileTags.ofDicom(source.slices().get(k).file());
    }
}
