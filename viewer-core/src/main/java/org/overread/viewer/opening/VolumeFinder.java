// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.ScanResult;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Finds the volumes in files and folders, whatever their format: the one way in for window and command line.
public final class VolumeFinder {
    private VolumeFinder() {}

    /// Blocks until all headers are read, on the calling thread and on `compute`; reads no voxels. What a file is, its
    /// first bytes tell. `listener` counts files and their bytes and is called on several threads.
    ///
    /// Throws [java.util.concurrent.CancellationException] when cancelled.
    public static FoundVolumes find(
            List<Path> places,
            ExecutorService compute,
            Progress.Listener listener,
            CancelToken cancel)
            throws InterruptedException {
        ScanResult dicom = DicomScanner.scan(places, compute, listener, cancel);
        var volumes = new ArrayList<OpenableVolume>();
        DicomVolume.of(dicom).forEach(volumes::add);
        var others = new OtherFormats(dicom.skipped(), cancel);
        volumes.addAll(others.volumes());
        return new FoundVolumes(volumes, others.skipped());
    }
}
