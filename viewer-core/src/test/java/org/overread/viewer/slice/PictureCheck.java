// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;

/// Holds what renderers draw against the oracle.
public final class PictureCheck {
    private PictureCheck() {}

    /// Grey within one level, outside transparent, wherever the oracle is sure within `edge` voxels.
    public static void assertAgrees(SliceRenderer renderer, SliceScene scene, double edge) {
        Raster raster = scene.raster();
        SliceImage image = new SliceImage(raster.width(), raster.height());
        renderer.render(scene, image);
        SliceOracle oracle = new SliceOracle(scene, edge);
        int compared = 0;
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++) {
                SliceOracle.Sample expected = oracle.at(column, row);
                if (expected.doubtful()) {
                    continue;
                }
                Supplier<@Nullable String> where = place(column, row, scene);
                int argb = image.argb(column, row);
                assertEquals(expected.inside() ? 255 : 0, argb >>> 24, where);
                if (expected.inside()) {
                    compared++;
                    int grey =
                            SliceOracle.grey(
                                    expected.value(),
                                    scene.tone().curve().window(),
                                    scene.tone().polarity());
                    assertEquals(grey, argb & 0xFF, 1, where);
                    assertEquals((argb & 0xFF) * 0x010101, argb & 0xFFFFFF, where);
                } else {
                    assertEquals(0, argb, where);
                }
            }
        }
        assertTrue(compared > 200, "only " + compared + " pixels inside " + scene);
    }

    public static void assertValuesAgree(CpuSliceRenderer renderer, SliceScene scene) {
        int width = scene.raster().width();
        float[] values = renderer.sample(scene);
        SliceOracle oracle = new SliceOracle(scene, 1e-4);
        for (int at = 0; at < values.length; at++) {
            SliceOracle.Sample expected = oracle.at(at % width, at / width);
            if (!expected.doubtful()) {
                assertEquals(
                        expected.value(), values[at], 0.05, place(at % width, at / width, scene));
            }
        }
    }

    private static Supplier<@Nullable String> place(int column, int row, SliceScene scene) {
        return () -> "(%d, %d) of %s".formatted(column, row, scene);
    }
}
