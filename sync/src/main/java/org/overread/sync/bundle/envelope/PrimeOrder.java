// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// Whether a point of Ed25519's curve is in the group of prime order, in half the time of multiplying it by that order. The
/// whole group is eight times as large, so a point is in it where it can be halved three times: twice in fact, the third
/// time by a test (T. Pornin, Point-Halving and Subgroup Membership in Twisted Edwards Curves, 2022).
///
/// The point is looked at as one of the Montgomery curve `y² = x³ + 486662x² + x`, which a point can be halved on where its
/// `x` is a square; both signs of `y` give the same answer, so the sign is not needed.
final class PrimeOrder {
    private static final int[] ONE = X25519Field.create();
    private static final int[] COEFFICIENT = X25519Field.create();

    static {
        X25519Field.one(ONE);
        COEFFICIENT[0] = 486_662;
    }

    private PrimeOrder() {}

    /// The point must be on the curve, in its one encoding, and not of small order.
    static boolean contains(byte[] point) {
        int[] y = X25519Field.create();
        X25519Field.decode255(point, y);
        int[] above = X25519Field.create();
        int[] below = X25519Field.create();
        X25519Field.add(ONE, y, above);
        X25519Field.sub(ONE, y, below);
        int[] root = X25519Field.create(); // of x = (1 + y) / (1 - y)
        if (!X25519Field.sqrtRatioVar(above, below, root)) {
            return false;
        }
        int[] x = X25519Field.create();
        X25519Field.sqr(root, x);
        int[] square = X25519Field.create(); // x² + 486662x + 1, which is (y / root)²
        X25519Field.add(x, COEFFICIENT, square);
        X25519Field.mul(square, x, square);
        X25519Field.addOne(square);
        int[] slope = X25519Field.create();
        if (!X25519Field.sqrtRatioVar(square, ONE, slope)) {
            return false;
        }
        int[] factor = halve(x, root, slope); // y of the half is x of the half times this
        int[] half = x;
        if (!X25519Field.sqrtRatioVar(half, ONE, root)) {
            return false;
        }
        X25519Field.mul(factor, root, slope);
        halve(half, root, slope);
        return X25519Field.sqrtRatioVar(half, ONE, root);
    }

    /// Puts the half's `x` in the place of the point's.
    ///
    /// @param root of `x`
    /// @param slope the point's `y` divided by that root
    /// @return what the half's `x` has to be multiplied by to give its `y`
    private static int[] halve(int[] x, int[] root, int[] slope) {
        int[] between = X25519Field.create();
        int[] factor = X25519Field.create();
        between(x, slope, between);
        if (!X25519Field.sqrtRatioVar(between, ONE, factor)) {
            X25519Field.negate(root, root);
            X25519Field.negate(slope, slope);
            between(x, slope, between); // of the two, exactly one is a square
            X25519Field.sqrtRatioVar(between, ONE, factor);
        }
        int[] product = X25519Field.create();
        X25519Field.mul(root, factor, product);
        X25519Field.sub(x, slope, x);
        X25519Field.sub(x, product, x);
        X25519Field.carry(x);
        return factor;
    }

    /// `2x + 486662 - 2 slope`: the place on the curve between a point and its double.
    private static void between(int[] x, int[] slope, int[] into) {
        X25519Field.sub(x, slope, into);
        X25519Field.add(into, into, into);
        X25519Field.add(into, COEFFICIENT, into);
        X25519Field.carry(into);
    }
}
