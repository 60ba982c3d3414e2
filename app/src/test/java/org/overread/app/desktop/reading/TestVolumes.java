// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.function.ToDoubleFunction;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;

/// Volumes whose every value is known by a formula.
public final class TestVolumes {
    private static final PatientPoint MIDDLE = new PatientPoint(3, -7, 11);

    private TestVolumes() {}

    /// Head to the growing slice numbers, as an axial CT: 40 x 30 x 20 voxels of 1 x 1 x 2 mm around the origin, the
    /// value of voxel (i, j, k) is 5 i + j + k, less than 256.
    public static Volume axial() {
        var size = new GridSize(40, 30, 20);
        var geometry =
                VolumeGeometry.regular(
                        size,
                        new PatientPoint(-19.5, -14.5, -19),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        2);
        return of(geometry, ValueUnit.HU, v -> 5 * v.i() + v.j() + v.k());
    }

    /// How a scan can lie in the patient.
    public enum Acquisition {
        AXIAL,
        SAGITTAL,
        CORONAL,
        OBLIQUE,
        TILTED,
        UNEVEN
    }

    /// 24 x 20 x 16 voxels, the centre of the middle one at (3, -7, 11) mm.
    public static VolumeGeometry geometry(Acquisition acquisition) {
        PatientVector left = PatientVector.LEFT;
        PatientVector back = PatientVector.POSTERIOR;
        PatientVector feet = PatientVector.HEAD.negated();
        var turned = new PatientVector(Math.cos(0.3), Math.sin(0.3), 0);
        var leaning = new PatientVector(-Math.sin(0.3) * 0.8, Math.cos(0.3) * 0.8, 0.6);
        return switch (acquisition) {
            case AXIAL -> even(left, back, 2.5, 0);
            case SAGITTAL -> even(back, feet, 2.5, 0);
            case CORONAL -> even(left, feet, 2.5, 0);
            case OBLIQUE -> even(turned, leaning, 2.5, 0);
            case TILTED -> even(left, back, 2.5, 0.8);
            case UNEVEN -> uneven();
        };
    }

    private static VolumeGeometry even(
            PatientVector columns, PatientVector rows, double distance, double shift) {
        PatientVector i = columns.times(0.7);
        PatientVector j = rows.times(1.1);
        PatientVector k = columns.cross(rows).times(distance).plus(rows.times(shift));
        PatientPoint first = MIDDLE.plus(i.times(-12)).plus(j.times(-10)).plus(k.times(-8));
        return new VolumeGeometry(new GridSize(24, 20, 16), i, j, new SliceStack.Even(first, k));
    }

    private static VolumeGeometry uneven() {
        VolumeGeometry even = geometry(Acquisition.AXIAL);
        var origins = new ArrayList<PatientPoint>();
        for (int k = 0; k < 16; k++) {
            origins.add(even.slices().originAt(k + (k - 8) * Math.abs(k - 8) / 20.0));
        }
        return new VolumeGeometry(
                even.size(), even.iStep(), even.jStep(), new SliceStack.Table(origins));
    }

    public static Volume of(
            VolumeGeometry geometry, ValueUnit unit, ToDoubleFunction<VoxelPoint> value) {
        GridSize size = geometry.size();
        var voxels = new Voxels.Int16(PlanarImgs.shorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                int j = n / size.i();
                var voxel = new VoxelPoint(n % size.i(), j, k);
                slice[n] = (short) Math.round(value.applyAsDouble(voxel));
            }
        }
        return new Volume("volume-of-the-test", "Analytic", geometry, unit, voxels);
    }
}
