// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// A point of Ed25519's curve `-x² + y² = 1 + dx²y²` that others are added to, as `x`, `y` and `z` of (x/z, y/z), and two
/// factors of `t = xy/z` (H. Hisil and others, Twisted Edwards Curves Revisited, 2008). The formulas hold for every pair of
/// points, since d is no square. For what everybody may know only: the time that it takes depends on the values.
///
/// The numbers are Bouncy Castle's, ten digits each. What it multiplies may be a sum of two products; longer sums are
/// carried first.
final class CurvePoint {
    private static final int[] D = d();
    private static final int[] TWICE_D = X25519Field.create();

    static {
        X25519Field.add(D, D, TWICE_D);
        X25519Field.carry(TWICE_D);
    }

    private final int[] x = X25519Field.create();
    private final int[] y = X25519Field.create();
    private final int[] z = X25519Field.create();
    private final int[] t1 = X25519Field.create();
    private final int[] t2 = X25519Field.create();

    // what is being worked out
    private final int[] a = X25519Field.create();
    private final int[] b = X25519Field.create();
    private final int[] c = X25519Field.create();

    /// A point as it is added to another: with the sums and products that this takes.
    static final class Summand {
        private final int[] less = X25519Field.create(); // y - x
        private final int[] more = X25519Field.create(); // y + x
        private final int[] twiceZ = X25519Field.create();
        private final int[] twiceDt = X25519Field.create();
    }

    private CurvePoint() {}

    static CurvePoint neutral() {
        var point = new CurvePoint();
        X25519Field.one(point.y);
        X25519Field.one(point.z);
        X25519Field.one(point.t2);
        return point;
    }

    /// The point of an encoding that is known to be one.
    static CurvePoint decode(byte[] encoded) {
        var point = neutral();
        X25519Field.decode255(encoded, point.y);
        X25519Field.sqr(point.y, point.a);
        X25519Field.mul(point.a, D, point.b);
        X25519Field.subOne(point.a);
        X25519Field.addOne(point.b);
        if (!X25519Field.sqrtRatioVar(point.a, point.b, point.x)) {
            throw new IllegalArgumentException("not on the curve");
        }
        X25519Field.normalize(point.x);
        int sign = (encoded[encoded.length - 1] & 0x80) >>> 7;
        if ((point.x[0] & 1) != sign) {
            X25519Field.negate(point.x, point.x);
            X25519Field.carry(point.x);
        }
        X25519Field.copy(point.x, 0, point.t1, 0);
        X25519Field.copy(point.y, 0, point.t2, 0);
        return point;
    }

    CurvePoint copy() {
        var copy = new CurvePoint();
        X25519Field.copy(x, 0, copy.x, 0);
        X25519Field.copy(y, 0, copy.y, 0);
        X25519Field.copy(z, 0, copy.z, 0);
        X25519Field.copy(t1, 0, copy.t1, 0);
        X25519Field.copy(t2, 0, copy.t2, 0);
        return copy;
    }

    /// The one encoding, 32 bytes.
    byte[] encode() {
        X25519Field.invVar(z, a);
        X25519Field.mul(x, a, b);
        X25519Field.mul(y, a, c);
        X25519Field.normalize(b);
        X25519Field.normalize(c);
        byte[] encoded = new byte[32];
        X25519Field.encode(c, encoded);
        encoded[31] |= (byte) ((b[0] & 1) << 7);
        return encoded;
    }

    Summand summand() {
        var summand = new Summand();
        X25519Field.apm(y, x, summand.more, summand.less);
        X25519Field.add(z, z, summand.twiceZ);
        X25519Field.mul(t1, t2, summand.twiceDt);
        X25519Field.mul(summand.twiceDt, TWICE_D, summand.twiceDt);
        return summand;
    }

    /// Puts twice the point in its place.
    void twice() {
        X25519Field.add(x, y, t1);
        X25519Field.sqr(t1, t1);
        X25519Field.sqr(x, a);
        X25519Field.sqr(y, b);
        X25519Field.sqr(z, c);
        X25519Field.add(c, c, c);
        X25519Field.apm(a, b, t2, b); // x² + y², x² - y²
        X25519Field.sub(t2, t1, t1);
        X25519Field.carry(t1);
        X25519Field.add(c, b, c);
        X25519Field.carry(c);
        product(t1, c, b, t2);
    }

    void add(Summand other) {
        multiply(other.less, other.more, other);
        X25519Field.apm(z, c, b, a);
        product(t1, a, b, t2);
    }

    /// Adds the opposite: with the sum and the difference exchanged, and another sign of t.
    void subtract(Summand other) {
        multiply(other.more, other.less, other);
        X25519Field.apm(z, c, a, b);
        product(t1, a, b, t2);
    }

    /// Puts the difference and the sum of the first two products into the factors of t, the others into `c` and `z`.
    private void multiply(int[] withLess, int[] withMore, Summand other) {
        X25519Field.mul(t1, t2, c);
        X25519Field.apm(y, x, b, a);
        X25519Field.mul(a, withLess, a);
        X25519Field.mul(b, withMore, b);
        X25519Field.apm(b, a, t2, t1);
        X25519Field.mul(c, other.twiceDt, c);
        X25519Field.mul(z, other.twiceZ, z);
    }

    /// The point (e/g, h/f) of four such numbers.
    private void product(int[] e, int[] f, int[] g, int[] h) {
        X25519Field.mul(e, f, x);
        X25519Field.mul(g, h, y);
        X25519Field.mul(f, g, z);
    }

    /// -121665/121666.
    private static int[] d() {
        int[] above = X25519Field.create();
        int[] below = X25519Field.create();
        int[] d = X25519Field.create();
        above[0] = -121_665;
        below[0] = 121_666;
        X25519Field.invVar(below, below);
        X25519Field.mul(above, below, d);
        return d;
    }
}
