// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Pictures of colours.
class ColourPictureTest {
    private static Volume noise(VolumeGeometry geometry) {
        GridSize size = geometry.size();
        @SuppressWarnings("unchecked") // the factory makes an IntArray for an ARGBType
        var image =
                (PlanarImg<ARGBType, IntArray>)
                        new PlanarImgFactory<>(new ARGBType()).create(size.i(), size.j(), size.k());
        var voxels = new Voxels.Rgb8(image);
        Random random = new Random(4);
        for (int k = 0; k < size.k(); k++) {
            int[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] = Voxels.Rgb8.OPAQUE | random.nextInt();
            }
        }
        return new Volume("test", "Test", geometry, ValueUnit.ARBITRARY, voxels);
    }

    private static int[] drawn(SliceScene scene) {
        var image = new SliceImage(scene.raster().width(), scene.raster().height());
        CpuSliceRenderer.singleThreaded().render(scene, image);
        int[] pixels = new int[image.width() * image.height()];
        image.pixels().get(0, pixels);
        return pixels;
    }

    @Test
    void aPixelOnAVoxelIsItsColourAndOutsideIsTransparent() {
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        new GridSize(5, 4, 3),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        Volume volume = noise(geometry);
        int[] slice = ((Voxels.Rgb8) volume.voxels()).slice(1);
        for (Interpolation interpolation : Interpolation.values()) {
            int[] pixels =
                    drawn(
                            new SliceScene(
                                    volume,
                                    SlicePlane.axial(new PatientPoint(2, 2, 1)),
                                    new Raster(7, 5, 1),
                                    AutoWindow.of(volume),
                                    interpolation));
            for (int j = 0; j < 4; j++) {
                for (int i = 0; i < 5; i++) {
                    assertEquals(slice[j * 5 + i], pixels[j * 7 + i + 1]);
                }
                assertEquals(0, pixels[j * 7]);
            }
            assertEquals(0, pixels[4 * 7 + 3]);
        }
    }

    /// Oblique, between samples, through a slab: each channel is what a volume of its numbers alone gives.
    @Test
    void channelsAreDrawnAsNumbersAre() {
        VolumeGeometry geometry = SliceScenes.geometry(Lie.OBLIQUE, new GridSize(9, 8, 6));
        Volume volume = noise(geometry);
        var colours = (Voxels.Rgb8) volume.voxels();
        SlicePlane plane = SlicePlane.coronal(geometry.center());
        for (Interpolation interpolation : Interpolation.values()) {
            for (Slab slab : new Slab[] {Slab.THIN, new Slab(4, Slab.Mode.MEAN)}) {
                SliceScene scene =
                        new SliceScene(
                                        volume,
                                        plane,
                                        new Raster(31, 27, 0.6),
                                        new Window(140, 200),
                                        interpolation)
                                .withSlab(slab);
                int[] pixels = drawn(scene);
                for (int shift = 0; shift < 24; shift += 8) {
                    int[] grey = drawn(numbers(scene, colours, shift));
                    for (int n = 0; n < pixels.length; n++) {
                        assertEquals(grey[n] & 0xFF, pixels[n] >> shift & 0xFF);
                        assertEquals(grey[n] >>> 24, pixels[n] >>> 24);
                    }
                }
            }
        }
    }

    private static SliceScene numbers(SliceScene scene, Voxels.Rgb8 colours, int shift) {
        GridSize size = scene.volume().geometry().size();
        var voxels =
                new Voxels.Int16(
                        net.imglib2.img.planar.PlanarImgs.shorts(size.i(), size.j(), size.k()));
        for (int k = 0; k < size.k(); k++) {
            for (int n = 0; n < voxels.slice(k).length; n++) {
                voxels.slice(k)[n] = (short) (colours.slice(k)[n] >> shift & 0xFF);
            }
        }
        var volume =
                new Volume("grey", "Grey", scene.volume().geometry(), ValueUnit.ARBITRARY, voxels);
        return scene.withBase(new ImageLayer(volume, scene.tone(), scene.interpolation()));
    }
}
