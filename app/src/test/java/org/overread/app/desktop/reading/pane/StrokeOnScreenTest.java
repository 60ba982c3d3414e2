// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.Volume;

/// Only what changes is drawn, and the pictures are the same as if all of them were. A snapshot reads their pixels
/// themselves, so this does not see what JavaFX was told.
@RequiresDisplay
final class StrokeOnScreenTest {
    private static final Volume VOLUME = TestVolumes.axial();
    private static final int SAGITTAL = 1;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    private Mask mask = Mask.empty(VOLUME.geometry().size());

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(900, 600);
        stage.show(VOLUME);
        show();
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void show() {
        var labels =
                new Labels(
                        VOLUME.geometry(),
                        Joining.Joined.within(VOLUME.frame()),
                        List.of(new DrawnLabel(mask, LabelStyle.of(0xE5534B, 0.35, 2))),
                        Labels.Edges.VOXELS);
        stage.robot.interact(() -> stage.reading.overlays().set(List.of(labels)));
    }

    private void draw(int i, int j, int k) {
        MaskEdit edit = mask.edit();
        edit.fill(new VoxelBox(i, j, k, i + 2, j + 1, k));
        mask = edit.mask();
        show();
    }

    @Test
    void aStrokeLeavesTheScreenAsIfAllWereDrawnAnew() {
        var random = new Random(3);
        for (int n = 0; n < 40; n++) {
            draw(10 + random.nextInt(18), 8 + random.nextInt(12), 8 + random.nextInt(5));
            if (n % 4 == 0) {
                stage.settle(); // else moments are left out, as under a fast hand
            }
        }
        WritableImage stroke = stage.picture();
        stage.robot.interact(() -> stage.reading.overlays().set(List.of()));
        WritableImage bare = stage.picture();
        show();
        WritableImage anew = stage.picture();
        assertEquals(0, differing(stroke, anew));
        assertTrue(differing(bare, anew) > 100);
    }

    private static int differing(Image a, Image b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count +=
                        a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y)
                                ? 0
                                : 1;
            }
        }
        return count;
    }

    /// The cursor is at voxel 20, so that is the column which the sagittal pane shows.
    @Test
    void aPaneThatSeesNothingOfAChangeKeepsItsPicture() {
        stage.settle();
        Image before = stage.pane(SAGITTAL).shownImage();
        draw(2, 10, 10);
        stage.settle();
        assertSame(before, stage.pane(SAGITTAL).shownImage());
        draw(19, 10, 10);
        stage.settle();
        assertNotSame(before, stage.pane(SAGITTAL).shownImage());
    }
}
