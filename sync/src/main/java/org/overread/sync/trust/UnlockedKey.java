// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.RefusedException;

/// A key that is open for saving versions, until nobody has used it for a while. Decisions do not go through it: they ask
/// for the passphrase each time. Any thread may use it.
public final class UnlockedKey implements Signer, AutoCloseable {
    /// How long nobody may have used it.
    public static final Duration USUAL_IDLE = Duration.ofMinutes(15);

    private final Ed25519Secret secret;
    private final Duration idle;
    private final InstantSource clock;
    private Instant lastUse;

    public UnlockedKey(Ed25519Secret secret, Duration idle, InstantSource clock) {
        this.secret = secret;
        this.idle = idle;
        this.clock = clock;
        lastUse = clock.instant();
    }

    @Override
    public PublicKey key() {
        return secret.key();
    }

    @Override
    public synchronized Bytes sign(byte[] message) throws RefusedException {
        if (lockIfIdle()) {
            throw new RefusedException(KeyFault.LOCKED);
        }
        Bytes signature = secret.sign(message);
        lastUse = clock.instant();
        return signature;
    }

    /// To be called now and then, by whoever has a timer.
    ///
    /// @return whether it is locked now because of that
    public synchronized boolean lockIfIdle() {
        Instant now = clock.instant();
        // a clock that went backwards locks as well
        if (now.isBefore(lastUse) || Duration.between(lastUse, now).compareTo(idle) >= 0) {
            close();
            return true;
        }
        return false;
    }

    /// Overwrites the secret.
    @Override
    public void close() {
        secret.close();
    }
}
