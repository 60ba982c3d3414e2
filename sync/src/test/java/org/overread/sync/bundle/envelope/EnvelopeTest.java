// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class EnvelopeTest {
    private static final Ed25519Secret ADA = secret(1);
    private static final Ed25519Secret BEN = secret(2);
    private static final KeyRing RING = ring(ADA.key(), BEN.key());
    private static final Bytes HELLO = Bytes.utf8("hello world");

    public static Ed25519Secret secret(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return Ed25519Secret.ofSeed(seed);
    }

    static KeyRing ring(PublicKey... keys) {
        Map<Digest, PublicKey> known = new HashMap<>();
        for (PublicKey key : keys) {
            known.put(key.id(), key);
        }
        return id -> Optional.ofNullable(known.get(id));
    }

    /// The example of the DSSE protocol's page.
    @Test
    void whatIsSignedIsSpelledAsDsseSays() {
        assertEquals(
                "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
                new String(
                        Envelope.preAuthentication("http://example.com/HelloWorld", HELLO),
                        StandardCharsets.UTF_8));
    }

    @Test
    void verifyingReturnsTheBytesThatWereSigned() throws RefusedException {
        Envelope signed = Envelope.sign("t", HELLO, List.of(ADA, BEN));
        Verified verified = Envelope.read(signed.bytes()).verify("t", RING);
        assertEquals(HELLO, verified.payload());
        assertEquals(
                List.of(ADA.key().id(), BEN.key().id()).stream().sorted().toList(),
                verified.signers());
    }

    @Test
    void aStatementMustBeSignedByItsAuthor() throws RefusedException {
        Bytes byAda =
                new Statement(Samples.heading(ADA.key().id()), Samples.content(Kind.REVIEW))
                        .bytes();
        var right = Envelope.sign(Statement.PAYLOAD_TYPE, byAda, List.of(ADA));
        right.verify(Statement.PAYLOAD_TYPE, RING).statement();
        var wrong = Envelope.sign(Statement.PAYLOAD_TYPE, byAda, List.of(BEN));
        Refused.with(
                EnvelopeFault.AUTHOR_NOT_SIGNER,
                () -> wrong.verify(Statement.PAYLOAD_TYPE, RING).statement());
    }

    @Test
    void anotherTypeOfTheSameBytesIsRefused() throws RefusedException {
        Envelope signed = Envelope.sign("t", HELLO, List.of(ADA));
        Refused.with(EnvelopeFault.PAYLOAD_TYPE, () -> signed.verify("u", RING));
        var renamed = new Envelope("u", HELLO, signed.signatures());
        Refused.with(EnvelopeFault.SIGNATURE_WRONG, () -> renamed.verify("u", RING));
    }

    @Test
    void changedBytesAndKeysThatNobodyKnowsAreRefused() throws RefusedException {
        Envelope signed = Envelope.sign("t", HELLO, List.of(ADA));
        var changed = new Envelope("t", Bytes.utf8("hello World"), signed.signatures());
        Refused.with(EnvelopeFault.SIGNATURE_WRONG, () -> changed.verify("t", RING));
        Refused.with(EnvelopeFault.KEY_UNKNOWN, () -> signed.verify("t", ring(BEN.key())));
        var moved =
                new Envelope(
                        "t",
                        HELLO,
                        List.of(
                                new Envelope.Sealing(
                                        BEN.key().id(),
                                        signed.signatures().getFirst().signature())));
        Refused.with(EnvelopeFault.SIGNATURE_WRONG, () -> moved.verify("t", RING));
        Refused.with(EnvelopeFault.KEY_ID, () -> signed.verify("t", _ -> Optional.of(BEN.key())));
        Refused.with(
                EnvelopeFault.NO_SIGNATURE,
                () -> new Envelope("t", HELLO, List.of()).verify("t", RING));
    }

    @Test
    void oneWrongSignatureSpoilsTheOthers() throws RefusedException {
        Envelope signed = Envelope.sign("t", HELLO, List.of(ADA, BEN));
        var sealings = new ArrayList<>(signed.signatures());
        sealings.set(1, new Envelope.Sealing(sealings.get(1).keyId(), sealings.get(0).signature()));
        Refused.with(
                EnvelopeFault.SIGNATURE_WRONG,
                () -> new Envelope("t", HELLO, sealings).verify("t", RING));
    }

    @Test
    void signaturesHaveOneOrderAndNobodySignsTwice() throws RefusedException {
        Envelope signed = Envelope.sign("t", HELLO, List.of(ADA, BEN));
        List<Envelope.Sealing> sealings = signed.signatures();
        Refused.with(
                EnvelopeFault.SIGNER_ORDER,
                () -> Envelope.read(new Envelope("t", HELLO, sealings.reversed()).bytes()));
        Refused.with(
                EnvelopeFault.SIGNER_TWICE,
                () ->
                        Envelope.read(
                                new Envelope("t", HELLO, List.of(sealings.get(0), sealings.get(0)))
                                        .bytes()));
        Refused.with(
                EnvelopeFault.NO_SIGNATURE,
                () -> Envelope.read(new Envelope("t", HELLO, List.of()).bytes()));
        var many = new ArrayList<Envelope.Sealing>();
        for (int n = 0; n < 9; n++) {
            many.add(new Envelope.Sealing(new Digest(0, 0, 0, n), HELLO));
        }
        Refused.with(
                EnvelopeFault.TOO_MANY_SIGNATURES,
                () -> Envelope.read(new Envelope("t", HELLO, many).bytes()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "aGVsbG8gd29ybGQ=|aGVsbG8gd29ybGR=|envelope.base64",
                "aGVsbG8gd29ybGQ=|aGVsbG8gd29ybGQ|envelope.base64",
                "aGVsbG8gd29ybGQ=|aGVsbG8gd29ybGQ==|envelope.base64",
                "aGVsbG8gd29ybGQ=|aGVsbG8\\nd29ybGQ=|envelope.base64",
                "aGVsbG8gd29ybGQ=|aGVs_G8gd29ybGQ=|envelope.base64",
                "\"payload\"|\"payloaD\"|envelope.field",
                "\"payloadType\":\"t\"|\"payloadType\":1|envelope.field",
                "\"payloadType\":\"t\",|\"payloadType\":\"t\",\"payloadType\":\"t\",|json.duplicate-key",
                "\"payloadType\":\"t\",|\"payloadType\":\"t\",\"query\":1,|envelope.field",
                "\"signatures\":[{|\"signatures\":[1,{|envelope.signature-field",
                "\"keyid\":|\"cert\":1,\"keyid\":|envelope.signature-field",
                "\"keyid\":\"|\"keyid\":\"0|envelope.key-id",
                "\"sig\":\"|\"sig\":\"!|envelope.base64",
                "{\"payload\"| {\"payload\"|json.whitespace",
                "}]}|}]} |json.whitespace",
                "}]}|}]}}|json.trailing",
                "}]}|}]|json.truncated"
            })
    void envelopesHaveOneSpelling(String found, String instead, String code)
            throws RefusedException {
        String text = Envelope.sign("t", HELLO, List.of(ADA)).bytes().toUtf8();
        String changed = text.replace(found, instead);
        assertNotEquals(text, changed);
        RefusedException refused =
                org.junit.jupiter.api.Assertions.assertThrows(
                        RefusedException.class, () -> Envelope.read(Bytes.utf8(changed)));
        assertEquals(code, refused.reason().code());
    }

    @Test
    void anEnvelopeBeyondItsLimitIsRefusedUnread() {
        Refused.with(
                EnvelopeFault.TOO_LARGE, () -> Envelope.read(Bytes.of(new byte[(512 << 10) + 1])));
        Refused.with(JsonFault.UNEXPECTED, () -> Envelope.read(Bytes.of(new byte[3])));
    }

    @Test
    void aCardsSignatureHasOneFormToo() throws GeneralSecurityException, RefusedException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        PublicKey key = PublicKey.of(Bytes.of(pair.getPublic().getEncoded()));
        assertEquals(KeyAlgorithm.ECDSA_P256, key.algorithm());
        byte[] message = HELLO.toArray();
        byte[] both = sign(pair, message, "SHA256withECDSAinP1363Format");
        var s = new BigInteger(1, java.util.Arrays.copyOfRange(both, 32, 64));
        BigInteger low = s.min(EcdsaKey.ORDER.subtract(s));
        Bytes r = Bytes.of(both, 0, 32);
        key.verify(message, Bytes.concat(r, number(low)));
        Refused.with(
                EnvelopeFault.SIGNATURE_S_RANGE,
                () -> key.verify(message, Bytes.concat(r, number(EcdsaKey.ORDER.subtract(low)))));
        for (BigInteger bad : List.of(BigInteger.ZERO, EcdsaKey.ORDER)) {
            Refused.with(
                    EnvelopeFault.SIGNATURE_RANGE,
                    () -> key.verify(message, Bytes.concat(number(bad), number(low))));
        }
        Refused.with(
                EnvelopeFault.SIGNATURE_RANGE,
                () -> key.verify(message, Bytes.concat(r, number(BigInteger.ZERO))));
        Refused.with(
                EnvelopeFault.SIGNATURE_WRONG,
                () -> key.verify(message, Bytes.concat(r, number(low.subtract(BigInteger.ONE)))));
        Refused.with(
                EnvelopeFault.SIGNATURE_WRONG,
                () -> key.verify(new byte[1], Bytes.concat(r, number(low))));
        Refused.with(
                EnvelopeFault.SIGNATURE_LENGTH,
                () -> key.verify(message, Bytes.of(sign(pair, message, "SHA256withECDSA")))); // DER
    }

    @Test
    void cardKeysThatAreNoPointsAreRefused() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] good = generator.generateKeyPair().getPublic().getEncoded();
        byte[] off = good.clone();
        off[90] ^= 1;
        Refused.with(EnvelopeFault.KEY_NOT_ON_CURVE, () -> PublicKey.of(Bytes.of(off)));
        byte[] packed = good.clone();
        packed[26] = 2;
        Refused.with(EnvelopeFault.KEY_ENCODING, () -> PublicKey.of(Bytes.of(packed)));
        byte[] large = good.clone();
        java.util.Arrays.fill(large, 27, 59, (byte) 0xFF);
        Refused.with(EnvelopeFault.KEY_NOT_CANONICAL, () -> PublicKey.of(Bytes.of(large)));
        Refused.with(
                EnvelopeFault.KEY_ENCODING, () -> PublicKey.of(Bytes.of(good, 0, good.length - 1)));
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        byte[] other = generator.generateKeyPair().getPublic().getEncoded();
        Refused.with(EnvelopeFault.KEY_ALGORITHM, () -> PublicKey.of(Bytes.of(other)));
        Refused.with(EnvelopeFault.KEY_ALGORITHM, () -> PublicKey.of(Bytes.EMPTY));
        Refused.with(
                EnvelopeFault.KEY_ENCODING,
                () -> PublicKey.of(Bytes.concat(ADA.key().encoded(), Bytes.of((byte) 0))));
    }

    @Test
    void aPostQuantumSignatureStandsBesideAnother()
            throws GeneralSecurityException, RefusedException {
        KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
        PublicKey key = PublicKey.of(Bytes.of(pair.getPublic().getEncoded()));
        assertEquals(KeyAlgorithm.ML_DSA_65, key.algorithm());
        var signer =
                new Signer() {
                    @Override
                    public PublicKey key() {
                        return key;
                    }

                    @Override
                    public Bytes sign(byte[] message) {
                        try {
                            return Bytes.of(EnvelopeTest.sign(pair, message, "ML-DSA-65"));
                        } catch (GeneralSecurityException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                };
        KeyRing ring = ring(ADA.key(), key);
        Envelope both = Envelope.sign("t", HELLO, List.of(signer, ADA));
        assertEquals(2, Envelope.read(both.bytes()).verify("t", ring).signers().size());
        Envelope alone = Envelope.sign("t", HELLO, List.of(signer));
        Refused.with(EnvelopeFault.SECOND_ALGORITHM_ALONE, () -> alone.verify("t", ring));
        Refused.with(
                EnvelopeFault.SIGNATURE_WRONG,
                () -> key.verify(new byte[1], alone.signatures().getFirst().signature()));
        Refused.with(EnvelopeFault.SIGNATURE_LENGTH, () -> key.verify(new byte[1], HELLO));
    }

    private static byte[] sign(KeyPair pair, byte[] message, String how)
            throws GeneralSecurityException {
        var sign = Signature.getInstance(how);
        sign.initSign(pair.getPrivate());
        sign.update(message);
        return sign.sign();
    }

    private static Bytes number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return Bytes.handedOver(fixed);
    }
}
