// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.overread.viewer.bricks.SameVoxels;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;

/// The same volume read into memory and into bricks.
public final class BothWays {
    private static final long MOST = 1 << 20;

    private BothWays() {}

    /// Where the two disagree, in words. A refusal is thrown; volumes of many voxels are left out.
    public static Optional<String> difference(VolumeSource source, ExecutorService compute)
            throws IOException, InterruptedException {
        GridSize size = source.geometry().size();
        if ((long) size.i() * size.j() * size.k() > MOST) {
            return Optional.empty();
        }
        Volume whole = read(source, compute, true);
        Volume bricked = read(source, compute, false);
        return SameVoxels.difference(whole, bricked);
    }

    private static Volume read(VolumeSource source, ExecutorService compute, boolean roomy)
            throws IOException, InterruptedException {
        return DicomVolumeReader.read(
                source, compute, LoadListener.NONE, new CancelToken(), (_, _) -> roomy);
    }
}
