// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// An ML-DSA-65 key (FIPS 204); its signatures may stand beside others, not alone.
public final class MlDsaKey implements PublicKey {
    private static final Bytes BEFORE = Bytes.hex("308207b2300b0609608648016503040312038207a100");
    private static final int KEY = 1952;
    private static final int SIGNATURE = 3309;

    private final Bytes encoded;
    private final java.security.PublicKey key;

    private MlDsaKey(Bytes encoded, java.security.PublicKey key) {
        this.encoded = encoded;
        this.key = key;
    }

    static boolean begins(Bytes encoded) {
        return encoded.length() >= BEFORE.length()
                && encoded.slice(0, BEFORE.length()).equals(BEFORE);
    }

    static MlDsaKey of(Bytes encoded) throws RefusedException {
        if (encoded.length() != BEFORE.length() + KEY) {
            throw new RefusedException(EnvelopeFault.KEY_ENCODING);
        }
        return new MlDsaKey(encoded, RuntimeKeys.read("ML-DSA-65", encoded));
    }

    @Override
    public Bytes encoded() {
        return encoded;
    }

    @Override
    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.ML_DSA_65;
    }

    @Override
    public void verify(byte[] message, Bytes signature) throws RefusedException {
        if (signature.length() != SIGNATURE) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_LENGTH);
        }
        RuntimeKeys.verify("ML-DSA-65", key, message, signature);
    }
}
