// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.World;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;

final class EnrolmentTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Ed25519Secret ADA = World.secret(20);
    private static final EnrolmentCode CODE = new EnrolmentCode("0123456789ABCDEFGHJK");

    private static Invitation invitation() {
        return new Invitation(
                CODE, "Ada", "North", List.of(Role.READER), World.NOW, Duration.ofDays(365));
    }

    @Test
    void theRightCodeGetsACertificateOnce() throws RefusedException {
        Invitation invitation = invitation();
        var request = EnrolmentRequest.read(EnrolmentRequest.of(ADA, CODE, RANDOM).bytes());
        KeyContent.Certificate certificate = invitation.accept(request, World.NOW);
        assertEquals(ADA.key().id(), certificate.keyId());
        assertEquals("Ada", certificate.person());
        Refused.with(TrustFault.CODE_USED, () -> invitation.accept(request, World.NOW));
    }

    @Test
    void fiveWrongCodesEndIt() throws RefusedException {
        Invitation invitation = invitation();
        var wrong = EnrolmentRequest.of(ADA, new EnrolmentCode("0123456789ABCDEFGHJM"), RANDOM);
        for (int turn = 0; turn < 5; turn++) {
            Refused.with(TrustFault.CODE_WRONG, () -> invitation.accept(wrong, World.NOW));
        }
        var right = EnrolmentRequest.of(ADA, CODE, RANDOM);
        Refused.with(TrustFault.CODE_TRIES, () -> invitation.accept(right, World.NOW));
    }

    @Test
    void afterADayItIsOver() throws RefusedException {
        var request = EnrolmentRequest.of(ADA, CODE, RANDOM);
        Refused.with(
                TrustFault.CODE_EXPIRED,
                () -> invitation().accept(request, World.NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void anotherKeyCannotBePutIntoARequest() throws RefusedException {
        var request = EnrolmentRequest.of(ADA, CODE, RANDOM);
        var stolen =
                new EnrolmentRequest(
                        World.secret(21).key(),
                        request.nonce(),
                        request.codeProof(),
                        request.possession());
        Refused.with(TrustFault.PROOF_OF_POSSESSION, () -> invitation().accept(stolen, World.NOW));
        Refused.with(TrustFault.REQUEST_FORMAT, () -> EnrolmentRequest.read(Bytes.utf8("{}")));
        Refused.with(
                EnvelopeFault.KEY_ALGORITHM,
                () ->
                        EnrolmentRequest.read(
                                Bytes.utf8(
                                        request.bytes()
                                                .toUtf8()
                                                .replace("\"key\":\"MCow", "\"key\":\"MCox"))));
    }

    @Test
    void ofAHundredWhoComeAtOnceOneWins() throws InterruptedException {
        Invitation invitation = invitation();
        var won = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 100; n++) {
                Ed25519Secret key = World.secret(n + 30);
                threads.execute(
                        () -> {
                            try {
                                var request = EnrolmentRequest.of(key, CODE, RANDOM);
                                start.await();
                                invitation.accept(request, World.NOW);
                                won.incrementAndGet();
                            } catch (RefusedException | InterruptedException _) {
                                // one of the ninety-nine
                            }
                        });
            }
            start.countDown();
        }
        assertEquals(1, won.get());
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        assertEquals("01234-56789-ABCDE-FGHJK", CODE.text());
        assertEquals(Optional.of(CODE), EnrolmentCode.typed(" o1234 56789-abcde-fghjk"));
        assertEquals(Optional.of(CODE), EnrolmentCode.typed("0l23456789abcdefghjk"));
        assertEquals(Optional.empty(), EnrolmentCode.typed("0123456789ABCDEFGHJU"));
        assertEquals(Optional.empty(), EnrolmentCode.typed("0123456789ABCDEFGHJ"));
        assertTrue(!CODE.toString().contains("0123"));
    }

    /// Worked by hand: 0x0000 is five times the first letter, 0xFFFF the last, 0x1234 = 0001 00 1000 11 0100.
    @Test
    void fingerprintsAreSixWordsThatCanBeSpoken() {
        assertEquals(
                List.of("babab", "zuzuz", "damuh", "babab", "babab", "babab"),
                Fingerprint.words(new Digest(0x0000FFFF12340000L, 0, 0, 0)));
        assertNotEquals(
                Fingerprint.words(ADA.key().id()), Fingerprint.words(World.secret(21).key().id()));
    }

    @Test
    void aRootIsHandedOverByThresholdsOfBoth() throws RefusedException {
        var world = new World();
        var a = World.secret(31);
        var b = World.secret(32);
        var c = World.secret(33);
        TrustRoot first = world.root(1, List.of(a, b, c), 2);
        assertEquals(first, first);
        TrustRoot.pinned(first.sign(List.of(a, c)));
        Refused.with(TrustFault.ROOT_THRESHOLD, () -> TrustRoot.pinned(first.sign(List.of(a))));
        Refused.with(
                TrustFault.ROOT_THRESHOLD,
                () -> TrustRoot.pinned(first.sign(List.of(a, World.secret(34)))));
        var d = World.secret(35);
        TrustRoot second = world.root(2, List.of(c, d), 1);
        assertEquals(second.digest(), first.next(second.sign(List.of(a, b, d))).digest());
        // keys of the version before mean nothing to who starts from the later one
        assertEquals(
                second.digest(), TrustRoot.pinned(second.sign(List.of(a, b, d))).digest());
        Refused.with(TrustFault.ROOT_THRESHOLD, () -> TrustRoot.pinned(second.sign(List.of(a, b))));
        Refused.with(TrustFault.ROOT_NOT_HANDED_OVER, () -> first.next(second.sign(List.of(a, d))));
        Refused.with(TrustFault.ROOT_THRESHOLD, () -> first.next(second.sign(List.of(a, b))));
        TrustRoot third = world.root(3, List.of(a, b), 1);
        Envelope skipping = third.sign(List.of(a, b));
        Refused.with(TrustFault.ROOT_GAP, () -> first.next(skipping));
        TrustRoot again = world.root(1, List.of(a, b), 1);
        Refused.with(TrustFault.ROOT_OLDER, () -> first.next(again.sign(List.of(a, b))));
    }
}
