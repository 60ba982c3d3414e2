// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.RefusedException;

/// A key that checks signatures; whoever holds one may rely on its being well formed and not one of the weak ones. Any
/// thread may use it.
public sealed interface PublicKey permits EcdsaKey, Ed25519Key, MlDsaKey {

    /// The key in X.509 form (SubjectPublicKeyInfo, DER).
    Bytes encoded();

    KeyAlgorithm algorithm();

    /// The digest of the X.509 form.
    default Digest id() {
        return encoded().digest();
    }

    /// Checks that the signature is this key's for these bytes, in the one encoding that there is.
    void verify(byte[] message, Bytes signature) throws RefusedException;

    /// Reads a key; which kind it is, its first bytes say.
    static PublicKey of(Bytes encoded) throws RefusedException {
        if (Ed25519Key.begins(encoded)) {
            return Ed25519Key.of(encoded);
        }
        if (EcdsaKey.begins(encoded)) {
            return EcdsaKey.of(encoded);
        }
        if (MlDsaKey.begins(encoded)) {
            return MlDsaKey.of(encoded);
        }
        throw new RefusedException(EnvelopeFault.KEY_ALGORITHM);
    }
}
