// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.TrustRoot;

/// From the root that is believed to the newest that a bundle carries.
final class RootChain {
    private final TrustRoot pinned;
    private TrustRoot newest;
    private long lastVersion;

    RootChain(TrustRoot pinned) {
        this.pinned = pinned;
        newest = pinned;
    }

    TrustRoot newest() {
        return newest;
    }

    /// Versions up to the believed one must only be what they are; later ones must be handed over step by step.
    void take(Bytes bytes) throws RefusedException {
        Envelope envelope = Envelope.read(bytes);
        TrustRoot root = TrustRoot.pinned(envelope);
        if (!root.tenant().equals(pinned.tenant())) {
            throw new RefusedException(TrustFault.OTHER_TENANT);
        }
        if (lastVersion != 0 && root.version() != lastVersion + 1) {
            throw new RefusedException(TrustFault.ROOT_GAP);
        }
        lastVersion = root.version();
        if (root.version() == pinned.version() && !root.digest().equals(pinned.digest())) {
            throw new RefusedException(TrustFault.ROOT_FORKED);
        }
        if (root.version() > newest.version()) {
            newest = newest.next(envelope);
        }
    }

    /// A bundle that ends before the believed root cannot take it back.
    void end() throws RefusedException {
        if (lastVersion != 0 && lastVersion < pinned.version()) {
            throw new RefusedException(TrustFault.ROOT_OLDER);
        }
    }
}
