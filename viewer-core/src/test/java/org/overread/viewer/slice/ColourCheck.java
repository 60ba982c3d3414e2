// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.img.planar.PlanarImgs;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Holds pictures of colours against the oracle: each channel is a volume of numbers by itself.
public final class ColourCheck {
    private ColourCheck() {}

    /// Levels of all channels within one; returns how many pixels inside were compared.
    public static int agreeing(SliceScene scene, Voxels.Rgb8 colours, SliceRenderer renderer) {
        Raster raster = scene.raster();
        SliceImage image = new SliceImage(raster.width(), raster.height());
        renderer.render(scene, image);
        int compared = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            var layer =
                    new ImageLayer(
                            channel(scene.volume(), colours, shift),
                            scene.tone(),
                            scene.base().interpolation());
            var oracle =
                    new SliceOracle(layer, PixelGrid.of(scene.plane(), raster), scene.slab(), 1e-4);
            for (int row = 0; row < raster.height(); row++) {
                for (int column = 0; column < raster.width(); column++) {
                    SliceOracle.Sample sample = oracle.at(column, row);
                    if (sample.doubtful()) {
                        continue;
                    }
                    int argb = image.argb(column, row);
                    assertEquals(sample.inside() ? 255 : 0, argb >>> 24);
                    if (sample.inside()) {
                        int level =
                                ToneOracle.level(
                                        scene.tone().curve(), sample.value(), new double[0]);
                        boolean turned = scene.tone().polarity() == Polarity.INVERTED;
                        assertEquals(turned ? 255 - level : level, argb >> shift & 0xFF, 1);
                        compared++;
                    }
                }
            }
        }
        return compared;
    }

    private static Volume channel(Volume volume, Voxels.Rgb8 colours, int shift) {
        GridSize size = volume.geometry().size();
        var image = PlanarImgs.shorts(size.i(), size.j(), size.k());
        for (int k = 0; k < size.k(); k++) {
            int[] slice = colours.slice(k);
            short[] out = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                out[n] = (short) (slice[n] >> shift & 0xFF);
            }
        }
        return new Volume(
                volume.id(),
                volume.title(),
                volume.geometry(),
                volume.unit(),
                new Voxels.Int16(image));
    }
}
