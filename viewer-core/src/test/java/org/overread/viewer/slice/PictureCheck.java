// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;

/// Holds what renderers draw against the oracle.
public final class PictureCheck {
    private PictureCheck() {}

    /// Every pixel is what the oracle allows, wherever it is sure within `edge` voxels: levels within one, outside
    /// transparent.
    public static void assertAgrees(SliceRenderer renderer, SliceScene scene, double edge) {
        Raster raster = scene.raster();
        SliceImage image = new SliceImage(raster.width(), raster.height());
        renderer.render(scene, image);
        SceneOracle oracle = new SceneOracle(scene, edge);
        int compared = 0;
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++) {
                Optional<Shade> expected = oracle.at(column, row);
                if (expected.isEmpty()) {
                    continue;
                }
                int argb = image.argb(column, row);
                int x = column;
                int y = row;
                assertTrue(
                        expected.get().holds(argb),
                        () ->
                                "(%d, %d) is %08x, not %s, in %s"
                                        .formatted(x, y, argb, expected.get(), scene));
                compared += argb == 0 ? 0 : 1;
            }
        }
        assertTrue(compared > 200, "only " + compared + " pixels inside " + scene);
    }

    /// The same for several renderers at once; returns how many pixels inside were compared.
    public static int agreeing(SliceScene scene, SliceRenderer... renderers) {
        Raster raster = scene.raster();
        List<SliceImage> images = new ArrayList<>();
        for (SliceRenderer renderer : renderers) {
            images.add(new SliceImage(raster.width(), raster.height()));
            renderer.render(scene, images.getLast());
        }
        SceneOracle oracle = new SceneOracle(scene, 1e-4);
        int compared = 0;
        for (int row = 0; row < raster.height(); row++) {
            for (int column = 0; column < raster.width(); column++) {
                Optional<Shade> expected = oracle.at(column, row);
                for (int n = 0; n < images.size() && expected.isPresent(); n++) {
                    int argb = images.get(n).argb(column, row);
                    String name = renderers[n].name();
                    assertTrue(
                            expected.get().holds(argb),
                            () ->
                                    "%08x, not %s, by %s in %s"
                                            .formatted(argb, expected.get(), name, scene));
                    compared += argb == 0 ? 0 : 1;
                }
            }
        }
        return compared;
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
