// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.mask.Spacing;

/// The surface within a cell of eight voxels, for each of the 256 ways in which they can belong to a mask or not:
/// polygons through the middles of the edges whose ends differ, as in marching cubes. Where two voxels of a face meet at
/// a corner only, they are kept apart, so that the polygons of neighbouring cells always fit.
///
/// A polygon that is not flat is split into the fan with the largest area in a cube, which is how VTK splits it; the mean
/// is taken where several fans are as large, so that the area does not depend on the orientation of the grid.
final class CellPolygons {
    private static final int CORNERS = 8;
    private static final double SAME = 1e-9;

    private CellPolygons() {}

    /// Voxel `n` of a cell lies at the bits of n: the area of the surface for each set of voxels, as bits.
    static double[] areas(Spacing spacing) {
        var areas = new double[1 << CORNERS];
        for (int set = 0; set < areas.length; set++) {
            for (List<Integer> polygon : polygons(set)) {
                areas[set] += area(polygon, spacing);
            }
        }
        return areas;
    }

    /// Edges as 8 * lower corner + higher corner, in the order in which a polygon passes them.
    private static List<List<Integer>> polygons(int set) {
        var next = new int[CORNERS * CORNERS];
        Arrays.fill(next, -1);
        for (int axis = 0; axis < 3; axis++) {
            for (int side = 0; side < 2; side++) {
                joinOnFace(set, face(axis, side), next);
            }
        }
        var polygons = new ArrayList<List<Integer>>();
        for (int edge = 0; edge < next.length; edge++) {
            var polygon = new ArrayList<Integer>();
            for (int at = edge; next[at] >= 0; ) {
                polygon.add(at);
                int then = next[at];
                next[at] = -1;
                at = then;
            }
            if (!polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    /// The corners of a face, around it as seen from outside.
    private static int[] face(int axis, int side) {
        int u = 1 << (axis + 1) % 3;
        int v = 1 << (axis + 2) % 3;
        int base = side << axis;
        return side == 1
                ? new int[] {base, base + u, base + u + v, base + v}
                : new int[] {base, base + v, base + u + v, base + u};
    }

    /// Around every run of corners that belong, a line from the edge where it ends to the edge where it begins.
    private static void joinOnFace(int set, int[] face, int[] next) {
        for (int n = 0; n < 4; n++) {
            int here = face[n];
            int before = face[(n + 3) % 4];
            if (isIn(set, here) && !isIn(set, before)) {
                int last = n;
                while (isIn(set, face[(last + 1) % 4])) {
                    last++;
                }
                next[edge(face[last % 4], face[(last + 1) % 4])] = edge(before, here);
            }
        }
    }

    private static boolean isIn(int set, int corner) {
        return ((set >> corner) & 1) == 1;
    }

    private static int edge(int a, int b) {
        return CORNERS * Math.min(a, b) + Math.max(a, b);
    }

    private static double area(List<Integer> polygon, Spacing spacing) {
        double largest = 0;
        double sum = 0;
        int count = 0;
        for (int start = 0; start < polygon.size(); start++) {
            double inCube = fan(polygon, start, Spacing.ONE);
            if (inCube > largest + SAME) {
                largest = inCube;
                sum = 0;
                count = 0;
            }
            if (inCube > largest - SAME) {
                sum += fan(polygon, start, spacing);
                count++;
            }
        }
        return sum / count;
    }

    private static double fan(List<Integer> polygon, int start, Spacing spacing) {
        int size = polygon.size();
        double sum = 0;
        for (int n = 1; n < size - 1; n++) {
            sum +=
                    triangle(
                            polygon.get(start),
                            polygon.get((start + n) % size),
                            polygon.get((start + n + 1) % size),
                            spacing);
        }
        return sum;
    }

    private static double triangle(int a, int b, int c, Spacing spacing) {
        double ux = (middle(b, 0) - middle(a, 0)) * spacing.i();
        double uy = (middle(b, 1) - middle(a, 1)) * spacing.j();
        double uz = (middle(b, 2) - middle(a, 2)) * spacing.k();
        double vx = (middle(c, 0) - middle(a, 0)) * spacing.i();
        double vy = (middle(c, 1) - middle(a, 1)) * spacing.j();
        double vz = (middle(c, 2) - middle(a, 2)) * spacing.k();
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return Math.sqrt(x * x + y * y + z * z) / 2;
    }

    private static double middle(int edge, int axis) {
        return (coordinate(edge / CORNERS, axis) + coordinate(edge % CORNERS, axis)) / 2.0;
    }

    private static int coordinate(int corner, int axis) {
        return (corner >> axis) & 1;
    }
}
