// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.RefusedException;

/// A person's key on one workstation, as it lies on the disk: sealed with AES-256-GCM under what Argon2id makes of the
/// passphrase and, where there is one, a secret of the system's key store. The public half can be read without either.
///
/// @param needsFactor whether it opens only with the key store's secret
/// @param sealed the secret's 32 bytes and the tag
public record SealedKey(
        PublicKey key, KeyCost cost, boolean needsFactor, Bytes salt, Bytes nonce, Bytes sealed) {
    private static final String FORMAT = "overread-key";
    private static final int VERSION = 1;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    /// Seals a secret. The passphrase is overwritten.
    ///
    /// @param factor a secret of the system's key store
    public static SealedKey seal(
            Ed25519Secret secret,
            char[] passphrase,
            Optional<Bytes> factor,
            KeyCost cost,
            SecureRandom random)
            throws RefusedException {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var open =
                new SealedKey(
                        secret.key(),
                        cost,
                        factor.isPresent(),
                        Bytes.handedOver(salt),
                        Bytes.handedOver(nonce),
                        Bytes.EMPTY);
        byte[] seed = secret.copySeed();
        byte[] wrapping = open.wrappingKey(passphrase, factor);
        try {
            byte[] sealed = open.cipher(Cipher.ENCRYPT_MODE, wrapping).doFinal(seed);
            return new SealedKey(
                    open.key,
                    cost,
                    open.needsFactor,
                    open.salt,
                    open.nonce,
                    Bytes.handedOver(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        } finally {
            Arrays.fill(seed, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    /// Opens it. The passphrase is overwritten, whatever happens.
    public Ed25519Secret open(char[] passphrase, Optional<Bytes> factor) throws RefusedException {
        if (needsFactor && factor.isEmpty()) {
            Arrays.fill(passphrase, '\0');
            throw new RefusedException(KeyFault.OTHER_FACTOR);
        }
        byte[] wrapping = wrappingKey(passphrase, needsFactor ? factor : Optional.empty());
        try {
            byte[] seed = cipher(Cipher.DECRYPT_MODE, wrapping).doFinal(sealed.toArray());
            Ed25519Secret secret = Ed25519Secret.ofSeed(seed);
            if (!secret.key().id().equals(key.id())) {
                secret.close();
                throw new RefusedException(KeyFault.KEY_LOST);
            }
            return secret;
        } catch (AEADBadTagException _) {
            throw new RefusedException(KeyFault.PASSPHRASE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES-GCM", e);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private Cipher cipher(int mode, byte[] wrapping) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(wrapping, "AES"),
                new GCMParameterSpec(TAG * 8, nonce.toArray()));
        cipher.updateAAD(headerBytes());
        return cipher;
    }

    /// Argon2id of the passphrase, then HMAC-SHA256 with the factor, or with nothing.
    private byte[] wrappingKey(char[] passphrase, Optional<Bytes> factor) {
        byte[] room = new byte[passphrase.length * 3]; // UTF-8 takes no more
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(passphrase), encoded, true);
        byte[] utf8 = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        Arrays.fill(passphrase, '\0');
        byte[] stretched = new byte[32];
        byte[] second = factor.orElse(Bytes.EMPTY).toArray();
        try {
            var argon = new Argon2BytesGenerator();
            argon.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(cost.memoryKib())
                            .withIterations(cost.passes())
                            .withParallelism(1)
                            .withSalt(salt.toArray())
                            .build());
            argon.generateBytes(utf8, stretched);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(stretched, "HmacSHA256"));
            mac.update("overread-key/1 ".getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(second);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(stretched, (byte) 0);
            Arrays.fill(second, (byte) 0);
        }
    }

    private FieldWriter header() {
        return new FieldWriter()
                .text("format", FORMAT)
                .whole("version", VERSION)
                .base64("key", key.encoded())
                .whole("memoryKib", cost.memoryKib())
                .whole("passes", cost.passes())
                .truth("factor", needsFactor)
                .base64("salt", salt)
                .base64("nonce", nonce);
    }

    private byte[] headerBytes() {
        return CanonicalJson.write(header().end()).toArray();
    }

    /// As it lies on the disk: one line of JSON.
    public Bytes bytes() {
        return CanonicalJson.write(header().base64("sealed", sealed).end());
    }

    public static SealedKey read(Bytes bytes) throws RefusedException {
        try {
            var in = new FieldReader(CanonicalJson.readFields(bytes, JsonLimits.STATEMENT));
            if (!in.text("format", 32).equals(FORMAT)) {
                throw new RefusedException(KeyFault.FORMAT);
            }
            if (in.whole("version", 1, Integer.MAX_VALUE) != VERSION) {
                throw new RefusedException(KeyFault.VERSION);
            }
            PublicKey key = PublicKey.of(in.base64("key"));
            long memory = in.whole("memoryKib", 0, Integer.MAX_VALUE);
            long passes = in.whole("passes", 0, Integer.MAX_VALUE);
            if (memory < KeyCost.LEAST_MEMORY_KIB
                    || memory > KeyCost.MOST_MEMORY_KIB
                    || passes < 1
                    || passes > KeyCost.MOST_PASSES) {
                throw new RefusedException(KeyFault.COST);
            }
            var sealed =
                    new SealedKey(
                            key,
                            new KeyCost((int) memory, (int) passes),
                            in.truth("factor"),
                            in.base64("salt"),
                            in.base64("nonce"),
                            in.base64("sealed"));
            in.end();
            if (sealed.salt.length() != SALT
                    || sealed.nonce.length() != NONCE
                    || sealed.sealed.length() != Ed25519Secret.SEED_BYTES + TAG) {
                throw new RefusedException(KeyFault.FORMAT);
            }
            return sealed;
        } catch (RefusedException e) {
            throw e.reason() instanceof KeyFault ? e : new RefusedException(KeyFault.FORMAT);
        }
    }
}
