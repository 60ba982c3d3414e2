// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import java.util.List;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.work.Crew;

/// What [GeodesicGrowth] does, for one kind of numbers. Indices are those of the volume and lie in the box.
sealed interface SeedDistances permits QueuedDistances, TiledDistances {

    /// Whether the numbers sufficed.
    enum Reach {
        ALL,
        /// Some distance is larger than the numbers can hold; the labels are not right.
        TOO_FAR
    }

    void add(List<Seed> seeds);

    void replace(int label, List<Seed> seeds);

    Reach run(Crew crew);

    /// The labels of a row of the box, from its first voxel on.
    void readRow(int j, int k, byte[] row);

    float distance(int i, int j, int k);
}
