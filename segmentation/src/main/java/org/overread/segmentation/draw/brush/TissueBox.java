// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import java.util.Arrays;
import org.overread.segmentation.draw.GreyValues;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;

/// The values under a brush in one array with a rim of one voxel, and which of them belong to a tissue.
final class TissueBox {
    private static final byte UNDER = 1; // the brush covers it
    private static final byte TAKEN = 2;

    private final VoxelBox box;
    private final GreyValues values;
    private final int across;
    private final int layer;
    private final float[] value;
    private final byte[] state;
    private final int[] neighbours;

    TissueBox(VoxelBox box, GreyValues values) {
        this.box = box;
        this.values = values;
        across = box.sizeI() + 2;
        layer = across * (box.sizeJ() + 2);
        value = new float[Math.multiplyExact(layer, box.sizeK() + 2)];
        state = new byte[value.length];
        neighbours = new int[] {-1, 1, -across, across, -layer, layer};
    }

    private int indexOf(int i, int j, int k) {
        return (k - box.lowK() + 1) * layer + (j - box.lowJ() + 1) * across + (i - box.lowI() + 1);
    }

    /// Reads the values in the box and around it, and marks what the brush covers; says how many voxels that are.
    int load(Mask covered) {
        var size = values.size();
        Arrays.fill(value, Float.NaN);
        int count = 0;
        VoxelBox read = box.grown(1, 1, 1, size);
        for (int k = read.lowK(); k <= read.highK(); k++) {
            for (int j = read.lowJ(); j <= read.highJ(); j++) {
                for (int i = read.lowI(); i <= read.highI(); i++) {
                    int n = indexOf(i, j, k);
                    value[n] = values.at(i, j, k);
                    if (covered.contains(i, j, k)) {
                        state[n] = UNDER;
                        count++;
                    }
                }
            }
        }
        return count;
    }

    /// The values of the voxels of a mask that lie in the box; none that is not a number.
    float[] valuesOf(Mask mask) {
        var found = new float[value.length];
        int count = 0;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    float here = value[indexOf(i, j, k)];
                    if (mask.contains(i, j, k) && !Float.isNaN(here)) {
                        found[count++] = here;
                    }
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// From the 5th to the 95th of a hundred values under the brush, of which there are `count`.
    double span(int count) {
        var under = new float[count];
        int n = 0;
        for (int at = 0; at < value.length; at++) {
            if (state[at] != 0 && !Float.isNaN(value[at])) {
                under[n++] = value[at];
            }
        }
        if (n == 0) {
            return 0;
        }
        Arrays.sort(under, 0, n);
        return under[(n - 1) * 95 / 100] - under[(n - 1) * 5 / 100];
    }

    /// Takes all voxels within `reach` of `middle` that such voxels lead to from the core or from what is drawn, then
    /// those in the blur along them that are nearer to the tissue than to what is beyond, then single gaps.
    void grow(Mask core, Mask drawn, double middle, double reach) {
        var queue = new int[value.length];
        int end = 0;
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    int n = indexOf(i, j, k);
                    boolean fits = Math.abs(value[n] - middle) <= reach;
                    boolean begins = drawn.contains(i, j, k) || (fits && core.contains(i, j, k));
                    if (state[n] == UNDER && begins) {
                        state[n] = TAKEN;
                        queue[end++] = n;
                    }
                }
            }
        }
        for (int from = 0; from < end; from++) {
            for (int step : neighbours) {
                int n = queue[from] + step;
                if (state[n] == UNDER && Math.abs(value[n] - middle) <= reach) {
                    state[n] = TAKEN;
                    queue[end++] = n;
                }
            }
        }
        takeBlur(middle);
        fillGaps();
    }

    private void takeBlur(double middle) {
        var more = new int[value.length];
        int count = 0;
        for (int n = layer; n < value.length - layer; n++) {
            if (state[n] == UNDER && taken(n) > 0) {
                double away = value[n] - middle;
                double beyond = 0; // the neighbour farthest from the tissue, on the same side
                for (int step : neighbours) {
                    double its = (value[n + step] - middle) * Math.signum(away);
                    beyond = its > beyond ? its : beyond; // not a number is not farther
                }
                if (Math.abs(away) < beyond / 2) {
                    more[count++] = n;
                }
            }
        }
        for (int n = 0; n < count; n++) {
            state[more[n]] = TAKEN;
        }
    }

    private void fillGaps() {
        for (int n = layer; n < value.length - layer; n++) {
            if (state[n] == UNDER) {
                int under = 0;
                for (int step : neighbours) {
                    under += state[n + step] != 0 ? 1 : 0;
                }
                if (under > 1 && taken(n) == under) {
                    state[n] = TAKEN;
                }
            }
        }
    }

    private int taken(int n) {
        int count = 0;
        for (int step : neighbours) {
            count += state[n + step] == TAKEN ? 1 : 0;
        }
        return count;
    }

    /// The taken voxels of `fresh`.
    void write(Mask fresh, MaskEdit edit) {
        for (int k = box.lowK(); k <= box.highK(); k++) {
            for (int j = box.lowJ(); j <= box.highJ(); j++) {
                for (int i = box.lowI(); i <= box.highI(); i++) {
                    if (state[indexOf(i, j, k)] == TAKEN && fresh.contains(i, j, k)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
    }
}
