// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.value.LossySlices;
import org.overread.viewer.volume.FrameTiming;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;

/// A volume that was found and can be opened, with all that is known before its voxels are read.
public sealed interface OpenableVolume permits DicomVolume, FileVolume {

    /// Names it among what was found; the same whenever the same files are searched, wherever they lie.
    String id();

    String title();

    /// In a word, for people and machines: `DICOM`, `NIfTI`, `NRRD`, `MetaImage`.
    String format();

    /// As DICOM writes it (`CT`, `MR`); empty where the format does not say.
    String modality();

    VolumeGeometry geometry();

    GeometryVerdict verdict();

    ValueUnit unit();

    /// The files that it is read from, the first to be named where one must be. Volumes of one file share it.
    List<DicomFile> files();

    /// Where the third axis is time and not space: when each picture was taken.
    default Optional<FrameTiming> timing() {
        return Optional.empty();
    }

    /// What compression took from its pictures; empty where nothing did, or nothing says so.
    default Optional<LossySlices> lossy() {
        return Optional.empty();
    }

    /// The number that the file holds for a value of slice `k`; empty where it is the value itself, or where several
    /// numbers would give it.
    default OptionalDouble stored(int k, double value) {
        return OptionalDouble.empty();
    }

    /// What a person should know of it beside the verdict, a sentence each.
    List<String> remarks();

    /// Reads the voxels. Blocks; decodes on the calling thread and on `compute`. Called from outside `compute`. What
    /// `listener` counts as progress depends on the format.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    Volume open(ExecutorService compute, LoadListener listener, CancelToken cancel)
            throws IOException, InterruptedException;

    /// The attributes of the file that slice `k` comes from. Blocks for a file access.
    List<TagLine> tags(int k) throws IOException;
}
