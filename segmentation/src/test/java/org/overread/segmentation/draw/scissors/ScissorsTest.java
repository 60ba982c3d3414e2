// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.scissors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.draw.contour.Contour;
import org.overread.segmentation.draw.scissors.Scissors.Cut;
import org.overread.segmentation.draw.scissors.Scissors.Reach;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class ScissorsTest {
    private static final Reach THROUGH = new Reach.Through();

    @Test
    void boxIsCutOutOfOneSlice() {
        VolumeGeometry geometry = Grids.CUBES.of(20, 20, 10);
        Mask full = Mask.full(geometry.size());
        PlaneFrame plane = Grids.slice(geometry, geometry.toPatient(new VoxelPoint(0, 0, 4)));
        Contour box = closed(CutShape.box(plane, p(2.5, 3.5), p(7.5, 13.5)));
        Mask inside = cut(geometry, full, box, new Reach.Slice(), Cut.ERASE_INSIDE);
        assertEquals(full.count() - 5 * 10, inside.count());
        Mask outside = cut(geometry, full, box, new Reach.Slice(), Cut.ERASE_OUTSIDE);
        assertEquals(full.count() - 400 + 50, outside.count());
        Mask none = Mask.empty(geometry.size());
        assertEquals(50, cut(geometry, none, box, new Reach.Slice(), Cut.FILL_INSIDE).count());
        assertEquals(none, cut(geometry, none, box, THROUGH, Cut.ERASE_OUTSIDE));
    }

    /// Whatever is seen within the ellipse along the view is gone, and nothing else.
    @ParameterizedTest
    @EnumSource
    void ellipseCutsThroughTheVolumeAlongTheView(Grids grid) {
        VolumeGeometry geometry = grid.of(30, 28, 24);
        var random = new Random(14);
        for (int n = 0; n < 6; n++) {
            PlaneFrame view = Grids.turned(new PatientPoint(-90, 400, 30), random);
            PlanePoint middle = view.toPlane(geometry.center());
            Contour ellipse =
                    closed(
                            CutShape.ellipse(
                                    view,
                                    p(middle.u() - 7, middle.v() - 4),
                                    p(middle.u() + 7, middle.v() + 4)));
            MaskEdit left = Mask.full(geometry.size()).edit();
            MaskEdit kept = Mask.empty(geometry.size()).edit();
            var size = geometry.size();
            for (int k = 0; k < size.k(); k++) {
                for (int j = 0; j < size.j(); j++) {
                    for (int i = 0; i < size.i(); i++) {
                        PlanePoint at = view.toPlane(geometry.toPatient(new VoxelPoint(i, j, k)));
                        double u = (at.u() - middle.u()) / 7;
                        double v = (at.v() - middle.v()) / 4;
                        if (u * u + v * v < 0.9997) {
                            left.clear(i, j, k);
                            kept.set(i, j, k);
                        }
                    }
                }
            }
            Mask full = Mask.full(geometry.size());
            Mask inside = kept.mask();
            assertAlmost(left.mask(), cut(geometry, full, ellipse, THROUGH, Cut.ERASE_INSIDE));
            assertAlmost(inside, cut(geometry, full, ellipse, THROUGH, Cut.ERASE_OUTSIDE));
            Mask empty = Mask.empty(geometry.size());
            assertAlmost(inside, cut(geometry, empty, ellipse, THROUGH, Cut.FILL_INSIDE));
        }
    }

    /// The ellipse is a polygon: a voxel or two between them may differ.
    private static void assertAlmost(Mask expected, Mask found) {
        assertTrue(expected.xor(found).count() <= 2, expected + " and " + found);
    }

    @Test
    void scissorsOfADepthCutThatDeepToEitherSide() {
        VolumeGeometry geometry = Grids.THICK.of(20, 20, 20);
        PlaneFrame plane = Grids.slice(geometry, geometry.toPatient(new VoxelPoint(0, 0, 8)));
        PlanePoint middle = plane.toPlane(geometry.center());
        Contour circle = closed(CutShape.circle(plane, middle, p(middle.u() + 3, middle.v())));
        Mask full = Mask.full(geometry.size());
        long slice =
                full.count()
                        - cut(geometry, full, circle, new Reach.Slice(), Cut.ERASE_INSIDE).count();
        Mask deep = cut(geometry, full, circle, new Reach.Deep(5.1), Cut.ERASE_INSIDE);
        assertEquals(5 * slice, full.count() - deep.count()); // 2.5 mm a slice
        Mask outside = cut(geometry, full, circle, new Reach.Deep(5.1), Cut.ERASE_OUTSIDE);
        assertEquals(full.count() - 5 * (400 - slice), outside.count());
        assertThrows(IllegalArgumentException.class, () -> new Reach.Deep(Double.NaN));
    }

    @Test
    void shapesWithoutAnAreaAreRefused() {
        PlaneFrame plane = Grids.slice(Grids.CUBES.of(5, 5, 5), PatientPoint.ORIGIN);
        assertInstanceOf(Contour.Closing.Refused.class, CutShape.box(plane, p(1, 1), p(1, 1)));
        assertInstanceOf(Contour.Closing.Refused.class, CutShape.ellipse(plane, p(1, 1), p(1, 1)));
        assertInstanceOf(
                Contour.Closing.Refused.class, CutShape.circle(plane, p(1, Double.NaN), p(1, 1)));
    }

    private static Mask cut(
            VolumeGeometry geometry, Mask mask, Contour outline, Reach reach, Cut cut) {
        return Scissors.cut(geometry, mask, outline, reach, cut);
    }

    private static Contour closed(Contour.Closing closing) {
        return assertInstanceOf(Contour.Closing.Closed.class, closing).contour();
    }

    private static PlanePoint p(double u, double v) {
        return new PlanePoint(u, v);
    }
}
