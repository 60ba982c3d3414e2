// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.List;
import org.overread.app.segment.MaskFigures;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.tool.Region;
import org.overread.viewer.volume.Voxels;

/// What an operation made of a mask.
sealed interface MaskOutcome {

    record Changed(Mask mask) implements MaskOutcome {}

    /// Each voxel has the number of its part, from 1 on.
    record Numbered(Voxels voxels, int count, List<Long> largestSizes) implements MaskOutcome {
        public Numbered {
            largestSizes = List.copyOf(largestSizes);
        }
    }

    /// Each voxel has its distance.
    record Measured(Voxels voxels, double leastMm, double mostMm) implements MaskOutcome {}

    /// Several labels, changed together.
    record Labelled(List<Region> regions) implements MaskOutcome {
        public Labelled {
            regions = List.copyOf(regions);
        }
    }

    /// The surface of the mask.
    record Surfaced(Surface surface) implements MaskOutcome {}

    /// What each label measures; nothing is written.
    record Figured(List<MaskFigures> labels) implements MaskOutcome {
        public Figured {
            labels = List.copyOf(labels);
        }
    }
}
