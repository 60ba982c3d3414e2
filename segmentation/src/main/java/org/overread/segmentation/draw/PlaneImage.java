// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import java.util.Arrays;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// The values of a volume on a plane: those of the voxels where the plane lies evenly along the grid, else values between
/// voxels at the places of a square grid. Not a number outside the volume. Immutable; any thread.
///
/// Costs a look at each value of a slice; eight of them a place where the plane is oblique.
public final class PlaneImage {
    private final PlaneRaster raster;
    private final float[] values;

    private PlaneImage(PlaneRaster raster, float[] values) {
        this.raster = raster;
        this.values = values;
    }

    public static PlaneImage of(Voxels.Grey voxels, VolumeGeometry geometry, PlaneFrame plane) {
        PlaneRaster along = PlaneRaster.of(geometry, plane);
        PlaneRaster raster = along.isEven() ? along : PlaneRaster.ofSquares(geometry, plane);
        var grey = new GreyValues(voxels);
        var values = new float[Math.multiplyExact(raster.width(), raster.height())];
        int n = 0;
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                values[n++] = at(grey, geometry.size(), raster.voxel(x, y));
            }
        }
        return new PlaneImage(raster, values);
    }

    private static float at(GreyValues grey, GridSize size, VoxelPoint p) {
        int i = whole(p.i(), size.i());
        int j = whole(p.j(), size.j());
        int k = whole(p.k(), size.k());
        if (i < 0 || j < 0 || k < 0) {
            return Float.NaN;
        }
        double fi = part(p.i(), i);
        double fj = part(p.j(), j);
        double fk = part(p.k(), k);
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            double weight =
                    ((corner & 1) == 0 ? 1 - fi : fi)
                            * ((corner & 2) == 0 ? 1 - fj : fj)
                            * ((corner & 4) == 0 ? 1 - fk : fk);
            if (weight > 0) {
                sum +=
                        weight
                                * grey.at(
                                        Math.min(i + (corner & 1), size.i() - 1),
                                        Math.min(j + (corner >> 1 & 1), size.j() - 1),
                                        Math.min(k + (corner >> 2), size.k() - 1));
            }
        }
        return (float) sum;
    }

    /// The voxel at or before a place; -1 where the place lies in no voxel.
    private static int whole(double at, int size) {
        return at < -0.5 || at > size - 0.5 || Double.isNaN(at)
                ? -1
                : Math.clamp((int) Math.floor(at + 1e-9), 0, size - 1);
    }

    /// A hair beside a centre is the centre.
    private static double part(double at, int whole) {
        double part = Math.clamp(at - whole, 0, 1);
        return part < 1e-6 ? 0 : part;
    }

    public PlaneRaster raster() {
        return raster;
    }

    public int width() {
        return raster.width();
    }

    public int height() {
        return raster.height();
    }

    /// The value at a place of the raster.
    public float value(int x, int y) {
        return values[y * raster.width() + x];
    }

    /// All values, row by row.
    public float[] toValues() {
        return Arrays.copyOf(values, values.length);
    }
}
