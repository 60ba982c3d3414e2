// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// Keys whose arithmetic the Java runtime brings; what is well formed was checked by those who ask.
final class RuntimeKeys {
    private RuntimeKeys() {}

    static java.security.PublicKey read(String algorithm, Bytes encoded) throws RefusedException {
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePublic(new X509EncodedKeySpec(encoded.toArray()));
        } catch (GeneralSecurityException _) {
            throw new RefusedException(EnvelopeFault.KEY_ENCODING);
        }
    }

    static void verify(
            String algorithm, java.security.PublicKey key, byte[] message, Bytes signature)
            throws RefusedException {
        try {
            var check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(message);
            if (!check.verify(signature.toArray())) {
                throw new RefusedException(EnvelopeFault.SIGNATURE_WRONG);
            }
        } catch (GeneralSecurityException _) {
            throw new RefusedException(EnvelopeFault.SIGNATURE_ENCODING);
        }
    }
}
