// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

class SliceAxisTest {
    private static final VolumeGeometry EVEN =
            VolumeGeometry.regular(
                    new GridSize(10, 12, 5),
                    new PatientPoint(0, 0, 100),
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    0.5,
                    0.75,
                    3);

    /// Slices 50, 45, 44 and 37 mm up that lie straight above one another.
    private static final VolumeGeometry STRAIGHT = stack(0, 0, 0, 0);

    /// The same heights, leaning now here and now there.
    private static final VolumeGeometry BENT = stack(0, 1, 1, 3);

    private static VolumeGeometry stack(double... backwards) {
        double[] heights = {50, 45, 44, 37};
        return new VolumeGeometry(
                new GridSize(10, 12, 4),
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                new SliceStack.Table(
                        IntStream.range(0, 4)
                                .mapToObj(k -> new PatientPoint(0, backwards[k], heights[k]))
                                .toList()));
    }

    private static SliceAxis along(VolumeGeometry geometry, SlicePlane plane) {
        return SliceAxis.along(plane.normal(), geometry);
    }

    @Test
    void axialSlicesAreThoseThatWereAcquired() {
        var point = new PatientPoint(2, 2, 104);
        SliceAxis axis = along(EVEN, SlicePlane.axial(point));
        assertEquals(5, axis.count());
        assertEquals(1, axis.nearest(point));
        assertEquals(new PatientPoint(2, 2, 103), axis.shownFor(point));
        assertEquals(new PatientPoint(2, 2, 112), axis.onSlice(point, 99));
        assertEquals(new PatientPoint(2, 2, 100), axis.onSlice(point, -5));
    }

    @Test
    void unevenSlicesLieAtTheirTruePositions() {
        var point = new PatientPoint(2, 2, 44.2);
        SliceAxis axis = along(BENT, SlicePlane.axial(point));
        assertEquals(4, axis.count());
        assertEquals(44, axis.shownFor(point).z(), 1e-12);
        assertEquals(45, axis.onSlice(point, 1).z(), 1e-12);
        assertEquals(37, axis.onSlice(point, 3).z(), 1e-12);
        assertEquals(2, axis.onSlice(point, 3).y(), 1e-12, "straight into the screen");
    }

    @Test
    void coronalAndSagittalSlicesAreRowsAndColumns() {
        var point = new PatientPoint(2.1, 1.6, 103);
        SliceAxis rows = along(EVEN, SlicePlane.coronal(point));
        assertEquals(12, rows.count());
        assertEquals(2, rows.nearest(point));
        assertEquals(2.25, rows.onSlice(point, 3).y(), 1e-12);
        SliceAxis columns = along(EVEN, SlicePlane.sagittal(point));
        assertEquals(10, columns.count());
        assertEquals(4, columns.nearest(point));
        assertEquals(2.5, columns.onSlice(point, 5).x(), 1e-12);
    }

    @Test
    void unevenSlicesStraightAboveOneAnotherKeepTheirRowsAndColumns() {
        var point = new PatientPoint(2.2, 1.6, 44);
        assertEquals(12, along(STRAIGHT, SlicePlane.coronal(point)).count());
        assertEquals(2, along(STRAIGHT, SlicePlane.sagittal(point)).shownFor(point).x(), 1e-12);
        assertEquals(
                point,
                along(BENT, SlicePlane.coronal(point)).shownFor(point),
                "what bends has no rows to stop at");
    }

    @Test
    void aLeaningStackIsCutAlongItsColumns() {
        // slices 3 mm up and 1 mm back: rows lie on planes that lean by as much
        var leaning =
                new VolumeGeometry(
                        new GridSize(4, 6, 8),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR.times(0.5),
                        new SliceStack.Even(PatientPoint.ORIGIN, new PatientVector(0, 1, 3)));
        var normal = new PatientVector(0, 3, -1).unit();
        SliceAxis axis = SliceAxis.along(normal, leaning);
        assertEquals(6, axis.count());
        var onRow4 = new PatientPoint(1, 2 + 2, 6); // row 4 of slice 2
        assertEquals(4, axis.indexAt(onRow4), 1e-9);
        assertEquals(0.5 * 3 / Math.sqrt(10), axis.offsetAt(5) - axis.offsetAt(4), 1e-9);
    }

    @Test
    void obliqueSlicesSkipNoVoxelAndStayInTheVolume() {
        double h = Math.sqrt(0.5);
        var plane = new SlicePlane(EVEN.center(), PatientVector.LEFT, new PatientVector(0, h, h));
        SliceAxis axis = along(EVEN, plane);
        double step = axis.offsetAt(1) - axis.offsetAt(0);
        assertEquals(0.75 / h, Math.abs(step), 1e-12); // rows change fastest
        // 12 rows of 0.75 and 5 slices of 3 along the diagonal
        assertEquals(Math.round(24 * h / (0.75 / h)), axis.count());
        double middle = (axis.offsetAt(0) + axis.offsetAt(axis.count() - 1)) / 2;
        assertEquals(EVEN.center().from(PatientPoint.ORIGIN).dot(plane.normal()), middle, 1e-9);
        var point = new PatientPoint(1, 2, 103.3);
        assertEquals(point, axis.shownFor(point), "the very plane");
    }
}
