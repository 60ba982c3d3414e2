// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// Scenes over a volume of any origin: each interpolation, slabs, windows and planes at random, the same for every run.
public final class RealScenes {
    private static final int WIDTH = 21;
    private static final int HEIGHT = 17;

    private RealScenes() {}

    public static List<SliceScene> of(Volume volume) {
        Random random = new Random(volume.geometry().size().hashCode());
        Window window = AutoWindow.of(volume);
        List<SliceScene> scenes = new ArrayList<>();
        for (Interpolation interpolation : Interpolation.values()) {
            for (SlicePlane plane : planes(volume, random)) {
                Window some =
                        new Window(
                                window.center() + window.width() * random.nextDouble(-0.2, 0.2),
                                window.width() * random.nextDouble(0.4, 1.5));
                SliceScene thin =
                        new SliceScene(volume, plane, raster(volume, random), some, interpolation)
                                .withPolarity(any(Polarity.values(), random));
                scenes.add(thin);
                if (interpolation != Interpolation.CUBIC) {
                    Slab.Mode mode = any(Slab.Mode.values(), random);
                    double thickness = slabMm(volume) * random.nextDouble(0.2, 1);
                    scenes.add(thin.withSlab(new Slab(thickness, mode)));
                }
            }
        }
        return scenes;
    }

    private static <T> T any(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    /// Along the slices and in two directions at random.
    private static List<SlicePlane> planes(Volume volume, Random random) {
        GridSize size = volume.geometry().size();
        PatientVector right = volume.geometry().iStep().unit();
        PatientVector down = volume.geometry().normal().cross(right).unit();
        PatientPoint off =
                volume.geometry()
                        .toPatient(
                                new VoxelPoint(
                                        size.i() / 2.0 + 0.137,
                                        size.j() / 2.0 - 0.219,
                                        Math.floorDiv(size.k() - 1, 2) + 0.11));
        return List.of(
                new SlicePlane(off, right, down),
                SliceScenes.randomPlane(volume.geometry(), random),
                SliceScenes.randomPlane(volume.geometry(), random));
    }

    /// From a fraction of a voxel to several of them in a pixel.
    private static Raster raster(Volume volume, Random random) {
        double voxelMm = volume.geometry().iStep().length();
        double most = volume.geometry().size().i() / (double) WIDTH;
        return new Raster(WIDTH, HEIGHT, voxelMm * random.nextDouble(0.3, Math.max(most, 0.6)));
    }

    /// A few voxels: the oracle takes its time.
    private static double slabMm(Volume volume) {
        return 6 * volume.geometry().iStep().length();
    }
}
