// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.function.ToDoubleFunction;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Ellipsoid;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Small volumes for tests, drawn in patient space so that every grid shows the same thing. No noise, hard edges.
public final class Phantoms {
    private Phantoms() {}

    /// `inside` HU in a ball around `center`, `outside` elsewhere.
    public static Volume sphere(
            VolumeGeometry geometry,
            PatientPoint center,
            double radiusMm,
            int inside,
            int outside) {
        return body(geometry, Ellipsoid.sphere(center, radiusMm), inside, outside);
    }

    /// `inside` HU where a voxel's centre lies in the body, `outside` elsewhere.
    public static Volume body(VolumeGeometry geometry, Body body, int inside, int outside) {
        return of(geometry, p -> body.contains(p) ? inside : outside);
    }

    /// `inside` HU between two planes, `thicknessMm` apart, perpendicular to `normal` and alike far from `center`.
    public static Volume slab(
            VolumeGeometry geometry,
            PatientPoint center,
            PatientVector normal,
            double thicknessMm,
            int inside,
            int outside) {
        PatientVector unit = normal.unit();
        return of(
                geometry,
                p -> Math.abs(p.from(center).dot(unit)) <= thicknessMm / 2 ? inside : outside);
    }

    /// HU that rise by `perMm` along the gradient's direction and are `atOrigin` in the patient's origin, as fractions:
    /// linear interpolation is exact.
    public static Volume ramp(VolumeGeometry geometry, double atOrigin, PatientVector perMm) {
        var image =
                PlanarImgs.floats(geometry.size().i(), geometry.size().j(), geometry.size().k());
        var voxels = new Voxels.Float32(image);
        for (int k = 0; k < geometry.size().k(); k++) {
            float[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                PatientPoint p = at(geometry, n, k);
                slice[n] = (float) (atOrigin + p.from(PatientPoint.ORIGIN).dot(perMm));
            }
        }
        return new Volume("ramp", "Ramp", geometry, ValueUnit.HU, voxels);
    }

    /// Any whole-numbered function of the place.
    public static Volume of(VolumeGeometry geometry, ToDoubleFunction<PatientPoint> hu) {
        var image =
                PlanarImgs.shorts(geometry.size().i(), geometry.size().j(), geometry.size().k());
        var voxels = new Voxels.Int16(image);
        for (int k = 0; k < geometry.size().k(); k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) Math.round(hu.applyAsDouble(at(geometry, n, k)));
            }
        }
        return new Volume("phantom", "Phantom", geometry, ValueUnit.HU, voxels);
    }

    private static PatientPoint at(VolumeGeometry geometry, int n, int k) {
        int width = geometry.size().i();
        int row = n / width;
        return geometry.toPatient(new VoxelPoint(n % width, row, k));
    }
}
