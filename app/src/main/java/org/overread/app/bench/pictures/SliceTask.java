// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.SlicePlane;
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

/// A kind of picture that is timed; planes and volume are those of the peer program, which calls it `peerLabel`.
record SliceTask(
        String label,
        String peerLabel,
        PatientVector right,
        PatientVector down,
        Interpolation interpolation,
        Slab slab) {
    static final int SIDE = 512;
    static final Window WINDOW = new Window(500, 3000);

    private static final double PIXEL_MM = 0.7;

    /// As 20 planes of the peer, which lie a pixel apart.
    private static final Slab THICK = new Slab(20 * PIXEL_MM, Slab.Mode.MAX);

    static final List<SliceTask> ALL =
            List.of(
                    axial("axial linear", "axial lin", Slab.THIN),
                    new SliceTask(
                            "sagittal linear",
                            "sag lin",
                            PatientVector.POSTERIOR,
                            PatientVector.HEAD,
                            Interpolation.LINEAR,
                            Slab.THIN),
                    oblique("oblique linear", "oblique lin", Interpolation.LINEAR, Slab.THIN),
                    oblique("oblique nearest", "oblique nn", Interpolation.NEAREST, Slab.THIN),
                    oblique("oblique cubic", "oblique cubic", Interpolation.CUBIC, Slab.THIN),
                    oblique("oblique slab", "oblique slab20 max", Interpolation.LINEAR, THICK),
                    axial("axial slab", "axial slab20 max", THICK));

    private static SliceTask axial(String label, String peerLabel, Slab slab) {
        return new SliceTask(
                label,
                peerLabel,
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                Interpolation.LINEAR,
                slab);
    }

    private static SliceTask oblique(
            String label, String peerLabel, Interpolation interpolation, Slab slab) {
        return new SliceTask(
                label,
                peerLabel,
                turned(PatientVector.LEFT),
                turned(PatientVector.POSTERIOR),
                interpolation,
                slab);
    }

    /// By 20 degrees about the patient's left, then by 30 about the head.
    private static PatientVector turned(PatientVector v) {
        double a = Math.toRadians(30);
        double b = Math.toRadians(20);
        double y = v.y() * Math.cos(b) - v.z() * Math.sin(b);
        double z = v.y() * Math.sin(b) + v.z() * Math.cos(b);
        return new PatientVector(
                v.x() * Math.cos(a) - y * Math.sin(a), v.x() * Math.sin(a) + y * Math.cos(a), z);
    }

    /// Noise over the whole of CT's range: nothing that a cache could guess.
    static Volume volume() {
        var image = PlanarImgs.shorts(SIDE, SIDE, 300);
        var random = new SplittableRandom(0);
        for (int k = 0; k < 300; k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) random.nextInt(-1000, 2000);
            }
        }
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(SIDE, SIDE, 300),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        PIXEL_MM,
                        PIXEL_MM,
                        1);
        return new Volume("noise", "noise", geometry, ValueUnit.HU, new Voxels.Int16(image));
    }

    /// So many pictures, each two millimetres deeper than the one before.
    List<SliceScene> scenes(Volume volume, int count) {
        var scenes = new ArrayList<SliceScene>();
        var raster = new Raster(SIDE, SIDE, PIXEL_MM);
        var start = new SlicePlane(new PatientPoint(179, 179, 150), right, down);
        for (int n = 0; n < count; n++) {
            double depth = (n - count / 2.0) * 2;
            var plane = start.withCenter(start.center().plus(start.normal().times(depth)));
            scenes.add(new SliceScene(volume, plane, raster, WINDOW, interpolation).withSlab(slab));
        }
        return scenes;
    }
}
