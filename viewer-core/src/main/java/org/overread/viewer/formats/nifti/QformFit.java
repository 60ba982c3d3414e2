// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.nifti;

import java.util.Optional;
import org.overread.viewer.formats.header.GridFrame;
import org.overread.viewer.volume.GridSize;

/// Finds the 32-bit quaternion that puts a grid nearest to where it is.
///
/// NIfTI leaves out the quaternion's a, so near a half turn the rounding of b, c and d becomes a turn of up to 0.0003:
/// neighbouring numbers are tried, and where none is near enough a qform would lie and is better left out.
record QformFit(GridFrame ras, GridSize size) {
    private static final int ULPS = 2;

    Optional<Quaternion> nearest(Quaternion exact) {
        Quaternion best = exact;
        double least = Double.POSITIVE_INFINITY;
        for (int b = -ULPS; b <= ULPS; b++) {
            for (int c = -ULPS; c <= ULPS; c++) {
                for (int d = -ULPS; d <= ULPS; d++) {
                    Quaternion tried =
                            new Quaternion(
                                    near(exact.b(), b), near(exact.c(), c), near(exact.d(), d));
                    double apart = apart(tried);
                    if (apart < least) {
                        least = apart;
                        best = tried;
                    }
                }
            }
        }
        return least <= NiftiPlacement.TOLERANCE_MM / 2 ? Optional.of(best) : Optional.empty();
    }

    private static float near(double value, int ulps) {
        float rounded = (float) value;
        return rounded + ulps * Math.ulp(rounded);
    }

    private double apart(Quaternion tried) {
        return tried.frame(
                        ras.origin(),
                        ras.i().length(),
                        ras.j().length(),
                        ras.k().length(),
                        ras.isLeftHanded() ? -1 : 1)
                .farthestApart(ras, size);
    }
}
