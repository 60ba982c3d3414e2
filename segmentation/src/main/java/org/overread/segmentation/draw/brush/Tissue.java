// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import java.util.Arrays;
import org.overread.segmentation.draw.GreyValues;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// The tissue that an adaptive stroke began on, and the voxels under the brush that are of it.
///
/// The tissue's value is the median of the values under the middle of the brush, its spread is from the median of their
/// distances to it; a brush that lies in one tissue so takes all of it but single outliers, which are filled.
final class Tissue {
    private static final double NORMAL =
            1.4826; // the median distance of a normal spread, in standard deviations
    private static final double LEAST = 0.05; // of what values span under the brush
    private static final double FOLLOWED = 0.25; // of a change, with every sample

    private final GreyValues values;
    private final double tolerance;
    private double value = Double.NaN;
    private double spread;

    Tissue(GreyValues values, double tolerance) {
        this.values = values;
        this.tolerance = tolerance;
    }

    /// What of `fresh` is of the tissue; `core` is the middle of what the brush covers.
    Mask pick(Mask covered, Mask core, Mask fresh) {
        VoxelBox box = covered.bounds().orElseThrow();
        var under = new TissueBox(box, values);
        int count = under.load(covered);
        float[] coreValues = under.valuesOf(core);
        if (coreValues.length == 0) {
            return Mask.empty(covered.size());
        }
        double span = under.span(count);
        if (Double.isNaN(value)) {
            value = median(coreValues);
            spread = NORMAL * median(distances(coreValues));
        }
        double reach = Math.max(tolerance * spread, LEAST * span);
        follow(coreValues, reach);
        under.grow(core, covered.minus(fresh), value, reach);
        MaskEdit edit = Mask.empty(covered.size()).edit();
        under.write(fresh, edit);
        return edit.mask();
    }

    private void follow(float[] coreValues, double reach) {
        double middle = median(coreValues);
        if (Math.abs(middle - value) <= reach / 2) {
            value += FOLLOWED * (middle - value);
        }
    }

    private float[] distances(float[] of) {
        float[] distances = new float[of.length];
        for (int n = 0; n < of.length; n++) {
            distances[n] = (float) Math.abs(of[n] - value);
        }
        return distances;
    }

    private static double median(float[] of) {
        float[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
