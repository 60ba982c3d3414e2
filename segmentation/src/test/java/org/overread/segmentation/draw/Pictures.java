// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Images of one slice, or the same in every slice.
public final class Pictures {
    /// The first slice of [#of].
    public static final PlaneFrame PLANE =
            new PlaneFrame(PatientPoint.ORIGIN, PatientVector.LEFT, PatientVector.POSTERIOR);

    private Pictures() {}

    /// What a column and a row are worth.
    @FunctionalInterface
    public interface Source {
        double at(int x, int y);
    }

    public static Voxels.Float32 voxels(VolumeGeometry geometry, Source source) {
        var size = geometry.size();
        var image = PlanarImgs.floats(size.i(), size.j(), size.k());
        for (int k = 0; k < size.k(); k++) {
            float[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (float) source.at(n % size.i(), n / size.i());
            }
        }
        return new Voxels.Float32(image);
    }

    /// A millimetre a place.
    public static PlaneImage of(int width, int height, Source source) {
        VolumeGeometry geometry = Grids.CUBES.of(width, height, 1);
        return PlaneImage.of(voxels(geometry, source), geometry, PLANE);
    }
}
