// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.Progress;

/// Follows one volume while it is read. Called on the reading thread; returns at once.
public interface VolumeListener {

    /// The volume exists; its slices are zero until they are complete. Its id is not the final one, which is known when
    /// all samples were read. Comes late where the number type is not certain before.
    void started(Volume volume);

    /// Slice `k` of the volume is complete and will not change.
    void sliceComplete(int k);

    /// Counts stored bytes.
    void progress(Progress progress);
}
