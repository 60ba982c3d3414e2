// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Somebody who can sign now: an unlocked key, a card.
public interface Signer {
    PublicKey key();

    /// Signs the bytes.
    ///
    /// @throws RefusedException where the key is locked or the device refuses
    Bytes sign(byte[] message) throws RefusedException;
}
