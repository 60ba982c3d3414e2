// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// Which part of a picture a renderer is asked for: the whole, unless the picture shows nearly the same already.
final class PartlyDrawnTest {
    private static final Volume VOLUME = TestVolumes.axial();
    private static final PatientPoint HERE =
            VOLUME.geometry().toPatient(new VoxelPoint(20, 15, 10));
    private static final Raster RASTER = new Raster(128, 128, 0.4);
    private static final PixelBox ALL = PixelBox.of(RASTER);

    private final List<PixelBox> parts = new ArrayList<>();
    private final BlockingQueue<Boolean> whole = new LinkedBlockingQueue<>();
    private final PictureQueue queue = new PictureQueue(new Told(), Runnable::run);
    private final Pictures pane = new Pictures();

    private final class Told implements SliceRenderer {
        private final SliceRenderer renderer = CpuSliceRenderer.singleThreaded();

        @Override
        public String name() {
            return "told";
        }

        @Override
        public void render(SliceScene scene, SliceImage target) {
            parts.add(ALL);
            renderer.render(scene, target);
        }

        @Override
        public void render(SliceScene scene, SliceImage target, PixelBox part) {
            parts.add(part);
            renderer.render(scene, target, part);
        }

        @Override
        public float[] sample(SliceScene scene) {
            return renderer.sample(scene);
        }

        @Override
        public void close() {}
    }

    private final class Shown implements PictureQueue.Receiver {
        @Override
        public void drawn(Picture picture, PictureQueue.Request request, OptionalLong nanos) {
            request.pictures().giveBack(picture);
            whole.add(nanos.isPresent());
        }

        @Override
        public void notDrawn(PictureQueue.Request request) {
            throw new AssertionError("it can be drawn");
        }
    }

    private static SliceScene scene(int drawnTo, double windowCenter) {
        MaskEdit edit = Mask.empty(VOLUME.geometry().size()).edit();
        edit.fill(new VoxelBox(18, 14, 9, drawnTo, 15, 10));
        return new SliceScene(
                        VOLUME,
                        SlicePlane.axial(HERE),
                        RASTER,
                        new Window(windowCenter, 200),
                        Interpolation.LINEAR)
                .withOverlays(
                        List.of(
                                new Labels(
                                        VOLUME.geometry(),
                                        Joining.Joined.within(VOLUME.frame()),
                                        List.of(
                                                new DrawnLabel(
                                                        edit.mask(),
                                                        LabelStyle.of(0xFF0000, 0.3, 2))),
                                        Labels.Edges.VOXELS)));
    }

    /// Whether the time of the picture counts as that of a whole one.
    private boolean draw(SliceScene scene) throws InterruptedException {
        queue.submit(new PictureQueue.Request(scene, 1, pane, new Shown()));
        Boolean all = whole.poll(10, TimeUnit.SECONDS);
        assertTrue(all != null, "no picture");
        return Boolean.TRUE.equals(all);
    }

    @AfterEach
    void end() throws InterruptedException {
        queue.close();
        queue.awaitEnd();
    }

    @Test
    void ofAStrokeOnlyTheDifferenceIsDrawn() throws InterruptedException {
        assertTrue(draw(scene(20, 100)));
        assertTrue(!draw(scene(22, 100)));
        assertEquals(ALL, parts.getFirst());
        PixelBox part = parts.getLast();
        assertTrue(part.pixels() < ALL.pixels() / 10, part.toString());
        // voxels 21 and 22 of 1 mm, two and a half pixels each, and outlines of two around them
        assertTrue(part.width() >= 5 + 4 && part.width() <= 5 + 4 + 6, part.toString());
    }

    @Test
    void anotherWindowIsDrawnWhole() throws InterruptedException {
        draw(scene(20, 100));
        assertTrue(draw(scene(22, 90)));
        assertEquals(List.of(ALL, ALL), parts);
    }

    @Test
    void whatArrivesLaterIsDrawnWhole() throws InterruptedException {
        draw(scene(20, 100));
        queue.slicesArrived(VOLUME, 3, 4);
        assertTrue(draw(scene(20, 100)));
        assertEquals(List.of(ALL, ALL), parts);
    }

    @Test
    void anotherRendererDrawsWhole() throws InterruptedException {
        draw(scene(20, 100));
        queue.use(new Told());
        assertTrue(draw(scene(22, 100)));
        assertEquals(List.of(ALL, ALL), parts);
    }
}
