// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.List;
import org.overread.segmentation.tool.ConfidenceMap;
import org.overread.segmentation.tool.Region;

/// What a model makes of a box: every voxel whose value is a number in the region of its most likely label, and how
/// likely that is. Regions are there for all labels, ascending; one may be empty.
public record Answer(List<Region> regions, ConfidenceMap certainty) {
    public Answer {
        regions = List.copyOf(regions);
    }
}
