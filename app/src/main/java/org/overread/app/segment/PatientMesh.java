// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.util.HashMap;
import java.util.Map;
import org.overread.segmentation.mask.surface.Surface;
import org.overread.segmentation.mask.surface.Triangles;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A surface in one piece: the points that blocks share are one point, in patient millimetres.
final class PatientMesh {
    private final float[] points;
    private final int[] corners;

    private record Spot(float i, float j, float k) {}

    private PatientMesh(float[] points, int[] corners) {
        this.points = points;
        this.corners = corners;
    }

    static PatientMesh of(Surface surface, VolumeGeometry geometry) {
        boolean isMirrored = geometry.iStep().cross(geometry.jStep()).dot(geometry.kStep(0)) < 0;
        Map<Spot, Integer> numbers = new HashMap<>();
        var corners = new int[Math.toIntExact(3 * surface.triangles())];
        int at = 0;
        for (Triangles block : surface.blocks().values()) {
            float[] p = block.points();
            for (int corner : block.corners()) {
                var spot = new Spot(p[3 * corner], p[3 * corner + 1], p[3 * corner + 2]);
                int next = numbers.size();
                corners[at++] = numbers.computeIfAbsent(spot, _ -> next);
            }
        }
        if (isMirrored) {
            for (int n = 0; n < corners.length; n += 3) {
                int second = corners[n + 1];
                corners[n + 1] = corners[n + 2];
                corners[n + 2] = second;
            }
        }
        var points = new float[3 * numbers.size()];
        numbers.forEach(
                (spot, n) -> {
                    PatientPoint mm =
                            geometry.toPatient(new VoxelPoint(spot.i(), spot.j(), spot.k()));
                    points[3 * n] = (float) mm.x();
                    points[3 * n + 1] = (float) mm.y();
                    points[3 * n + 2] = (float) mm.z();
                });
        return new PatientMesh(points, corners);
    }

    int points() {
        return points.length / 3;
    }

    int triangles() {
        return corners.length / 3;
    }

    float coordinate(int point, int axis) {
        return points[3 * point + axis];
    }

    int corner(int triangle, int n) {
        return corners[3 * triangle + n];
    }

    /// Outwards, of length 1; zeros for a triangle without area.
    float[] normal(int triangle) {
        int a = 3 * corner(triangle, 0);
        int b = 3 * corner(triangle, 1);
        int c = 3 * corner(triangle, 2);
        double ux = (double) points[b] - points[a];
        double uy = (double) points[b + 1] - points[a + 1];
        double uz = (double) points[b + 2] - points[a + 2];
        double vx = (double) points[c] - points[a];
        double vy = (double) points[c + 1] - points[a + 1];
        double vz = (double) points[c + 2] - points[a + 2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        double length = Math.sqrt(x * x + y * y + z * z);
        return length == 0
                ? new float[3]
                : new float[] {(float) (x / length), (float) (y / length), (float) (z / length)};
    }
}
