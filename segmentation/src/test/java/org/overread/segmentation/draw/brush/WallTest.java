// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;

class WallTest {

    /// A straight wall through the whole volume leaves two parts, however it stands.
    @ParameterizedTest
    @EnumSource
    void noStepToAnyNeighbourLeadsThroughAWall(Grids grid) {
        VolumeGeometry geometry = grid.of(40, 40, 24);
        var random = new Random(17);
        for (int n = 0; n < 10; n++) {
            PlaneFrame plane = Grids.turned(geometry.center(), random);
            Stroke wall = Stroke.wall(geometry, plane, 200);
            wall.to(StrokeSample.at(geometry.center().plus(plane.u().times(-100))));
            wall.to(StrokeSample.at(geometry.center().plus(plane.u().times(100))));
            Mask open = wall.drawn().complement();
            var parts = Components.of(open, Connectivity.CORNERS, Crew.alone());
            assertEquals(2, parts.count());
            assertTrue(wall.drawn().count() < open.count());
        }
    }

    @Test
    void wallOfNoDepthStaysInItsSlice() {
        VolumeGeometry geometry = Grids.THICK.of(40, 40, 9);
        Stroke wall = Stroke.wall(geometry, Grids.slice(geometry, geometry.center()), 0);
        wall.to(StrokeSample.at(geometry.center()));
        var box = wall.drawn().bounds().orElseThrow();
        assertEquals(4, box.lowK());
        assertEquals(4, box.highK());
    }

    @Test
    void wallOfAnImpossibleDepthIsRefused() {
        VolumeGeometry geometry = Grids.THICK.of(4, 4, 4);
        PlaneFrame plane = Grids.slice(geometry, geometry.center());
        for (double depth : new double[] {-1, Double.NaN, 1e5}) {
            assertThrows(IllegalArgumentException.class, () -> Stroke.wall(geometry, plane, depth));
        }
    }
}
