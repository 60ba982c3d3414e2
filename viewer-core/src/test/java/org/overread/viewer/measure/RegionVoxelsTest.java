// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class RegionVoxelsTest {
    private static final GridSize SIZE = new GridSize(30, 26, 14);

    private record Voxel(int i, int j, int k) {}

    private static Map<Voxel, Double> voxels(Region region, VolumeGeometry geometry) {
        var found = new HashMap<Voxel, Double>();
        RegionVoxels.visit(
                region,
                geometry,
                (i, j, k, size) -> {
                    Double before = found.put(new Voxel(i, j, k), size);
                    assertEquals(null, before, "a voxel told twice");
                });
        return found;
    }

    private static double sum(Map<Voxel, Double> voxels) {
        return voxels.values().stream().mapToDouble(d -> d).sum();
    }

    @ParameterizedTest
    @EnumSource
    void anAcquiredSliceCountsThePixelsWhoseCentresAreInside(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.8, 1.1, 2);
        PatientPoint center = geometry.toPatient(new VoxelPoint(14.3, 12.6, 6));
        var ellipse =
                new Region.Ellipse(
                        center,
                        geometry.iStep()
                                .unit()
                                .plus(geometry.jStep().unit().times(0.4))
                                .unit()
                                .times(6.2),
                        geometry.normal()
                                .cross(
                                        geometry.iStep()
                                                .unit()
                                                .plus(geometry.jStep().unit().times(0.4)))
                                .unit()
                                .times(4.1));
        Set<Voxel> expected = new HashSet<>();
        for (int j = 0; j < SIZE.j(); j++) {
            for (int i = 0; i < SIZE.i(); i++) {
                PatientVector way = geometry.toPatient(new VoxelPoint(i, j, 6)).from(center);
                double a = way.dot(ellipse.a()) / ellipse.a().dot(ellipse.a());
                double b = way.dot(ellipse.b()) / ellipse.b().dot(ellipse.b());
                if (a * a + b * b <= 1) {
                    expected.add(new Voxel(i, j, 6));
                }
            }
        }
        Map<Voxel, Double> found = voxels(ellipse, geometry);
        assertEquals(expected, found.keySet());
        found.values().forEach(area -> assertEquals(0.8 * 1.1, area, 1e-9)); // mm²
        // the pixels' area is the ellipse's, but for the steps of its rim
        assertEquals(Math.PI * 6.2 * 4.1, sum(found), 3);
    }

    /// The cut of a cube by the plane through its middle that is perpendicular to a diagonal is a regular hexagon.
    @Test
    void aPlaneAcrossACubeCutsOutAHexagon() {
        VolumeGeometry cube = Orientation.AXIAL.grid(new GridSize(20, 20, 20), 1, 1, 1);
        PatientVector diagonal = new PatientVector(1, 1, 1).unit();
        PatientVector a = new PatientVector(1, -1, 0).unit();
        var all =
                new Region.Rectangle(
                        PatientPoint.ORIGIN, a.times(60), diagonal.cross(a).unit().times(60));
        assertEquals(3 * Math.sqrt(3) / 4 * 400, sum(voxels(all, cube)), 1e-6); // mm²
    }

    /// Points laid densely on the plane, each in the cell of the voxel that is nearest by index.
    @ParameterizedTest
    @EnumSource
    void anObliquePlaneCountsWhatItCutsOutOfEachCell(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.8, 1.1, 2);
        PatientVector a = new PatientVector(0.8, 0.1, 0.5).unit();
        PatientVector b = a.cross(new PatientVector(0.2, 1, 0.3)).unit();
        PatientPoint center = geometry.toPatient(new VoxelPoint(14.2, 12.9, 6.3));
        var region = new Region.Rectangle(center, a.times(5.3), b.times(3.7));
        Map<Voxel, double[]> cuts = new HashMap<>();
        double step = 0.025;
        for (double u = -9; u < 9; u += step) {
            for (double v = -7; v < 7; v += step) {
                VoxelPoint at = geometry.toVoxel(center.plus(a.times(u)).plus(b.times(v)));
                var voxel =
                        new Voxel(
                                (int) Math.round(at.i()),
                                (int) Math.round(at.j()),
                                (int) Math.round(at.k()));
                double[] cut = cuts.computeIfAbsent(voxel, _ -> new double[3]);
                cut[0] += step * step;
                cut[1] += step * step * u;
                cut[2] += step * step * v;
            }
        }
        Map<Voxel, Double> found = voxels(region, geometry);
        assertTrue(found.size() > 40, "voxels: " + found.size());
        found.forEach(
                (voxel, area) ->
                        assertEquals(
                                cuts.getOrDefault(voxel, new double[1])[0],
                                area,
                                0.02,
                                "" + voxel));
        for (var cut : cuts.entrySet()) {
            double u = Math.abs(cut.getValue()[1] / cut.getValue()[0]);
            double v = Math.abs(cut.getValue()[2] / cut.getValue()[0]);
            boolean near = Math.abs(u - 5.3) < 0.02 || Math.abs(v - 3.7) < 0.02;
            boolean tiny = cut.getValue()[0] < 0.01; // of a corner that the points may miss
            if (!near && !tiny) {
                assertEquals(
                        u < 5.3 && v < 3.7, found.containsKey(cut.getKey()), "" + cut.getKey());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBallCountsTheVoxelsWhoseCentresItHolds(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(SIZE, 0.8, 1.1, 2);
        PatientPoint center = geometry.toPatient(new VoxelPoint(14.2, 12.9, 6.3));
        var ball = new Region.Sphere(center, center.plus(new PatientVector(0, 7.3, 0)));
        Set<Voxel> expected = new HashSet<>();
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    if (geometry.toPatient(new VoxelPoint(i, j, k)).distanceTo(center) <= 7.3) {
                        expected.add(new Voxel(i, j, k));
                    }
                }
            }
        }
        Map<Voxel, Double> found = voxels(ball, geometry);
        assertEquals(expected, found.keySet());
        double truth = 4 / 3.0 * Math.PI * Math.pow(7.3, 3); // mm³
        assertEquals(truth, sum(found), 0.03 * truth);
    }

    @Test
    void aPlaneBetweenTwoSlicesCountsOneOfThem() {
        for (Orientation orientation : Orientation.values()) {
            VolumeGeometry geometry = orientation.grid(SIZE, 1, 1, 2);
            PatientPoint center = geometry.toPatient(new VoxelPoint(14, 12, 6.5));
            var region =
                    new Region.Rectangle(
                            center,
                            geometry.iStep().unit().times(3.5),
                            geometry.jStep().unit().times(2.5));
            Map<Voxel, Double> found = voxels(region, geometry);
            assertEquals(Set.of(7), Set.copyOf(found.keySet().stream().map(Voxel::k).toList()));
        }
    }
}
