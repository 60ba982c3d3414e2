// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

/// The kinds of keys that may sign.
public enum KeyAlgorithm {
    ED25519,
    /// For smart cards and security chips that have nothing else.
    ECDSA_P256,
    /// For the day when the others no longer hold; until then only beside one of them.
    ML_DSA_65;

    /// Whether a signature of this kind counts where it stands alone.
    public boolean mayStandAlone() {
        return this != ML_DSA_65;
    }
}
