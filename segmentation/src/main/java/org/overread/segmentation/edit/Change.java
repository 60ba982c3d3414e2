// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.mask.Block;

/// One thing that an edit changes.
public sealed interface Change {

    /// Voxels of a segment.
    record Voxels(SegmentId id, List<BlockChange> blocks) implements Change {
        public Voxels {
            blocks = List.copyOf(blocks);
        }
    }

    /// What is said of a segment.
    record Traits(SegmentId id, SegmentTraits before, SegmentTraits after) implements Change {}

    /// A segment without voxels comes into the list.
    record Added(int place, SegmentId id, SegmentTraits traits) implements Change {}

    /// A segment whose voxels are gone leaves the list.
    record Removed(int place, SegmentId id, SegmentTraits traits) implements Change {}

    /// The segments are listed in another order.
    record Reordered(List<SegmentId> before, List<SegmentId> after) implements Change {
        public Reordered {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// A block by its number; empty where no voxel of it is set.
    record BlockChange(int index, Optional<Block> before, Optional<Block> after) {}
}
