// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.viewer.slice.Raster;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.DrawnLabel;
import org.overread.viewer.slice.layer.Hatch;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.LabelComparison.View;
import org.overread.viewer.slice.layer.LabelStyle;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.BitBlocks;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;

class HalfSceneTest {
    private final Volume volume = TestVolumes.axial();

    private Labels labels(int outlinePx, Hatch hatch) {
        LabelStyle style = LabelStyle.of(0x336699, 0.3, outlinePx).withHatch(hatch);
        BitBlocks none = BitBlocks.none(volume.geometry().size());
        return new Labels(
                volume.geometry(),
                Joining.Joined.within(volume.frame()),
                List.of(new DrawnLabel(none, style)),
                Labels.Edges.VOXELS);
    }

    @Test
    void outlinesHatchesAndTheSwipeLineKeepTheirPlaceOnTheScreen() {
        var full =
                new LabelComparison(
                        labels(4, new Hatch(20, 1, 0.8)),
                        labels(1, Hatch.NONE),
                        new View.Swipe(301));
        var scene =
                new SliceScene(
                                volume,
                                SlicePlane.axial(PatientPoint.ORIGIN),
                                new Raster(32, 32, 2),
                                new Window(0, 10),
                                Interpolation.LINEAR)
                        .withOverlays(List.of(full));

        var expected =
                new LabelComparison(
                        labels(2, new Hatch(10, 1, 0.8)),
                        labels(1, Hatch.NONE),
                        new View.Swipe(150));
        assertEquals(scene.withOverlays(List.of(expected)), HalfScene.of(scene));
    }
}
