// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// What a ray sees, by steps of a twentieth of a millimetre through the volume's own geometry.
final class SlowRays {
    private static final double STEP = 0.05;
    private static final double REACH = 70;

    private final Volume volume;
    private final TransferFunction function;
    private final RandomAccess<? extends RealType<?>> voxels;

    SlowRays(Volume volume, TransferFunction function) {
        this.volume = volume;
        this.function = function;
        voxels = volume.voxels().numbers().image().randomAccess();
    }

    /// Red, green, blue and alpha, 0 to 255.
    double[] follow(PatientPoint origin, PatientVector deep) {
        var sum = new double[4];
        double light = 1;
        for (double t = -REACH; t < REACH; t += STEP) {
            PatientPoint p = origin.plus(deep.times(t));
            if (volume.geometry().contains(p)) {
                double value = value(volume.geometry().toVoxel(p));
                double share = light * (1 - Math.exp(-function.perMm(value) * STEP));
                sum[0] += share * function.red(value);
                sum[1] += share * function.green(value);
                sum[2] += share * function.blue(value);
                sum[3] += share * 255;
                light -= share;
            }
        }
        return sum;
    }

    private double value(VoxelPoint p) {
        GridSize size = volume.geometry().size();
        double i = Math.clamp(p.i(), 0, size.i() - 1.0);
        double j = Math.clamp(p.j(), 0, size.j() - 1.0);
        double k = Math.clamp(p.k(), 0, size.k() - 1.0);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int ci = Math.min((int) i + (corner & 1), size.i() - 1);
            int cj = Math.min((int) j + (corner >> 1 & 1), size.j() - 1);
            int ck = Math.min((int) k + (corner >> 2), size.k() - 1);
            double weight =
                    weight(i - (int) i, corner & 1)
                            * weight(j - (int) j, corner >> 1 & 1)
                            * weight(k - (int) k, corner >> 2);
            sum += weight * voxels.setPositionAndGet(ci, cj, ck).getRealDouble();
        }
        return sum;
    }

    private static double weight(double part, int high) {
        return high == 1 ? part : 1 - part;
    }
}
