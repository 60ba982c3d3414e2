// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.Progress;

/// Follows a volume while it is read. Called on the reading threads, several at a time; returns at once.
public interface LoadListener {
    LoadListener NONE = new LoadListener() {};

    /// The volume exists; its slices are zero until they are complete. Comes a second time, with another volume, where
    /// values turn out not to fit the narrower type that the header promised; forget the first one then.
    default void started(Volume volume) {}

    /// Slice `k` of the volume that was started last is complete and will not change.
    default void sliceComplete(int k) {}

    /// Counts slices, and the bytes of their voxels.
    default void progress(Progress progress) {}
}
