// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Draws what a window does not draw by itself when it opens: a plane across the slices, with every interpolation, often
/// enough for the JVM to learn it. Costs seconds of one core.
final class ObliqueDrawing {
    private static final int PICTURES = 60;
    private static final int SIDE = 64;

    private ObliqueDrawing() {}

    static void rehearse() {
        Volume volume = volume();
        var plane =
                new SlicePlane(
                        volume.geometry().center(),
                        new PatientVector(0.8, 0.6, 0),
                        new PatientVector(-0.36, 0.48, 0.8));
        var raster = new Raster(4 * SIDE, 4 * SIDE, 0.25);
        var image = new SliceImage(raster.width(), raster.height());
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        for (Interpolation interpolation : Interpolation.values()) {
            var scene = new SliceScene(volume, plane, raster, new Window(0, 1000), interpolation);
            for (int n = 0; n < PICTURES; n++) {
                renderer.render(scene, image);
            }
        }
    }

    private static Volume volume() {
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(SIDE, SIDE, SIDE),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        var voxels = new Voxels.Int16(PlanarImgs.shorts(SIDE, SIDE, SIDE));
        return new Volume("rehearsal", "", geometry, ValueUnit.ARBITRARY, voxels);
    }
}
