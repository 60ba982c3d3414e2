// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import java.util.Arrays;

/// A closed surface as triangles: corners in voxel indices (sample centres on whole numbers), three numbers each, and
/// the triangles' corners by number, seen from outside counter-clockwise in a right-handed grid.
///
/// The arrays are handed out as they are and not to be changed.
public final class Triangles {
    private final float[] points;
    private final int[] corners;

    Triangles(float[] points, int[] corners) {
        this.points = points;
        this.corners = corners;
    }

    public float[] points() {
        return points;
    }

    public int[] corners() {
        return corners;
    }

    public int count() {
        return corners.length / 3;
    }

    public boolean isEmpty() {
        return corners.length == 0;
    }

    @Override
    public String toString() {
        return "Triangles[%d, the first at %s]"
                .formatted(
                        count(),
                        Arrays.toString(Arrays.copyOf(points, Math.min(3, points.length))));
    }
}
