// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.curve.Ed25519Equation;
import org.overread.sync.bundle.curve.LittleEndian;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.KeyFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class Ed25519KeyTest {
    private static final int SIGNATURES = Integer.getInteger("envelope.signatures", 400);

    static List<String> cases() throws IOException {
        return lines("ed25519.txt");
    }

    static List<String> edges() throws IOException {
        return lines("ed25519-edges.txt");
    }

    private static List<String> lines(String name) throws IOException {
        try (var in = Ed25519KeyTest.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void allCasesAreThere() throws IOException {
        assertEquals(148, cases().size());
        assertEquals(12, edges().size());
    }

    @ParameterizedTest
    @MethodSource("edges")
    void whatProgramsDisagreeOnIsRefused(String line) {
        String[] parts = line.split(" ", -1);
        assertEquals(
                parts[3],
                ours(Bytes.hex(parts[0]), Bytes.hex(parts[1]).toArray(), Bytes.hex(parts[2])));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void wycheproofsCasesEndAsTheyMust(String line) throws GeneralSecurityException {
        String[] parts = line.split(" ", -1);
        Bytes point = Bytes.hex(parts[0]);
        byte[] message = parts[1].equals("-") ? new byte[0] : Bytes.hex(parts[1]).toArray();
        Bytes signature = parts[2].equals("-") ? Bytes.EMPTY : Bytes.hex(parts[2]);
        assertEquals(parts[3], ours(point, message, signature));
        assertEquals(parts[3].equals("good"), jdk(point, message, signature), "the JDK's answer");
    }

    private static String ours(Bytes point, byte[] message, Bytes signature) {
        try {
            Ed25519Key.ofPoint(point).verify(message, signature);
            return "good";
        } catch (RefusedException e) {
            return e.reason().code();
        }
    }

    private static boolean jdk(Bytes point, byte[] message, Bytes signature)
            throws GeneralSecurityException {
        Bytes x509 = Bytes.concat(Bytes.hex("302a300506032b6570032100"), point);
        var check = Signature.getInstance("Ed25519");
        var key =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(x509.toArray()));
        try {
            check.initVerify(key);
            check.update(message);
            return check.verify(signature.toArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Of RFC 8032, section 7.1, tests 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void theSecretSignsAsRfc8032Says(String seed, String key, String message, String signature)
            throws RefusedException {
        try (var secret = Ed25519Secret.ofSeed(Bytes.hex(seed).toArray())) {
            assertEquals(key, secret.key().point().toHex());
            assertEquals(signature, secret.sign(Bytes.hex(message).toArray()).toHex());
        }
    }

    @Test
    void theJdkBelievesWhatWeSignAndWeWhatItSigns()
            throws GeneralSecurityException, RefusedException {
        var random = new Random(4);
        for (int turn = 0; turn < 20; turn++) {
            byte[] message = new byte[random.nextInt(300)];
            random.nextBytes(message);
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            try (var secret = Ed25519Secret.ofSeed(seed)) {
                assertTrue(jdk(secret.key().point(), message, secret.sign(message)));
            }
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var sign = Signature.getInstance("Ed25519");
            sign.initSign(pair.getPrivate());
            sign.update(message);
            PublicKey.of(Bytes.of(pair.getPublic().getEncoded()))
                    .verify(message, Bytes.of(sign.sign()));
        }
    }

    /// The eight points of small order and the other spellings of three of them, lowest byte first.
    @ParameterizedTest
    @CsvSource({
        "0100000000000000000000000000000000000000000000000000000000000000,KEY_SMALL_ORDER",
        "0100000000000000000000000000000000000000000000000000000000000080,KEY_SMALL_ORDER",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,KEY_SMALL_ORDER",
        "0000000000000000000000000000000000000000000000000000000000000000,KEY_SMALL_ORDER",
        "0000000000000000000000000000000000000000000000000000000000000080,KEY_SMALL_ORDER",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05,KEY_SMALL_ORDER",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85,KEY_SMALL_ORDER",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a,KEY_SMALL_ORDER",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa,KEY_SMALL_ORDER",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,KEY_SMALL_ORDER",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,KEY_SMALL_ORDER",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,KEY_SMALL_ORDER",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f,KEY_NOT_CANONICAL",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,KEY_NOT_CANONICAL",
        "0200000000000000000000000000000000000000000000000000000000000000,KEY_NOT_ON_CURVE",
        "00,KEY_ENCODING"
    })
    void weakAndMisspelledKeysAreRefused(String point, EnvelopeFault reason) {
        Refused.with(reason, () -> Ed25519Key.ofPoint(Bytes.hex(point)));
    }

    /// A good point plus one of order 2, 4 and 8: on the curve, and not in the group of prime order. Made with whole numbers
    /// by another program.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f0e7dbc7a55f38a49b0487329fd05e266e02140894ec3a7128fd1537ca1609e7",
                "2902b9ea8d52a40b98361f8e139f10073944349169fbb097676192a691e5aebf",
                "1d2ce5c34b40a65f984319a244b1bac148abaf4c64e075ea42d3316a05b836a7"
            })
    void aKeyWithAWeakPartIsRefused(String mixed) {
        Refused.with(EnvelopeFault.KEY_OUTSIDE_GROUP, () -> Ed25519Key.ofPoint(Bytes.hex(mixed)));
    }

    /// Signatures of one who has the key and adds a point of order 2, 4 and 8 to R: programs that multiply by the cofactor
    /// take them, OpenSSL and the JDK do not.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "749d563b06555b2769bec567edce634ba43a97045a02d89e3406b5af65a2c0a2"
                        + "998607aed0a5e635bca6ab281e6a68c8df6089a732b8d6c275f8bdfcc2b4ba06",
                "934cb6761eda66d2d09e8ac134bde9eef28b64b7a80f2e791c9b13afc5b5a407"
                        + "e990bd604b5d97aab879f186c8f50213d568c8b3d137ffdcb52a3fab14ee7f0d",
                "3ffed12d1ed463e4848c600120a806006937f9ec0d2374fb7317fbde4f1adb9d"
                        + "544f04df7a8d14432a3893b4965bae600bfb73d90f3a28601c92749859ed7e0d"
            })
    void aSignatureOnWhichProgramsDisagreeIsRefused(String signature)
            throws RefusedException, GeneralSecurityException {
        var key =
                Ed25519Key.ofPoint(
                        Bytes.hex(
                                "fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618"));
        byte[] message = "statement".getBytes(StandardCharsets.US_ASCII);
        Refused.with(
                EnvelopeFault.SIGNATURE_R_OUTSIDE_GROUP,
                () -> key.verify(message, Bytes.hex(signature)));
        var runtime = Signature.getInstance("Ed25519");
        runtime.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(key.encoded().toArray())));
        runtime.update(message);
        assertEquals(false, runtime.verify(Bytes.hex(signature).toArray()));
    }

    /// One bit of the signature, of the message and of the key at a time.
    @Test
    void threeProgramsAgreeOnEveryBitThatIsNotAsItWasSigned()
            throws GeneralSecurityException, RefusedException {
        var random = new Random(7);
        for (int turn = 0; turn < 8; turn++) {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            byte[] message = new byte[1 + random.nextInt(200)];
            random.nextBytes(message);
            try (var secret = Ed25519Secret.ofSeed(seed)) {
                Bytes point = secret.key().point();
                Bytes signature = secret.sign(message);
                assertTrue(allAgree(point, message, signature));
                for (int bit = turn; bit < 512; bit += 8) {
                    assertEquals(false, allAgree(point, message, flipped(signature, bit)));
                }
                byte[] other = flipped(Bytes.of(message), random.nextInt(8)).toArray();
                assertEquals(false, allAgree(point, other, signature));
                assertEquals(false, allAgree(flipped(point, turn * 31), message, signature));
            }
        }
    }

    /// As they were signed, or changed somewhere, S beyond the order among them; chance gives the places.
    @Test
    void threeProgramsAgreeOnManySignatures() throws GeneralSecurityException, RefusedException {
        int good = 0;
        for (int turn = 0; turn < SIGNATURES; turn++) {
            var random = new Random(turn);
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            byte[] message = new byte[random.nextInt(300)];
            random.nextBytes(message);
            try (var secret = Ed25519Secret.ofSeed(seed)) {
                Bytes point = secret.key().point();
                Bytes signature = secret.sign(message);
                boolean agreed =
                        switch (turn % 4) {
                            case 0 -> allAgree(point, message, signature);
                            case 1 -> allAgree(point, message, sPlusOrder(signature));
                            case 2 -> allAgree(point, message, changed(signature, random));
                            default -> allAgree(changed(point, random), message, signature);
                        };
                assertEquals(turn % 4 == 0, agreed, "signature " + turn);
                good += agreed ? 1 : 0;
            }
        }
        assertEquals((SIGNATURES + 3) / 4, good);
    }

    private static Bytes changed(Bytes bytes, Random random) {
        byte[] changed = bytes.toArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
        return Bytes.of(changed);
    }

    /// The same number to whoever takes S modulo the order.
    private static Bytes sPlusOrder(Bytes signature) {
        BigInteger s = LittleEndian.number(signature.slice(32, 64).toArray());
        return Bytes.concat(
                signature.slice(0, 32),
                Bytes.of(LittleEndian.bytes(s.add(Ed25519Equation.ORDER), 32)));
    }

    private static boolean allAgree(Bytes point, byte[] message, Bytes signature)
            throws GeneralSecurityException {
        boolean ours = ours(point, message, signature).equals("good");
        assertEquals(jdk(point, message, signature), ours, "the JDK");
        assertEquals(
                Ed25519.verify(
                        signature.toArray(), 0, point.toArray(), 0, message, 0, message.length),
                ours,
                "Bouncy Castle");
        return ours;
    }

    private static Bytes flipped(Bytes bytes, int bit) {
        byte[] changed = bytes.toArray();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return Bytes.of(changed);
    }

    @Test
    void aWipedSecretSignsNoMore() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 7);
        var secret = Ed25519Secret.ofSeed(seed);
        secret.close();
        assertEquals(0, seed[0] | seed[31]);
        Refused.with(KeyFault.LOCKED, () -> secret.sign(new byte[1]));
    }
}
