// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// How long a renderer takes for an ordinary oblique picture: the best of many, for others may keep the machine busy.
final class SpeedTrial {
    /// The first ones pay for compilers and transfers.
    private static final int FEWEST = 8;

    private static final int PICTURES = 60;
    private static final long ENOUGH_NS = 300_000_000;
    private static final int SIDE = 128;

    private SpeedTrial() {}

    static double milliseconds(SliceRenderer renderer) {
        SliceScene scene = scene();
        SliceImage image = new SliceImage(scene.raster().width(), scene.raster().height());
        long start = System.nanoTime();
        long best = Long.MAX_VALUE;
        for (int n = 0; n < PICTURES; n++) {
            if (n >= FEWEST && System.nanoTime() - start > ENOUGH_NS) {
                break;
            }
            long before = System.nanoTime();
            renderer.render(scene, image);
            best = Math.min(best, System.nanoTime() - before);
        }
        renderer.forget(scene.volume());
        return best / 1e6;
    }

    private static SliceScene scene() {
        GridSize size = new GridSize(SIDE, SIDE, SIDE);
        Voxels.Int16 voxels = new Voxels.Int16(PlanarImgs.shorts(SIDE, SIDE, SIDE));
        for (int k = 0; k < SIDE; k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) (n * 31 + k * 17);
            }
        }
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        size,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        SlicePlane plane =
                new SlicePlane(
                        geometry.center(),
                        new PatientVector(0.8, 0.6, 0),
                        new PatientVector(-0.36, 0.48, 0.8));
        return new SliceScene(
                new Volume("speed trial", "", geometry, ValueUnit.ARBITRARY, voxels),
                plane,
                new Raster(256, 256, 0.4),
                new Window(0, 30_000),
                Interpolation.LINEAR);
    }
}
