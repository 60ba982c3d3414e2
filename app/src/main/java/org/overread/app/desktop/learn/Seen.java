// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import org.overread.segmentation.learn.Probabilities;
import org.overread.segmentation.learn.Trained;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// What a model says of the boxes that were looked at.
record Seen(long voxels, Mask inside, Mask unsure) {
    private static final double SURE_FROM = 0.7;

    static Seen nothing(GridSize size) {
        return new Seen(0, Mask.empty(size), Mask.empty(size));
    }

    static Seen of(Trained model, VoxelBox box, GridSize size, Crew crew) {
        Probabilities chances = model.probabilities(box, crew);
        MaskEdit inside = Mask.empty(size).edit();
        MaskEdit unsure = Mask.empty(size).edit();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    double in = chances.of(LearnModel.INSIDE, i, j, k);
                    double out = chances.of(LearnModel.OUTSIDE, i, j, k);
                    if (in > out) {
                        inside.set(i, j, k);
                    }
                    if (Math.max(in, out) < SURE_FROM && in + out > 0) {
                        unsure.set(i, j, k);
                    }
                }
            }
        }
        long voxels = (long) box.sizeI() * box.sizeJ() * box.sizeK();
        return new Seen(voxels, inside.mask(), unsure.mask());
    }

    Seen and(Seen other) {
        return new Seen(
                voxels + other.voxels, inside.union(other.inside), unsure.union(other.unsure));
    }

    double unsureShare() {
        return voxels == 0 ? 0 : Math.min(1, (double) unsure.count() / voxels);
    }
}
