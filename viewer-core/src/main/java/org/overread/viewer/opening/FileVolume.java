// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.VolumeListener;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.StoredNumber;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// One volume of a NIfTI, NRRD or MetaImage file, `index` counted from 0; its progress counts bytes.
public record FileVolume(String id, ImageFile image, int index) implements OpenableVolume {

    @Override
    public String title() {
        return image.titles().get(index);
    }

    @Override
    public String format() {
        return image.facts().format().describe();
    }

    @Override
    public String modality() {
        return "";
    }

    @Override
    public VolumeGeometry geometry() {
        return image.geometry();
    }

    @Override
    public GeometryVerdict verdict() {
        return image.verdict();
    }

    @Override
    public ValueUnit unit() {
        return image.unit();
    }

    @Override
    public List<DicomFile> files() {
        return image.files().stream().map(DicomFile::of).toList();
    }

    @Override
    public List<String> remarks() {
        return image.warnings().stream().map(ReadWarning::describe).toList();
    }

    @Override
    public OptionalDouble stored(int k, double value) {
        Scaling scaling = image.facts().scaling();
        StoredType type = image.facts().storedType();
        if (type == StoredType.RGB8) {
            return OptionalDouble.empty();
        }
        return type.isFloating()
                ? StoredNumber.real(value, scaling.slope(), scaling.intercept())
                : StoredNumber.whole(value, scaling.slope(), scaling.intercept());
    }

    /// Slices come from the middle outwards where the file is stored as it is, else in the file's order. `listener` hears
    /// of a volume whose id is not yet the one that is answered.
    @Override
    public Volume open(ExecutorService compute, LoadListener listener, CancelToken cancel)
            throws IOException {
        var following = new Following(listener);
        return switch (ImageFiles.readOne(image.file(), index, following, cancel)) {
            case ReadOutcome.Read(List<Volume> volumes, _, _) ->
                    following.completed(volumes.getFirst());
            case ReadOutcome.Refused(ReadRefusal reason) -> throw new ImageReadException(reason);
        };
    }

    private static final class Following implements VolumeListener {
        private final LoadListener listener;
        private boolean started;

        Following(LoadListener listener) {
            this.listener = listener;
        }

        @Override
        public void started(Volume volume) {
            started = true;
            listener.started(volume);
        }

        @Override
        public void sliceComplete(int k) {
            listener.sliceComplete(k);
        }

        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        /// Where the number type was not certain before the last sample, all comes at once.
        Volume completed(Volume volume) {
            if (!started) {
                listener.started(volume);
                for (int k = 0; k < volume.geometry().size().k(); k++) {
                    listener.sliceComplete(k);
                }
            }
            return volume;
        }
    }

    @Override
    public List<TagLine> tags(int k) throws IOException {
        return FileTags.ofImage(image.file());
    }
}
