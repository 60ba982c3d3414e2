// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import java.math.BigInteger;

/// Ed25519's curve in whole numbers, as RFC 8032 writes it down and as slow as that is: what the fast one is held against.
final class WholeCurve {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);
    static final Place NEUTRAL = new Place(BigInteger.ZERO, BigInteger.ONE);

    private WholeCurve() {}

    record Place(BigInteger x, BigInteger y) {

        Place plus(Place other) {
            BigInteger weight =
                    D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
            return new Place(
                    quotient(
                            x.multiply(other.y).add(y.multiply(other.x)),
                            BigInteger.ONE.add(weight)),
                    quotient(
                            y.multiply(other.y).add(x.multiply(other.x)),
                            BigInteger.ONE.subtract(weight)));
        }

        Place times(BigInteger number) {
            Place sum = NEUTRAL;
            for (int bit = number.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                sum = number.testBit(bit) ? sum.plus(this) : sum;
            }
            return sum;
        }

        byte[] encode() {
            byte[] encoded = LittleEndian.bytes(y, 32);
            encoded[31] |= (byte) (x.testBit(0) ? 0x80 : 0);
            return encoded;
        }
    }

    /// The point with this y and the even x, or the odd one.
    static Place at(BigInteger y, int sign) {
        BigInteger square =
                quotient(
                        y.multiply(y).subtract(BigInteger.ONE),
                        D.multiply(y).multiply(y).add(BigInteger.ONE));
        BigInteger x = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).mod(P).equals(square)) {
            BigInteger root = BigInteger.TWO.modPow(P.shiftRight(2), P); // of -1
            x = x.multiply(root).mod(P);
        }
        return new Place(x.testBit(0) == (sign == 1) ? x : P.subtract(x).mod(P), y);
    }

    private static BigInteger quotient(BigInteger above, BigInteger below) {
        return above.multiply(below.modInverse(P)).mod(P);
    }
}
