// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.util.Arrays;
import org.overread.segmentation.mask.surface.Mesh;

/// Points and triangles as a file names them. A polygon becomes triangles that share its first corner.
final class MeshPoints {
    private double[] points = new double[3 * 1024];
    private int pointCount;
    private int[] corners = new int[3 * 1024];
    private int cornerCount;

    void point(double x, double y, double z) {
        if (3 * pointCount + 3 > points.length) {
            points = Arrays.copyOf(points, Math.multiplyExact(2, points.length));
        }
        points[3 * pointCount] = x;
        points[3 * pointCount + 1] = y;
        points[3 * pointCount + 2] = z;
        pointCount++;
    }

    int points() {
        return pointCount;
    }

    /// Corners by the numbers of points, counted from 0.
    void polygon(int[] numbers, int count) {
        for (int n = 2; n < count; n++) {
            if (cornerCount + 3 > corners.length) {
                corners = Arrays.copyOf(corners, Math.multiplyExact(2, corners.length));
            }
            corners[cornerCount++] = numbers[0];
            corners[cornerCount++] = numbers[n - 1];
            corners[cornerCount++] = numbers[n];
        }
    }

    /// Three points of its own.
    void lastThree() {
        polygon(new int[] {pointCount - 3, pointCount - 2, pointCount - 1}, 3);
    }

    /// In the patient; points that the file gives from right to left and front to back are turned round.
    Mesh mesh(SurfaceSpace space) {
        double[] mm = Arrays.copyOf(points, 3 * pointCount);
        if (space == SurfaceSpace.RAS) {
            for (int n = 0; n < mm.length; n += 3) {
                mm[n] = -mm[n];
                mm[n + 1] = -mm[n + 1];
            }
        }
        return new Mesh(mm, Arrays.copyOf(corners, cornerCount));
    }
}
