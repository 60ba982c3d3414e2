// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.KeyCost;
import org.overread.sync.trust.SealedKey;

/// A person's key in a file: made, opened, sealed anew. Blocks for the disk and some tenths of a second of work.
///
/// @param store where a second secret is kept, for keys that ask for one
public record OwnKey(Path file, SystemKeyStore store, KeyCost cost) {
    public static final int SHORTEST_PASSPHRASE = 8;

    public OwnKey(Path file) {
        this(file, new SystemKeyStore(), KeyCost.USUAL);
    }

    /// Whether a key opens with the passphrase alone or needs the system's key store too.
    public enum Factor {
        NONE,
        SYSTEM_KEY_STORE
    }

    /// Makes a key. The passphrase is overwritten.
    public SealedKey make(char[] passphrase, Factor factor) throws SigningException {
        try (Ed25519Secret secret = Ed25519Secret.random(new SecureRandom())) {
            SealedKey sealed = seal(secret, passphrase, factor);
            KeyFiles.writeNew(file, sealed.bytes());
            return sealed;
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        }
    }

    /// What the file says without a passphrase.
    public SealedKey look() throws SigningException {
        return KeyFiles.key(file);
    }

    /// Opens it; the caller closes what it gets. The passphrase is overwritten.
    public Ed25519Secret open(char[] passphrase) throws SigningException {
        SealedKey sealed = look();
        try {
            Optional<Bytes> second =
                    sealed.needsFactor() ? store.find(sealed.key().id()) : Optional.empty();
            return sealed.open(passphrase, second);
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        }
    }

    /// Seals it under another passphrase; the key and its factor stay. Both passphrases are overwritten.
    public SealedKey changePassphrase(char[] old, char[] now) throws SigningException {
        Factor factor = look().needsFactor() ? Factor.SYSTEM_KEY_STORE : Factor.NONE;
        try (Ed25519Secret secret = open(old)) {
            SealedKey sealed = seal(secret, now, factor);
            KeyFiles.replace(file, sealed.bytes());
            return sealed;
        } catch (RefusedException e) {
            throw SigningException.refused(file, e);
        }
    }

    private SealedKey seal(Ed25519Secret secret, char[] passphrase, Factor factor)
            throws SigningException, RefusedException {
        Optional<Bytes> second =
                switch (factor) {
                    case NONE -> Optional.empty();
                    case SYSTEM_KEY_STORE -> {
                        Optional<Bytes> known = store.find(secret.key().id());
                        yield known.isPresent()
                                ? known
                                : Optional.of(store.make(secret.key().id(), new SecureRandom()));
                    }
                };
        return SealedKey.seal(secret, passphrase, second, cost, new SecureRandom());
    }

    /// Whether a refusal means that the passphrase was another.
    public static boolean isWrongPassphrase(SigningException e) {
        return e.reason().filter(KeyFault.PASSPHRASE::equals).isPresent();
    }
}
