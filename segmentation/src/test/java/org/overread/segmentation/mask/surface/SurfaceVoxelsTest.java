// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class SurfaceVoxelsTest {
    private static final Crew ALONE = Crew.alone();
    private static final GridSize SIZE = new GridSize(40, 36, 30);
    private static final PatientPoint ORIGIN = new PatientPoint(-31, 17, 250);

    static Stream<Mask> masks() {
        return RandomMasks.all();
    }

    /// Straight in the three planes, head first and feet first, mirrored, oblique, tilted, uneven.
    static Stream<VolumeGeometry> geometries() {
        var left = PatientVector.LEFT;
        var back = PatientVector.POSTERIOR;
        var head = new PatientVector(0, 0, 1);
        var across = new PatientVector(0.8, 0.36, 0.48);
        var down = new PatientVector(-0.6, 0.48, 0.64);
        var up = across.cross(down);
        return Stream.of(
                grid(left, back, head.times(1.3)),
                grid(left, back, head.times(-1.3)),
                grid(back, head.times(-1), left),
                grid(left, head.times(-1), back.times(2)),
                grid(across, down, up.times(1.5)),
                grid(left, back, new PatientVector(0, 0.4, 1.2)),
                uneven(left, back, new PatientVector(0.1, -0.3, 1)),
                uneven(across, down, up.times(-1)));
    }

    private static VolumeGeometry grid(PatientVector i, PatientVector j, PatientVector step) {
        return new VolumeGeometry(
                SIZE, i.times(0.9), j.times(1.1), new SliceStack.Even(ORIGIN, step));
    }

    private static VolumeGeometry uneven(PatientVector i, PatientVector j, PatientVector step) {
        var origins = new ArrayList<PatientPoint>();
        for (int k = 0; k < SIZE.k(); k++) {
            origins.add(ORIGIN.plus(step.times(k + 0.3 * (k % 3) + (k > 12 ? 4 : 0))));
        }
        return new VolumeGeometry(SIZE, i.times(0.9), j.times(1.1), new SliceStack.Table(origins));
    }

    private static Mask filled(Mesh mesh, VolumeGeometry geometry) {
        return assertInstanceOf(
                        SurfaceVoxels.Outcome.Filled.class, SurfaceVoxels.of(mesh, geometry, ALONE))
                .mask();
    }

    private static Mask where(VolumeGeometry geometry, PointTest test) {
        return RandomMasks.where(
                geometry.size(),
                (i, j, k) -> test.accepts(geometry.toPatient(new VoxelPoint(i, j, k))));
    }

    private interface PointTest {
        boolean accepts(PatientPoint mm);
    }

    @ParameterizedTest
    @MethodSource("masks")
    void theSurfaceOfAMaskIsFilledWithItsVoxels(Mask mask) {
        Surface surface = Surface.of(mask, ALONE);
        Reference.crews()
                .forEach(
                        crew ->
                                assertEquals(
                                        new SurfaceVoxels.Outcome.Filled(mask),
                                        SurfaceVoxels.of(surface, mask.size(), crew)));
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void anOctahedronHasTheVoxelsWhoseCentresItHolds(VolumeGeometry geometry) {
        PatientPoint center = geometry.toPatient(new VoxelPoint(18.37, 15.61, 13.43));
        double radius = 11.29;
        Mask expected =
                where(
                        geometry,
                        mm ->
                                Math.abs(mm.x() - center.x())
                                                + Math.abs(mm.y() - center.y())
                                                + Math.abs(mm.z() - center.z())
                                        < radius);
        assertTrue(expected.count() > 500, expected.count() + " voxels");
        assertEquals(expected, filled(Meshes.octahedron(center, radius), geometry));
    }

    /// The rule of scan conversion: a body that ends at 6 holds 6, one that begins at 6 does not.
    @ParameterizedTest
    @MethodSource("geometries")
    void facesOnCentresBelongToTheBodyOnTheirLowSide(VolumeGeometry geometry) {
        UnaryOperator<PatientPoint> place =
                index -> geometry.toPatient(new VoxelPoint(index.x(), index.y(), index.z()));
        boolean isUneven = geometry.slices() instanceof SliceStack.Table;
        double lowK = isUneven ? 5 : 3; // between these two slices a table is straight
        double highK = isUneven ? 6 : 9;
        Mesh mesh = Meshes.box(new double[] {2, 7, lowK}, new double[] {6, 12, highK}, place);
        assertEquals(
                RandomMasks.where(
                        SIZE,
                        (i, j, k) -> i > 2 && i <= 6 && j > 7 && j <= 12 && k > lowK && k <= highK),
                filled(mesh, geometry));
    }

    /// VTK 9.1, vtkPolyDataToImageStencil with tolerance 0, of the same triangles.
    @Test
    void aGlobeHasAsManyVoxelsAsVtkFinds() {
        Mesh globe = Meshes.globe(new double[] {31.7, 30.1, 29.4}, 20.3);
        assertEquals(34_074, filled(globe, straight(64, 64, 64, 1, 1, 1)).count());
        assertEquals(21_646, filled(globe, straight(91, 71, 26, 0.7, 0.9, 2.5)).count());
    }

    private static VolumeGeometry straight(
            int i, int j, int k, double spacingI, double spacingJ, double spacingK) {
        return VolumeGeometry.regular(
                new GridSize(i, j, k),
                PatientPoint.ORIGIN,
                PatientVector.LEFT,
                PatientVector.POSTERIOR,
                spacingI,
                spacingJ,
                spacingK);
    }

    @Test
    void whatReachesBeyondTheGridIsCutOff() {
        VolumeGeometry grid = straight(70, 9, 1, 1, 1, 1);
        double[] low = {-50, -50, -50};
        Mesh around = Meshes.box(low, new double[] {500, 500, 500}, mm -> mm);
        assertEquals(Mask.full(grid.size()), filled(around, grid));
        Mesh corner = Meshes.box(low, new double[] {64.5, 3.5, 0.5}, mm -> mm);
        assertEquals(
                RandomMasks.where(grid.size(), (i, j, _) -> i <= 64 && j <= 3),
                filled(corner, grid));
        Mesh beside = Meshes.box(new double[] {80, 0, -1}, new double[] {90, 8, 1}, mm -> mm);
        assertEquals(Mask.empty(grid.size()), filled(beside, grid));
        Mesh above = Meshes.box(new double[] {0, 0, 3}, new double[] {9, 8, 4}, mm -> mm);
        assertEquals(Mask.empty(grid.size()), filled(above, grid));
    }

    @Test
    void parityDecidesWhereASurfaceOverlapsItself() {
        VolumeGeometry grid = straight(40, 20, 20, 1, 1, 1);
        Mesh one = Meshes.box(new double[] {2.5, 2.5, 2.5}, new double[] {20.5, 9.5, 9.5}, p -> p);
        Mesh two = Meshes.box(new double[] {9.5, 2.5, 2.5}, new double[] {30.5, 9.5, 9.5}, p -> p);
        assertEquals(
                RandomMasks.where(
                        grid.size(),
                        (i, j, k) ->
                                i >= 3
                                        && i <= 30
                                        && !(i >= 10 && i <= 20)
                                        && j >= 3
                                        && j <= 9
                                        && k >= 3
                                        && k <= 9),
                filled(Meshes.both(one, two), grid));
    }

    @Test
    void aSurfaceWithAHoleIsNamedAsOne() {
        Mesh box = Meshes.box(new double[] {2.5, 2.5, 2.5}, new double[] {9.5, 9.5, 9.5}, p -> p);
        int faces = box.corners().length;
        var holed = new Mesh(box.points(), Arrays.copyOf(box.corners(), faces - 6)); // the far side
        assertEquals(
                new SurfaceVoxels.Outcome.Open(49),
                SurfaceVoxels.of(holed, straight(20, 20, 20, 1, 1, 1), ALONE));
    }

    @Test
    void pointsThatAreNowhereAndCornersThatAreNoPointsAreRefused() {
        double[] points = {0, 0, 0, 1, 0, 0, 0, 1, 0};
        for (double bad : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
            double[] off = points.clone();
            off[4] = bad;
            assertThrows(IllegalArgumentException.class, () -> new Mesh(off, new int[] {0, 1, 2}));
        }
        assertThrows(IllegalArgumentException.class, () -> new Mesh(points, new int[] {0, 1, 3}));
        assertThrows(IllegalArgumentException.class, () -> new Mesh(points, new int[] {0, -1, 2}));
        assertThrows(IllegalArgumentException.class, () -> new Mesh(points, new int[] {0, 1}));
    }
}
