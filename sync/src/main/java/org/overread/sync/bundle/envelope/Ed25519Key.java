// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.curve.Ed25519Equation;
import org.overread.sync.bundle.curve.LittleEndian;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// An Ed25519 key, checked as strictly as there is agreement on: points in their one encoding, not among the eight weak ones
/// and in the group of prime order, S below the order. So every program comes to the same verdict, whether it multiplies by
/// the cofactor or not.
///
/// That R is in that group takes no test of its own. The key A is, since it was checked when it was read; so is S·B - k·A,
/// whatever S and k are; and R is believed only if it is, byte for byte, the encoding of that point.
public final class Ed25519Key implements PublicKey {
    private static final Bytes BEFORE = Bytes.hex("302a300506032b6570032100");
    private static final int POINT = 32;
    private static final int SIGNATURE = 64;
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /// The y of the eight points whose order divides 8 (two signs of x each, where x is not 0).
    private static final Set<BigInteger> SMALL_ORDER_Y = smallOrder();

    private final Bytes encoded;
    private final Ed25519Equation equation;

    private Ed25519Key(Bytes encoded, byte[] point) {
        this.encoded = encoded;
        this.equation = new Ed25519Equation(point);
    }

    static boolean begins(Bytes encoded) {
        return encoded.length() >= BEFORE.length()
                && encoded.slice(0, BEFORE.length()).equals(BEFORE);
    }

    static Ed25519Key of(Bytes encoded) throws RefusedException {
        if (encoded.length() != BEFORE.length() + POINT) {
            throw new RefusedException(EnvelopeFault.KEY_ENCODING);
        }
        return ofPoint(encoded.slice(BEFORE.length(), encoded.length()));
    }

    /// The key whose 32 bytes of RFC 8032 these are.
    public static Ed25519Key ofPoint(Bytes point) throws RefusedException {
        if (point.length() != POINT) {
            throw new RefusedException(EnvelopeFault.KEY_ENCODING);
        }
        byte[] bytes = point.toArray();
        BigInteger y = y(bytes, 0);
        if (SMALL_ORDER_Y.contains(y.mod(P))) {
            throw new RefusedException(EnvelopeFault.KEY_SMALL_ORDER);
        }
        if (y.compareTo(P) >= 0) {
            throw new RefusedException(EnvelopeFault.KEY_NOT_CANONICAL);
        }
        if (!Ed25519.validatePublicKeyFull(bytes, 0)) {
            throw new RefusedException(
                    Ed25519.validatePublicKeyPartial(bytes, 0)
                            ? EnvelopeFault.KEY_OUTSIDE_GROUP
                            : EnvelopeFault.KEY_NOT_ON_CURVE);
        }
        return new Ed25519Key(Bytes.concat(BEFORE, point), bytes);
    }

    @Override
    public Bytes encoded() {
        return encoded;
    }

    /// The 32 bytes of RFC 8032.
    public Bytes point() {
        return encoded.slice(BEFORE.length(), encoded.length());
    }

    @Override
    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.ED25519;
    }

    @Override
    public void verify(byte[] message, Bytes signature) throws RefusedException {
        if (signature.length() != SIGNATURE) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_LENGTH);
        }
        byte[] bytes = signature.toArray();
        BigInteger y = y(bytes, 0);
        if (SMALL_ORDER_Y.contains(y.mod(P))) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_R_SMALL_ORDER);
        }
        if (y.compareTo(P) >= 0) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_R_CANONICAL);
        }
        byte[] s = Arrays.copyOfRange(bytes, POINT, SIGNATURE);
        if (LittleEndian.number(s).compareTo(Ed25519Equation.ORDER) >= 0) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_S_RANGE);
        }
        byte[] r = Arrays.copyOf(bytes, POINT);
        if (!Arrays.equals(r, equation.r(r, s, message))) {
            throw new RefusedException(why(bytes, message));
        }
    }

    /// Bouncy Castle multiplies by the cofactor: what it takes all the same differs by a weak point.
    private EnvelopeFault why(byte[] signature, byte[] message) {
        return Ed25519.verify(signature, 0, point().toArray(), 0, message, 0, message.length)
                ? EnvelopeFault.SIGNATURE_R_OUTSIDE_GROUP
                : EnvelopeFault.SIGNATURE_WRONG;
    }

    private static BigInteger y(byte[] bytes, int from) {
        byte[] y = Arrays.copyOfRange(bytes, from, from + POINT);
        y[POINT - 1] &= 0x7F; // the top bit is the sign of x
        return LittleEndian.number(y);
    }

    /// 1 and -1 of order 1 and 2, 0 of order 4, and the two of order 8.
    private static Set<BigInteger> smallOrder() {
        BigInteger one = BigInteger.ONE;
        BigInteger eighth =
                new BigInteger(
                        "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);
        return Set.of(one, P.subtract(one), BigInteger.ZERO, eighth, P.subtract(eighth));
    }
}
