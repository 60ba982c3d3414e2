// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import org.overread.segmentation.tool.local.LocalBox;

/// How fast the distance changes in a voxel beside the front. Reads only; any number of threads.
final class FrontRates {
    private static final double FLAT = 1e-6;

    private final LocalBox box;
    private final float[] distance;
    private final double[] sides;
    private final int row;
    private final int slice;

    FrontRates(LocalBox box, float[] distance, double[] sides) {
        this.box = box;
        this.distance = distance;
        this.sides = sides;
        row = box.row();
        slice = box.slice();
    }

    double smallestSide() {
        return Math.min(sides[0], Math.min(sides[1], sides[2]));
    }

    /// The sum of 1 over the squares of the sides: of axes that have more than one voxel.
    double perSquare() {
        double sum = 0;
        sum += box.box().sizeI() > 1 ? 1 / (sides[0] * sides[0]) : 0;
        sum += box.box().sizeJ() > 1 ? 1 / (sides[1] * sides[1]) : 0;
        sum += box.box().sizeK() > 1 ? 1 / (sides[2] * sides[2]) : 0;
        return sum;
    }

    /// The change of the distance in a unit of time.
    float at(int n, float[] field, Drive drive, Motion motion) {
        double x = (distance[n + 1] - distance[n - 1]) / (2 * sides[0]);
        double y = (distance[n + row] - distance[n - row]) / (2 * sides[1]);
        double z = (distance[n + slice] - distance[n - slice]) / (2 * sides[2]);
        double square = x * x + y * y + z * z + FLAT;
        double value = atFront(n, field, x / square, y / square, z / square);
        double rate = 0;
        double speed = motion.propagation() * drive.speed(value);
        if (speed != 0) {
            rate -= speed * steepness(n, speed);
        }
        if (motion.curvature() > 0) {
            rate += motion.curvature() * drive.stiffness(value) * bending(n, x, y, z, square);
        }
        if (motion.advection() > 0 && drive instanceof Drive.Edges) {
            rate += motion.advection() * downEdges(n, field);
        }
        return (float) rate;
    }

    /// How fast the front may move here, bending aside.
    double pace(int n, float[] field, Drive drive, Motion motion) {
        if (motion.advection() == 0 || !(drive instanceof Drive.Edges)) {
            return 0; // never faster than the propagation itself
        }
        double i = (field[n + 1] - field[n - 1]) / (2 * sides[0]);
        double j = (field[n + row] - field[n - row]) / (2 * sides[1]);
        double k = (field[n + slice] - field[n - slice]) / (2 * sides[2]);
        return Math.abs(motion.propagation())
                + motion.advection() * (Math.abs(i) + Math.abs(j) + Math.abs(k));
    }

    /// The field where the front passes the voxel: a distance further down the slope, at most one voxel each way.
    private double atFront(int n, float[] field, double x, double y, double z) {
        double d = -distance[n];
        double i = Math.clamp(d * x / sides[0], -1, 1);
        double j = Math.clamp(d * y / sides[1], -1, 1);
        double k = Math.clamp(d * z / sides[2], -1, 1);
        int toI = i < 0 ? -1 : 1;
        int toJ = j < 0 ? -row : row;
        int toK = k < 0 ? -slice : slice;
        i = Math.abs(i);
        j = Math.abs(j);
        k = Math.abs(k);
        double near = plane(field, n, toI, toJ, i, j);
        double far = plane(field, n + toK, toI, toJ, i, j);
        return near + k * (far - near);
    }

    private static double plane(float[] field, int n, int toI, int toJ, double i, double j) {
        double first = field[n] + i * (field[n + toI] - field[n]);
        double second = field[n + toJ] + i * (field[n + toJ + toI] - field[n + toJ]);
        return first + j * (second - first);
    }

    /// |∇φ| from where the front comes (Godunov).
    private double steepness(int n, double speed) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            int step = axis == 0 ? 1 : axis == 1 ? row : slice;
            double back = slope(n, -step, sides[axis]);
            double ahead = slope(n, step, sides[axis]);
            double slope =
                    speed > 0
                            ? Math.max(Math.max(back, 0), -Math.min(ahead, 0))
                            : Math.max(-Math.min(back, 0), Math.max(ahead, 0));
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }

    /// The slope on one side of a voxel, from a parabola where the bend is gentle (ENO of second order).
    private double slope(int n, int step, double side) {
        double one = distance[n + step] - distance[n];
        double bendHere = distance[n + step] - 2.0 * distance[n] + distance[n - step];
        boolean edge = n + 2 * step < 0 || n + 2 * step >= distance.length;
        double bendThere =
                edge ? 0 : distance[n + 2 * step] - 2.0 * distance[n + step] + distance[n];
        double bend =
                bendHere * bendThere <= 0
                        ? 0
                        : Math.abs(bendHere) < Math.abs(bendThere) ? bendHere : bendThere;
        double slope = (one - bend / 2) / side;
        return step > 0 ? slope : -slope;
    }

    /// κ|∇φ|
    private double bending(int n, double x, double y, double z, double square) {
        double here = 2.0 * distance[n];
        double xx = (distance[n + 1] + distance[n - 1] - here) / (sides[0] * sides[0]);
        double yy = (distance[n + row] + distance[n - row] - here) / (sides[1] * sides[1]);
        double zz = (distance[n + slice] + distance[n - slice] - here) / (sides[2] * sides[2]);
        double xy = mixed(n, 1, row) / (4 * sides[0] * sides[1]);
        double xz = mixed(n, 1, slice) / (4 * sides[0] * sides[2]);
        double yz = mixed(n, row, slice) / (4 * sides[1] * sides[2]);
        double straight = xx * (y * y + z * z) + yy * (x * x + z * z) + zz * (x * x + y * y);
        double twisted = x * y * xy + x * z * xz + y * z * yz;
        return (straight - 2 * twisted) / square;
    }

    private double mixed(int n, int a, int b) {
        return (double) distance[n + a + b]
                - distance[n + a - b]
                - distance[n - a + b]
                + distance[n - a - b];
    }

    /// ∇g · ∇φ, the slope of φ taken from where the front comes.
    private double downEdges(int n, float[] field) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            int step = axis == 0 ? 1 : axis == 1 ? row : slice;
            double edge = (field[n + step] - field[n - step]) / (2 * sides[axis]);
            double back = (distance[n] - distance[n - step]) / sides[axis];
            double ahead = (distance[n + step] - distance[n]) / sides[axis];
            // the front moves against the slope of the edge map
            sum += edge * (edge < 0 ? back : ahead);
        }
        return sum;
    }
}
