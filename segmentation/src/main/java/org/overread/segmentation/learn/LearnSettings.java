// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import org.overread.segmentation.learn.feature.FeatureSettings;
import org.overread.segmentation.learn.forest.ForestSettings;

/// What is learned from and how. `mostPerLabel` voxels of a label's scribbles are looked at, chosen by the seed.
public record LearnSettings(FeatureSettings features, ForestSettings forest, int mostPerLabel) {
    public static final LearnSettings USUAL =
            new LearnSettings(FeatureSettings.USUAL, ForestSettings.USUAL, 2000);

    public LearnSettings {
        if (mostPerLabel < 1 || mostPerLabel > 100_000) {
            throw new IllegalArgumentException(
                    "mostPerLabel is %d; allowed is 1…100000.".formatted(mostPerLabel));
        }
    }
}
