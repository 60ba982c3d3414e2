// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.Arrays;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalVolume;

/// Where a front starts: distances, in millimetres, negative inside, for a box and its shell.
public final class StartShapes {
    private StartShapes() {}

    /// Balls around the seeds of a label.
    public static float[] bubbles(LocalVolume local, int label, double radiusMm) {
        float[] distance = far(local);
        LocalBox box = local.box();
        double sideI = local.stepI();
        double sideJ = local.stepJ();
        double sideK = local.geometry().spacingK();
        double reach = radiusMm + 2 * Math.max(sideI, Math.max(sideJ, sideK));
        for (int n = 0; n < distance.length; n++) {
            if (local.seeds()[n] == (byte) label) {
                int i = box.i(n);
                int j = box.j(n);
                int k = box.k(n);
                int wideI = (int) Math.ceil(reach / sideI);
                int wideJ = (int) Math.ceil(reach / sideJ);
                int wideK = (int) Math.ceil(reach / sideK);
                for (int c = Math.max(box.box().lowK(), k - wideK);
                        c <= Math.min(box.box().highK(), k + wideK);
                        c++) {
                    for (int b = Math.max(box.box().lowJ(), j - wideJ);
                            b <= Math.min(box.box().highJ(), j + wideJ);
                            b++) {
                        for (int a = Math.max(box.box().lowI(), i - wideI);
                                a <= Math.min(box.box().highI(), i + wideI);
                                a++) {
                            double x = (a - i) * sideI;
                            double y = (b - j) * sideJ;
                            double z = (c - k) * sideK;
                            int at = box.at(a, b, c);
                            double from = Math.sqrt(x * x + y * y + z * z) - radiusMm;
                            distance[at] = (float) Math.min(distance[at], from);
                        }
                    }
                }
                // a bubble smaller than a voxel is that voxel
                distance[n] = Math.min(distance[n], (float) (-0.1 * Math.min(sideI, sideJ)));
            }
        }
        return distance;
    }

    /// The voxels of a mask; the front runs half way between them and the others.
    public static float[] of(LocalVolume local, Mask mask) {
        float[] distance = far(local);
        LocalBox box = local.box();
        double half =
                Math.min(local.stepI(), Math.min(local.stepJ(), local.geometry().spacingK())) / 2;
        for (int k = box.box().lowK(); k <= box.box().highK(); k++) {
            for (int j = box.box().lowJ(); j <= box.box().highJ(); j++) {
                for (int i = box.box().lowI(); i <= box.box().highI(); i++) {
                    distance[box.at(i, j, k)] = (float) (mask.contains(i, j, k) ? -half : half);
                }
            }
        }
        return distance;
    }

    private static float[] far(LocalVolume local) {
        var distance = new float[local.values().length];
        Arrays.fill(distance, Float.MAX_VALUE);
        return distance;
    }
}
