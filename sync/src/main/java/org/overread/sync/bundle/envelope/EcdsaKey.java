// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.math.BigInteger;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// A key on the curve P-256 with SHA-256, for cards and security chips. Signatures are R and S of 32 bytes each, S in the
/// lower half of the group, so that one signature has one form.
public final class EcdsaKey implements PublicKey {
    private static final Bytes BEFORE =
            Bytes.hex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");
    private static final int COORDINATE = 32;
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    /// The order of the group.
    static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Bytes encoded;
    private final java.security.PublicKey key;

    private EcdsaKey(Bytes encoded, java.security.PublicKey key) {
        this.encoded = encoded;
        this.key = key;
    }

    static boolean begins(Bytes encoded) {
        return encoded.length() >= BEFORE.length() - 1
                && encoded.slice(0, BEFORE.length() - 1)
                        .equals(BEFORE.slice(0, BEFORE.length() - 1));
    }

    static EcdsaKey of(Bytes encoded) throws RefusedException {
        if (encoded.length() != BEFORE.length() + 2 * COORDINATE
                || !encoded.slice(0, BEFORE.length()).equals(BEFORE)) {
            throw new RefusedException(EnvelopeFault.KEY_ENCODING);
        }
        int at = BEFORE.length();
        var x = new BigInteger(1, encoded.slice(at, at + COORDINATE).toArray());
        var y = new BigInteger(1, encoded.slice(at + COORDINATE, encoded.length()).toArray());
        if (x.compareTo(P) >= 0 || y.compareTo(P) >= 0) {
            throw new RefusedException(EnvelopeFault.KEY_NOT_CANONICAL);
        }
        BigInteger right = x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(P);
        if (!y.multiply(y).mod(P).equals(right)) {
            throw new RefusedException(EnvelopeFault.KEY_NOT_ON_CURVE);
        }
        return new EcdsaKey(encoded, RuntimeKeys.read("EC", encoded));
    }

    @Override
    public Bytes encoded() {
        return encoded;
    }

    @Override
    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.ECDSA_P256;
    }

    @Override
    public void verify(byte[] message, Bytes signature) throws RefusedException {
        if (signature.length() != 2 * COORDINATE) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_LENGTH);
        }
        var r = new BigInteger(1, signature.slice(0, COORDINATE).toArray());
        var s = new BigInteger(1, signature.slice(COORDINATE, 2 * COORDINATE).toArray());
        if (r.signum() == 0 || s.signum() == 0 || r.compareTo(ORDER) >= 0) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_RANGE);
        }
        if (s.compareTo(ORDER.shiftRight(1)) > 0) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_S_RANGE);
        }
        RuntimeKeys.verify("SHA256withECDSAinP1363Format", key, message, signature);
    }
}
