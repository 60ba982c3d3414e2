// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.components;

import java.util.BitSet;
import java.util.Optional;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;

/// Fills the holes of masks: connected parts of what is not mask from which no way leads to the edge of the volume.
public final class Holes {
    private Holes() {}

    /// The mask and its holes; `connectivity` is that of the background, by faces for ITK's and SciPy's defaults.
    public static Mask fill(Mask mask, Connectivity connectivity, Crew crew) {
        return fill(mask, connectivity, RunUnion.Across.VOLUME, crew);
    }

    /// The same in every slice by itself, so that what is open to the slices above and below is filled too.
    public static Mask fillSlices(Mask mask, Connectivity connectivity, Crew crew) {
        return fill(mask, connectivity, RunUnion.Across.SLICES, crew);
    }

    private static Mask fill(
            Mask mask, Connectivity connectivity, RunUnion.Across across, Crew crew) {
        Optional<VoxelBox> bounds = mask.bounds();
        if (bounds.isEmpty()) {
            return mask;
        }
        // beyond its bounds there is no mask, so whatever touches their faces is open
        var table = new RunTable(mask, bounds.get(), RunTable.Of.REST, crew);
        int[] labels = RunUnion.labels(table, connectivity, across, crew);
        BitSet open = open(table, labels, across);
        return mask.union(RunMasks.of(mask.size(), table, n -> !open.get(labels[n]), crew));
    }

    private static BitSet open(RunTable table, int[] labels, RunUnion.Across across) {
        VoxelBox box = table.box();
        var open = new BitSet();
        for (int k = 0; k < box.sizeK(); k++) {
            int[] runs = table.runs(k);
            int[] starts = table.rowStarts(k);
            boolean atEnd = across == RunUnion.Across.VOLUME && (k == 0 || k == box.sizeK() - 1);
            for (int j = 0; j < box.sizeJ(); j++) {
                boolean atSide = atEnd || j == 0 || j == box.sizeJ() - 1;
                for (int n = starts[j]; n < starts[j + 1]; n++) {
                    if (atSide
                            || RunTable.first(runs[n]) == box.lowI()
                            || RunTable.last(runs[n]) == box.highI()) {
                        open.set(labels[table.offset(k) + n]);
                    }
                }
            }
        }
        return open;
    }
}
