// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.Optional;
import org.overread.segmentation.edit.EditOrigin;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// The labels that what a tool finds goes to. FX thread.
public interface Labelling {

    /// Why labels of a volume cannot be changed now, as a sentence that says what to do; empty where they can.
    Optional<String> hindrance(Volume volume);

    /// Where tools may add voxels; empty means everywhere.
    Optional<Mask> within(Volume volume);

    /// The colour of the segment that is worked on, 0xRRGGBB.
    int rgb();

    /// Shows what would be added, and changes nothing.
    void preview(Volume volume, Mask found);

    void endPreview();

    /// Adds what was found to the segment that is worked on, as one step of the history. What comes of it, as a
    /// sentence where not all went as asked.
    Optional<String> add(Volume volume, Mask found, EditOrigin origin);
}
