// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

/// Eigenvalues of symmetric matrices in closed form, the largest first.
final class Eigenvalues {
    private Eigenvalues() {}

    /// Of `a b; b c`: the middle between both, and how far both are from it.
    static double middle(double a, double c) {
        return (a + c) / 2;
    }

    static double away(double a, double b, double c) {
        double half = (a - c) / 2;
        return Math.sqrt(half * half + b * b);
    }

    /// Of `a d e; d b f; e f c`, into three places (Smith 1961: the angle of a matrix scaled to unit spread).
    static void of(double a, double b, double c, double d, double e, double f, double[] to) {
        double mean = (a + b + c) / 3;
        double off = d * d + e * e + f * f;
        double spread =
                (a - mean) * (a - mean)
                        + (b - mean) * (b - mean)
                        + (c - mean) * (c - mean)
                        + 2 * off;
        double p = Math.sqrt(spread / 6);
        if (!(p > 0)) {
            to[0] = mean;
            to[1] = mean;
            to[2] = mean;
            return;
        }
        double x = (a - mean) / p;
        double y = (b - mean) / p;
        double z = (c - mean) / p;
        double u = d / p;
        double v = e / p;
        double w = f / p;
        double half =
                (x * (y * z - w * w) - u * (u * z - w * v) + v * (u * w - y * v))
                        / 2; // determinant
        double angle = Math.acos(Math.clamp(half, -1, 1)) / 3;
        to[0] = mean + 2 * p * Math.cos(angle);
        to[2] = mean + 2 * p * Math.cos(angle + 2 * Math.PI / 3);
        to[1] = 3 * mean - to[0] - to[2];
    }
}
