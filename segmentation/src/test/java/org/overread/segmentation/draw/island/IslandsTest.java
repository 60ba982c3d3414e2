// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.island;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.Grids;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

class IslandsTest {
    private static final VolumeGeometry GEOMETRY = Grids.UNEVEN.of(40, 40, 20);

    @Test
    void clickSplitsTheMaskIntoItsIslandAndTheOthers() {
        var found =
                assertInstanceOf(
                        Islands.Outcome.Found.class, at(3.4, 2.6, 2.4, Connectivity.FACES));
        assertEquals(box(2, 2, 2, 5, 5, 5), found.island());
        assertEquals(box(6, 6, 6, 9, 9, 9).union(box(20, 3, 3, 38, 8, 8)), found.others());
    }

    @Test
    void cornersJoinIslandsWhereTheyAreToldTo() {
        var found =
                assertInstanceOf(Islands.Outcome.Found.class, at(3, 3, 3, Connectivity.CORNERS));
        assertEquals(2 * 64, found.island().count());
    }

    @Test
    void clickBesideTheLabelOrTheVolumeIsRefused() {
        assertEquals(
                new Islands.Outcome.Refused(new DrawRefusal.OutsideMask()),
                at(15, 15, 15, Connectivity.FACES));
        assertEquals(
                new Islands.Outcome.Refused(new DrawRefusal.OutsideVolume()),
                at(-4, 15, 15, Connectivity.FACES));
        assertEquals(
                new Islands.Outcome.Refused(new DrawRefusal.OutsideVolume()),
                at(new PatientPoint(Double.NaN, 0, 0), Connectivity.FACES));
    }

    private static Islands.Outcome at(double i, double j, double k, Connectivity connectivity) {
        return at(GEOMETRY.toPatient(new VoxelPoint(i, j, k)), connectivity);
    }

    private static Islands.Outcome at(PatientPoint click, Connectivity connectivity) {
        Mask mask =
                box(2, 2, 2, 5, 5, 5).union(box(6, 6, 6, 9, 9, 9)).union(box(20, 3, 3, 38, 8, 8));
        return Islands.at(GEOMETRY, mask, click, connectivity, Crew.alone());
    }

    private static Mask box(int i, int j, int k, int toI, int toJ, int toK) {
        MaskEdit edit = Mask.empty(GEOMETRY.size()).edit();
        edit.fill(new VoxelBox(i, j, k, toI, toJ, toK));
        return edit.mask();
    }
}
