// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.overread.viewer.volume.PatientPoint;

/// Closed surfaces that are known exactly.
final class Meshes {
    private Meshes() {}

    /// A box between two corners, each corner sent through `place`.
    static Mesh box(double[] low, double[] high, UnaryOperator<PatientPoint> place) {
        var points = new double[24];
        for (int n = 0; n < 8; n++) {
            PatientPoint mm =
                    place.apply(
                            new PatientPoint(
                                    (n & 1) == 0 ? low[0] : high[0],
                                    (n & 2) == 0 ? low[1] : high[1],
                                    (n & 4) == 0 ? low[2] : high[2]));
            points[3 * n] = mm.x();
            points[3 * n + 1] = mm.y();
            points[3 * n + 2] = mm.z();
        }
        int[] squares = {0, 2, 3, 1, 4, 5, 7, 6, 0, 1, 5, 4, 2, 6, 7, 3, 0, 4, 6, 2, 1, 3, 7, 5};
        var corners = new int[36];
        for (int n = 0; n < 6; n++) {
            int[] order = {0, 1, 2, 0, 2, 3};
            for (int c = 0; c < 6; c++) {
                corners[6 * n + c] = squares[4 * n + order[c]];
            }
        }
        return new Mesh(points, corners);
    }

    /// The points at most `radius` from a centre, distances along the axes added up.
    static Mesh octahedron(PatientPoint center, double radius) {
        double[] c = {center.x(), center.y(), center.z()};
        var points = new double[18];
        for (int n = 0; n < 6; n++) {
            System.arraycopy(c, 0, points, 3 * n, 3);
            points[3 * n + n / 2] += n % 2 == 0 ? radius : -radius;
        }
        var corners = new int[24];
        for (int n = 0; n < 8; n++) {
            corners[3 * n] = n & 1;
            corners[3 * n + 1] = 2 + (n >> 1 & 1);
            corners[3 * n + 2] = 4 + (n >> 2);
        }
        return new Mesh(points, corners);
    }

    /// A globe of 24 meridians and 11 parallels.
    static Mesh globe(double[] center, double radius) {
        int around = 24;
        int down = 12;
        var points = new ArrayList<double[]>();
        points.add(new double[] {center[0], center[1], center[2] + radius});
        for (int b = 1; b < down; b++) {
            for (int a = 0; a < around; a++) {
                double polar = Math.PI * b / down;
                double azimuth = 2 * Math.PI * a / around;
                points.add(
                        new double[] {
                            center[0] + radius * Math.sin(polar) * Math.cos(azimuth),
                            center[1] + radius * Math.sin(polar) * Math.sin(azimuth),
                            center[2] + radius * Math.cos(polar)
                        });
            }
        }
        points.add(new double[] {center[0], center[1], center[2] - radius});
        var triangles = new ArrayList<int[]>();
        for (int a = 0; a < around; a++) {
            int next = (a + 1) % around;
            triangles.add(new int[] {0, 1 + a, 1 + next});
            for (int b = 1; b < down - 1; b++) {
                int row = 1 + (b - 1) * around;
                triangles.add(new int[] {row + a, row + around + a, row + around + next});
                triangles.add(new int[] {row + a, row + around + next, row + next});
            }
            int last = 1 + (down - 2) * around;
            triangles.add(new int[] {points.size() - 1, last + next, last + a});
        }
        return new Mesh(
                points.stream().flatMapToDouble(Arrays::stream).toArray(),
                triangles.stream().flatMapToInt(Arrays::stream).toArray());
    }

    static Mesh both(Mesh one, Mesh other) {
        double[] points = join(one.points(), other.points());
        var corners = new ArrayList<Integer>();
        for (int corner : one.corners()) {
            corners.add(corner);
        }
        for (int corner : other.corners()) {
            corners.add(corner + one.points().length / 3);
        }
        return new Mesh(points, corners.stream().mapToInt(Integer::intValue).toArray());
    }

    private static double[] join(double[] one, double[] other) {
        return List.of(one, other).stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
