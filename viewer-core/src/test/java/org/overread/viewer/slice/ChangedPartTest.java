// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.SliceScenes.Stored;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class ChangedPartTest {
    private static final int SCENES = 60;

    /// Whatever lies over whatever, however it lies: only pixels of the part differ, and where only these are drawn the
    /// picture is the one that is drawn anew, to the bit.
    @ParameterizedTest
    @EnumSource
    void whatIsDrawnInPartIsThePictureDrawnAnew(Lie lie) {
        CpuSliceRenderer renderer = CpuSliceRenderer.singleThreaded();
        Random random = new Random(5);
        int small = 0;
        for (SliceScene before : LayeredScenes.anyhow(lie, SCENES)) {
            SliceScene now = edited(before, random);
            PixelBox part = ChangedPart.between(before, now);
            SliceImage old = drawn(renderer, before);
            SliceImage anew = drawn(renderer, now);
            SliceImage inPart = drawn(renderer, before);
            renderer.render(now, inPart, part);
            for (int row = 0; row < now.raster().height(); row++) {
                for (int column = 0; column < now.raster().width(); column++) {
                    int wanted = anew.argb(column, row);
                    assertEquals(wanted, inPart.argb(column, row), () -> "in part, " + now);
                    boolean within =
                            column >= part.left()
                                    && column < part.right()
                                    && row >= part.top()
                                    && row < part.bottom();
                    assertTrue(
                            within || wanted == old.argb(column, row), () -> "beyond it, " + now);
                }
            }
            small += part.pixels() < PixelBox.of(now.raster()).pixels() / 2 ? 1 : 0;
        }
        assertTrue(small > SCENES / 4, small + " parts are small");
    }

    private static SliceImage drawn(CpuSliceRenderer renderer, SliceScene scene) {
        SliceImage image = new SliceImage(scene.raster().width(), scene.raster().height());
        renderer.render(scene, image);
        return image;
    }

    private static SliceScene edited(SliceScene scene, Random random) {
        List<Overlay> overlays = new ArrayList<>();
        for (Overlay overlay : scene.overlays()) {
            overlays.add(
                    switch (overlay) {
                        case FusedVolume fused -> fused;
                        case Labels labels -> edited(labels, random);
                        case LabelComparison(Labels first, Labels second, var view) ->
                                random.nextBoolean()
                                        ? new LabelComparison(edited(first, random), second, view)
                                        : new LabelComparison(first, edited(second, random), view);
                    });
        }
        return scene.withOverlays(overlays);
    }

    /// A few voxels more of one label, or fewer.
    private static Labels edited(Labels labels, Random random) {
        List<DrawnLabel> all = new ArrayList<>(labels.labels());
        int n = random.nextInt(all.size());
        TestBits old = (TestBits) all.get(n).bits();
        GridSize size = old.size();
        int i = random.nextInt(size.i());
        int j = random.nextInt(size.j());
        int k = random.nextInt(size.k());
        TestBits bits =
                new TestBits(
                        size,
                        (a, b, c) ->
                                old.contains(a, b, c)
                                        ^ (Math.abs(a - i) < 3
                                                && Math.abs(b - j) < 2
                                                && Math.abs(c - k) < 2));
        all.set(n, new DrawnLabel(bits, all.get(n).style()));
        return new Labels(labels.geometry(), labels.joined(), all, labels.edges());
    }

    /// A ball of 10 voxels in a slice of 512 x 512 pixels: a hundredth of it, and nothing where the plane is elsewhere.
    @Test
    void aBrushChangesAFewPixelsAndNoneInPlanesBesideIt() {
        SliceScene here = brushed(20, 0);
        SliceScene later = brushed(20, 1);
        assertTrue(ChangedPart.between(here, later).pixels() < 512 * 512 / 100);
        assertTrue(ChangedPart.between(brushed(3, 0), brushed(3, 1)).isEmpty());
        assertTrue(ChangedPart.between(here, here).isEmpty());
        PixelBox all = PixelBox.of(here.raster());
        assertEquals(all, ChangedPart.between(here, brushed(21, 1)), "another plane");
        assertEquals(all, ChangedPart.between(here, later.withSlab(new Slab(3, Slab.Mode.MAX))));
    }

    private static final VolumeGeometry GRID =
            SliceScenes.geometry(Lie.AXIAL, new GridSize(100, 100, 40));
    private static final Volume VOLUME = SliceScenes.noise(GRID, Stored.INT16, 1);

    private static SliceScene brushed(int slice, int moved) {
        TestBits ball =
                new TestBits(
                        GRID.size(),
                        (i, j, k) -> Math.hypot(Math.hypot(i - 50 - moved, j - 50), k - 20) <= 5);
        var label = new DrawnLabel(ball, LabelStyle.of(0xFF0000, 0.3, 2));
        return new SliceScene(
                        VOLUME,
                        SlicePlane.axial(GRID.toPatient(new VoxelPoint(50, 50, slice))),
                        new Raster(512, 512, GRID.spacingI() / 3),
                        new Window(0, 6000),
                        Interpolation.LINEAR)
                .withOverlays(
                        List.of(
                                new Labels(
                                        GRID,
                                        Joining.Joined.within(VOLUME.frame()),
                                        List.of(label),
                                        Labels.Edges.VOXELS)));
    }
}
