// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// What a step to each of the 26 neighbours costs for its length, slice by slice where slice distances differ.
final class StepLengths {
    private final float[][] prices; // slice, neighbour; empty where length costs nothing

    StepLengths(VolumeGeometry geometry, double pricePerMm) {
        int slices = geometry.size().k();
        prices = new float[pricePerMm == 0 ? 0 : slices][26];
        for (int k = 0; k < prices.length; k++) {
            for (int n = 0; n < 26; n++) {
                PatientVector across =
                        switch (dk(n)) {
                            case 1 -> geometry.kStep(Math.clamp(k, 0, Math.max(0, slices - 2)));
                            case -1 -> geometry.kStep(Math.max(0, k - 1)).negated();
                            default -> new PatientVector(0, 0, 0);
                        };
                PatientVector way =
                        geometry.iStep()
                                .times(di(n))
                                .plus(geometry.jStep().times(dj(n)))
                                .plus(across);
                prices[k][n] = (float) (pricePerMm * way.length());
            }
        }
    }

    boolean areFree() {
        return prices.length == 0;
    }

    float price(int neighbour, int k) {
        return prices[k][neighbour];
    }

    // neighbours are numbered as they lie in memory, the voxel itself left out

    static int di(int n) {
        return number(n) % 3 - 1;
    }

    static int dj(int n) {
        return number(n) / 3 % 3 - 1;
    }

    static int dk(int n) {
        return number(n) / 9 - 1;
    }

    private static int number(int n) {
        return n < 13 ? n : n + 1;
    }
}
