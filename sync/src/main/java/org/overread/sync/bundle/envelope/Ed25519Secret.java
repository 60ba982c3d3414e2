// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.RefusedException;

/// The secret half of an Ed25519 key, in memory until [#close()] overwrites it. Any thread may use it.
public final class Ed25519Secret implements Signer, AutoCloseable {
    public static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final Ed25519Key key;
    private boolean wiped;

    private Ed25519Secret(byte[] seed, Ed25519Key key) {
        this.seed = seed;
        this.key = key;
    }

    public static Ed25519Secret random(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return ofSeed(seed);
    }

    /// Takes the array, which is overwritten in the end.
    public static Ed25519Secret ofSeed(byte[] seed) {
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        try {
            return new Ed25519Secret(seed, Ed25519Key.ofPoint(Bytes.handedOver(point)));
        } catch (RefusedException e) {
            throw new IllegalStateException("a computed key is a good key", e);
        }
    }

    @Override
    public Ed25519Key key() {
        return key;
    }

    @Override
    public synchronized Bytes sign(byte[] message) throws RefusedException {
        if (wiped) {
            throw new RefusedException(KeyFault.LOCKED);
        }
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return Bytes.handedOver(signature);
    }

    /// A copy of the secret bytes, which the caller overwrites.
    public synchronized byte[] copySeed() throws RefusedException {
        if (wiped) {
            throw new RefusedException(KeyFault.LOCKED);
        }
        return seed.clone();
    }

    /// Overwrites the secret.
    @Override
    public synchronized void close() {
        Arrays.fill(seed, (byte) 0);
        wiped = true;
    }
}
