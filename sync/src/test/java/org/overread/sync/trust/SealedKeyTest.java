// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.sync.bundle.World;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class SealedKeyTest {
    private static final KeyCost CHEAP = new KeyCost(64, 1);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Optional<Bytes> NO_FACTOR = Optional.empty();

    private static SealedKey sealed(Optional<Bytes> factor) throws RefusedException {
        return SealedKey.seal(
                World.secret(9), "correct horse".toCharArray(), factor, CHEAP, RANDOM);
    }

    /// RFC 9106, section 5.3: Argon2id, 32 KiB, three passes, four lanes.
    @Test
    void argon2IsTheOneOfRfc9106() {
        byte[] tag = new byte[32];
        var argon = new Argon2BytesGenerator();
        byte[] password = new byte[32];
        byte[] salt = new byte[16];
        byte[] secret = new byte[8];
        byte[] data = new byte[12];
        java.util.Arrays.fill(password, (byte) 1);
        java.util.Arrays.fill(salt, (byte) 2);
        java.util.Arrays.fill(secret, (byte) 3);
        java.util.Arrays.fill(data, (byte) 4);
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(salt)
                        .withSecret(secret)
                        .withAdditional(data)
                        .build());
        argon.generateBytes(password, tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    @Test
    void aKeyOpensWithItsPassphraseAndNoOther() throws RefusedException {
        SealedKey sealed = SealedKey.read(sealed(NO_FACTOR).bytes());
        try (Ed25519Secret opened = sealed.open("correct horse".toCharArray(), NO_FACTOR)) {
            assertEquals(World.secret(9).key().id(), opened.key().id());
        }
        Refused.with(
                KeyFault.PASSPHRASE, () -> sealed.open("correct hors".toCharArray(), NO_FACTOR));
    }

    @Test
    void passphrasesAreOverwrittenWhateverHappens() throws RefusedException {
        SealedKey sealed = sealed(NO_FACTOR);
        char[] right = "correct horse".toCharArray();
        sealed.open(right, NO_FACTOR).close();
        assertArrayEquals(new char[right.length], right);
        char[] wrong = "wrong".toCharArray();
        Refused.with(KeyFault.PASSPHRASE, () -> sealed.open(wrong, NO_FACTOR));
        assertArrayEquals(new char[wrong.length], wrong);
        SealedKey second = sealed(Optional.of(Bytes.utf8("store")));
        char[] missing = "correct horse".toCharArray();
        Refused.with(KeyFault.OTHER_FACTOR, () -> second.open(missing, NO_FACTOR));
        assertArrayEquals(new char[missing.length], missing);
    }

    @Test
    void theKeyStoresSecretIsASecondFactor() throws RefusedException {
        SealedKey sealed = sealed(Optional.of(Bytes.utf8("store")));
        sealed.open("correct horse".toCharArray(), Optional.of(Bytes.utf8("store"))).close();
        Refused.with(
                KeyFault.PASSPHRASE,
                () -> sealed.open("correct horse".toCharArray(), Optional.of(Bytes.utf8("other"))));
    }

    @Test
    void twoSealsOfOneKeyDiffer() throws RefusedException {
        assertNotEquals(sealed(NO_FACTOR).sealed(), sealed(NO_FACTOR).sealed());
    }

    @Test
    void noChangedFieldOpens() throws RefusedException {
        SealedKey sealed = sealed(NO_FACTOR);
        var otherCost =
                new SealedKey(
                        sealed.key(),
                        new KeyCost(64, 2),
                        false,
                        sealed.salt(),
                        sealed.nonce(),
                        sealed.sealed());
        Refused.with(
                KeyFault.PASSPHRASE,
                () -> otherCost.open("correct horse".toCharArray(), NO_FACTOR));
        var otherKey =
                new SealedKey(
                        World.secret(8).key(),
                        CHEAP,
                        false,
                        sealed.salt(),
                        sealed.nonce(),
                        sealed.sealed());
        Refused.with(
                KeyFault.PASSPHRASE, () -> otherKey.open("correct horse".toCharArray(), NO_FACTOR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overread-key|other-key|FORMAT",
                "\"version\":1|\"version\":2|VERSION",
                "\"memoryKib\":64|\"memoryKib\":1048577|COST",
                "\"memoryKib\":64|\"memoryKib\":1|COST",
                "\"passes\":1|\"passes\":17|COST",
                "\"passes\":1|\"passes\":-1|FORMAT",
                "\"factor\":false|\"factor\":0|FORMAT",
                "\"nonce\":\"|\"nonce\":\"AAAA|FORMAT",
                "\"key\":\"MCow|\"key\":\"MCox|FORMAT"
            })
    void whatIsNoSealedKeyIsRefused(String found, String instead, KeyFault reason)
            throws RefusedException {
        String text = sealed(NO_FACTOR).bytes().toUtf8();
        assertNotEquals(text, text.replace(found, instead));
        Refused.with(
                reason, instead, () -> SealedKey.read(Bytes.utf8(text.replace(found, instead))));
    }

    @Test
    void anIdleKeyLocksAndAClockThatGoesBackLocksToo() throws RefusedException {
        Instant[] now = {World.NOW};
        var key = new UnlockedKey(World.secret(9), Duration.ofMinutes(15), () -> now[0]);
        now[0] = now[0].plusSeconds(14 * 60);
        key.sign(new byte[1]);
        now[0] = now[0].plusSeconds(14 * 60);
        assertFalse(key.lockIfIdle());
        key.sign(new byte[1]);
        now[0] = now[0].plusSeconds(15 * 60);
        Refused.with(KeyFault.LOCKED, () -> key.sign(new byte[1]));
        now[0] = now[0].minusSeconds(60);
        Refused.with(KeyFault.LOCKED, () -> key.sign(new byte[1]));
        var other = new UnlockedKey(World.secret(9), Duration.ofMinutes(15), () -> now[0]);
        now[0] = now[0].minusSeconds(1);
        Refused.with(KeyFault.LOCKED, () -> other.sign(new byte[1]));
    }
}
