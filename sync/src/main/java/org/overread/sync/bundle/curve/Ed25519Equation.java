// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.curve;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.overread.sync.bundle.bytes.Bytes;

/// The equation `S·B = R + k·A` of RFC 8032 for one key A, solved for R. A is in the group of prime order, and B is, so R is,
/// whatever S and k are.
public final class Ed25519Equation {
    /// Of the group, L.
    public static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final int SCALAR = 32;
    private static final int WIDTH = 5;

    /// The point that is multiplied to make keys, y = 4/5. Many multiples: all keys share them.
    private static final Multiples BASE =
            new Multiples(Bytes.hex("58" + "66".repeat(31)).toArray(), 7);

    private final byte[] key;
    private final Multiples multiples;

    /// @param key a point of prime order in its one encoding
    public Ed25519Equation(byte[] key) {
        this.key = key.clone();
        multiples = new Multiples(key, WIDTH);
    }

    /// The one encoding of the R that solves it.
    ///
    /// @param r as it was received, which k depends on
    /// @param s below [#ORDER], its lowest byte first
    public byte[] r(byte[] r, byte[] s, byte[] message) {
        BigInteger k = LittleEndian.number(digest(r, message)).mod(ORDER);
        return BASE.sum(s, multiples, LittleEndian.bytes(ORDER.subtract(k), SCALAR)).encode();
    }

    private byte[] digest(byte[] r, byte[] message) {
        try {
            var digest = MessageDigest.getInstance("SHA-512");
            digest.update(r);
            digest.update(key);
            return digest.digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-512", e);
        }
    }
}
