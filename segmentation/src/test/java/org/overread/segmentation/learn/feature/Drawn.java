// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Functions of millimetres as voxels.
final class Drawn {
    private Drawn() {}

    @FunctionalInterface
    interface Function {
        double at(double x, double y, double z);
    }

    static VolumeGeometry even(GridSize size, double i, double j, double k) {
        return VolumeGeometry.regular(
                size, PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR, i, j, k);
    }

    static Voxels.Float32 of(VolumeGeometry geometry, Function function) {
        GridSize size = geometry.size();
        var image = PlanarImgs.floats(size.i(), size.j(), size.k());
        for (int k = 0; k < size.k(); k++) {
            float[] slice = image.getPlane(k).getCurrentStorageArray();
            double z = geometry.slices().originAt(k).z();
            for (int n = 0; n < slice.length; n++) {
                double x = n % size.i() * geometry.spacingI();
                int row = n / size.i();
                double y = row * geometry.spacingJ();
                slice[n] = (float) function.at(x, y, z);
            }
        }
        return new Voxels.Float32(image);
    }

    /// All features of one voxel, from the tile that it lies in.
    static float[] row(PixelFeatures features, int i, int j, int k) {
        FeatureTile tile = features.of(TileRegion.at(i, j, k, features.size()));
        TileRegion region = tile.region();
        return tile.row((j - region.lowJ()) * region.sizeI() + i - region.lowI());
    }
}
