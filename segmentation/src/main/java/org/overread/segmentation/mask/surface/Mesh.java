// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

/// Triangles in the patient: points in millimetres (LPS), three numbers each, and the triangles' corners by number.
///
/// The arrays are handed over and out as they are and not to be changed.
public final class Mesh {
    private final double[] points;
    private final int[] corners;

    public Mesh(double[] points, int[] corners) {
        if (points.length % 3 != 0 || corners.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "%d coordinates and %d corners; both come in threes."
                            .formatted(points.length, corners.length));
        }
        for (double coordinate : points) {
            if (!Double.isFinite(coordinate)) {
                throw new IllegalArgumentException("A point of the surface is at " + coordinate);
            }
        }
        for (int corner : corners) {
            if (corner < 0 || corner >= points.length / 3) {
                throw new IllegalArgumentException(
                        "A corner is point %d and there are %d, counted from 0."
                                .formatted(corner, points.length / 3));
            }
        }
        this.points = points;
        this.corners = corners;
    }

    public double[] points() {
        return points;
    }

    public int[] corners() {
        return corners;
    }

    public int triangles() {
        return corners.length / 3;
    }
}
