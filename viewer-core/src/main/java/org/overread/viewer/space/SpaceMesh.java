// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import java.util.Arrays;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// A surface of triangles in the patient (mm) with a colour and an opacity of 0 to 1. Normals are those of its corners,
/// the mean of the triangles around. Immutable; its arrays are not handed out.
public final class SpaceMesh {
    private final float[] points;
    private final float[] normals;
    private final int[] corners;
    private final int rgb;
    private final double opacity;

    private SpaceMesh(float[] points, float[] normals, int[] corners, int rgb, double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) { // negated: NaN is refused too
            throw new IllegalArgumentException("an opacity of " + opacity);
        }
        this.points = points;
        this.normals = normals;
        this.corners = corners;
        this.rgb = rgb;
        this.opacity = opacity;
    }

    /// Of triangles in voxel indices: three numbers a corner, three corner numbers a triangle.
    public static SpaceMesh ofVoxels(
            VolumeGeometry geometry, float[] voxelPoints, int[] corners, int rgb, double opacity) {
        var points = new float[voxelPoints.length];
        for (int n = 0; n < points.length; n += 3) {
            PatientPoint p =
                    geometry.toPatient(
                            new VoxelPoint(voxelPoints[n], voxelPoints[n + 1], voxelPoints[n + 2]));
            points[n] = (float) p.x();
            points[n + 1] = (float) p.y();
            points[n + 2] = (float) p.z();
        }
        return new SpaceMesh(points, normals(points, corners), corners.clone(), rgb, opacity);
    }

    /// The same surface, painted otherwise.
    public SpaceMesh painted(int newRgb, double newOpacity) {
        return new SpaceMesh(points, normals, corners, newRgb, newOpacity);
    }

    /// Corners at the same place are one: surfaces made block by block share corners that they number apart.
    private static float[] normals(float[] points, int[] corners) {
        int[] same = SamePoints.of(points);
        var sums = new float[points.length];
        for (int n = 0; n < corners.length; n += 3) {
            int a = 3 * corners[n];
            int b = 3 * corners[n + 1];
            int c = 3 * corners[n + 2];
            float ux = points[b] - points[a];
            float uy = points[b + 1] - points[a + 1];
            float uz = points[b + 2] - points[a + 2];
            float vx = points[c] - points[a];
            float vy = points[c + 1] - points[a + 1];
            float vz = points[c + 2] - points[a + 2];
            float x = uy * vz - uz * vy;
            float y = uz * vx - ux * vz;
            float z = ux * vy - uy * vx;
            for (int corner = n; corner < n + 3; corner++) {
                int to = 3 * same[corners[corner]];
                sums[to] += x;
                sums[to + 1] += y;
                sums[to + 2] += z;
            }
        }
        var normals = new float[points.length];
        for (int n = 0; n < same.length; n++) {
            int from = 3 * same[n];
            double length =
                    Math.sqrt(
                            (double) sums[from] * sums[from]
                                    + (double) sums[from + 1] * sums[from + 1]
                                    + (double) sums[from + 2] * sums[from + 2]);
            for (int axis = 0; axis < 3; axis++) {
                normals[3 * n + axis] = length > 0 ? (float) (sums[from + axis] / length) : 0;
            }
        }
        return normals;
    }

    float point(int corner, int axis) {
        return points[3 * corner + axis];
    }

    float normal(int corner, int axis) {
        return normals[3 * corner + axis];
    }

    int corner(int triangle, int which) {
        return corners[3 * triangle + which];
    }

    public int triangles() {
        return corners.length / 3;
    }

    public int rgb() {
        return rgb;
    }

    public double opacity() {
        return opacity;
    }

    @Override
    public String toString() {
        return "SpaceMesh[%d triangles, the first at %s]"
                .formatted(
                        triangles(),
                        Arrays.toString(Arrays.copyOf(points, Math.min(3, points.length))));
    }
}
