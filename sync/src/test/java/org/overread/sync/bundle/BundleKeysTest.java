// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.sync.bundle.Verdicts.accepted;
import static org.overread.sync.bundle.Verdicts.refused;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.Standing;
import org.overread.sync.trust.TrustRoot;

/// What certificates, revocations, rotations and roots say of keys in their time.
final class BundleKeysTest {

    @Test
    void beforeAndAfterTheCertificateNothingCounts() throws RefusedException, IOException {
        for (String time : List.of("2025-12-31T23:00:00Z", "2027-01-02T00:00:00Z")) {
            World world = World.usual();
            Heading h = world.heading(world.ada);
            var when =
                    new org.overread.sync.bundle.statement.StatedTime(
                            java.time.OffsetDateTime.parse(time), "UTC", 1);
            var other =
                    new Heading(
                            h.tenant(),
                            h.project(),
                            h.casePseudonym(),
                            h.author(),
                            h.sequence(),
                            h.previous(),
                            h.seen(),
                            when,
                            h.software(),
                            h.reason(),
                            h.salt(),
                            h.more());
            world.statements.add(
                    world.sign(world.ada, other, Samples.version(List.of(), List.of())));
            refused(time.startsWith("2025") ? TrustFault.NOT_YET_VALID : TrustFault.EXPIRED, world);
        }
    }

    @Test
    void whatWasLoggedBeforeARevocationHoldsAndWhatIsSuspectIsMarked()
            throws RefusedException, IOException {
        World world = World.usual().log();
        revoke(world, Optional.of(5L));
        world.log();
        var accepted = accepted(world.verify(world.bundle()));
        for (CheckedStatement statement : accepted.statements()) {
            boolean suspect = statement.person().equals("Ada") && statement.kind() == Kind.SUBMIT;
            assertEquals(
                    suspect ? Standing.SUSPECT : Standing.HOLDS,
                    statement.standing(),
                    statement.person() + " " + statement.kind());
        }
    }

    @Test
    void whatComesAfterARevocationIsRefused() throws RefusedException, IOException {
        World world = World.usual();
        revoke(world, Optional.empty());
        world.log(); // certificates and with them the revocation come first
        refused(TrustFault.REVOKED, world);
        World unlogged = World.usual();
        revoke(unlogged, Optional.empty());
        refused(TrustFault.REVOKED, unlogged);
        World later = World.usual().log();
        revoke(later, Optional.empty());
        later.log();
        later.state(later.ada, Samples.version(List.of(), List.of()));
        later.log();
        refused(TrustFault.REVOKED, later);
    }

    private static void revoke(World world, Optional<Long> from) throws RefusedException {
        world.certificates.add(
                world.sign(
                        world.office,
                        new KeyContent.Revocation(
                                world.ada.key().id(), KeyContent.Cause.LOST, from)));
    }

    @Test
    void onlyTheOfficeRevokes() throws RefusedException, IOException {
        World world = World.usual();
        world.certificates.add(
                world.sign(
                        world.ben,
                        new KeyContent.Revocation(
                                world.ada.key().id(), KeyContent.Cause.LEFT, Optional.empty())));
        refused(TrustFault.REVOCATION_SIGNER, world);
    }

    @Test
    void onlyTheOfficeCertifies() throws RefusedException, IOException {
        World world = World.usual();
        world.certificates.add(
                world.sign(world.cleo, World.certificate(world.stranger, "Mallory", Role.READER)));
        var verdict = (Verdict.Refused) world.verify(world.bundle());
        // cleo's own certificate may come after the forged one, and is then not known yet
        assertEquals(
                true,
                verdict.reason() == TrustFault.CERTIFICATE_SIGNER
                        || verdict.reason() == org.overread.sync.refusal.EnvelopeFault.KEY_UNKNOWN);
    }

    @Test
    void aRotationNeedsBothKeys() throws RefusedException, IOException {
        World world = World.usual();
        world.certify(world.stranger, "Ada", Role.READER);
        var rotation =
                new KeyContent.Rotation(
                        world.ada.key().id(),
                        world.stranger.key().id(),
                        Instant.parse("2026-11-01T00:00:00Z"));
        Bytes payload = new Statement(world.heading(world.stranger), rotation).bytes();
        world.certificates.add(
                Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(world.stranger)));
        refused(TrustFault.ROTATION_SIGNERS, world);
        world.certificates.removeLast();
        world.certificates.add(
                Envelope.sign(Statement.PAYLOAD_TYPE, payload, List.of(world.stranger, world.ada)));
        refused(TrustFault.EXPIRED, world); // what Ada's old key signed after its end
    }

    @Test
    void ofTwoRotationsTheEarlierEndCounts() throws RefusedException, IOException {
        for (int turn = 0; turn < 2; turn++) {
            World world = World.usual();
            world.certify(world.stranger, "Ada", Role.READER);
            for (String until : List.of("2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z")) {
                var rotation =
                        new KeyContent.Rotation(
                                world.ada.key().id(),
                                world.stranger.key().id(),
                                Instant.parse(until).plusSeconds(turn));
                Bytes payload = world.sign(world.stranger, rotation).payload();
                world.certificates.add(
                        Envelope.sign(
                                Statement.PAYLOAD_TYPE,
                                payload,
                                List.of(world.stranger, world.ada)));
            }
            refused(TrustFault.EXPIRED, world);
        }
    }

    @Test
    void nobodyElseStatesARotationThoughBothKeysSignIt() throws RefusedException, IOException {
        World world = World.usual();
        world.certify(world.stranger, "Ada", Role.READER);
        var rotation =
                new KeyContent.Rotation(world.ada.key().id(), world.stranger.key().id(), World.NOW);
        world.certificates.add(
                Envelope.sign(
                        Statement.PAYLOAD_TYPE,
                        world.sign(world.office, rotation).payload(),
                        List.of(world.stranger, world.ada, world.office)));
        refused(TrustFault.ROTATION_SIGNERS, world);
    }

    @Test
    void ofTwoRevocationsTheStricterCounts() throws RefusedException, IOException {
        World world = World.usual().log();
        for (long from : new long[] {900, 3, 800}) { // Ada's version is in the log before 9
            world.certificates.add(
                    world.sign(
                            world.office,
                            new KeyContent.Revocation(
                                    world.ada.key().id(),
                                    KeyContent.Cause.LOST,
                                    Optional.of(from))));
        }
        world.log();
        var verdict = accepted(world.verify(world.bundle()));
        assertEquals(
                List.of(Standing.SUSPECT),
                verdict.statements().stream()
                        .filter(one -> one.person().equals("Ada"))
                        .map(CheckedStatement::standing)
                        .distinct()
                        .toList());
    }

    @Test
    void aCopiedOfficeShowsByItsNumbersToo() throws RefusedException, IOException {
        World world = World.usual();
        world.certificates.add(
                world.sign(
                        world.office,
                        Samples.heading(
                                world.office.key().id(),
                                3,
                                Optional.of(world.certificates.get(1).payload().digest())),
                        World.certificate(world.stranger, "Eve", Role.READER)));
        refused(BundleFault.KEY_FORKED, world);
    }

    @Test
    void aBundleLeadsFromTheBelievedRootToALaterOne() throws RefusedException, IOException {
        World world = World.usual();
        TrustRoot first = world.root();
        TrustRoot second = world.root(2, List.of(world.rootKey, world.stranger), 2);
        Envelope handedOver = second.sign(List.of(world.rootKey, world.stranger));
        var writer =
                new BundleWriter(
                        List.of(first.sign(List.of(world.rootKey)), handedOver),
                        world.certificates,
                        world.statements,
                        Optional.empty(),
                        List.of());
        Bytes bundle = world.write(writer);
        assertEquals(
                2,
                accepted(world.verify(bundle, first, Expectations.none(World.NOW))).rootVersion());
        assertEquals(
                2,
                accepted(world.verify(bundle, second, Expectations.none(World.NOW))).rootVersion());
        // all of its keys are new, so who starts from it knows none of the others that signed it
        TrustRoot renewed = world.root(2, List.of(world.stranger), 1);
        var other =
                new BundleWriter(
                        List.of(renewed.sign(List.of(world.rootKey, world.stranger))),
                        world.certificates,
                        world.statements,
                        Optional.empty(),
                        List.of());
        for (TrustRoot believed : List.of(first, renewed)) {
            assertEquals(
                    2,
                    accepted(
                                    world.verify(
                                            world.write(other),
                                            believed,
                                            Expectations.none(World.NOW)))
                            .rootVersion());
        }
        TrustRoot third = world.root(3, List.of(world.rootKey), 1);
        assertEquals(
                TrustFault.ROOT_OLDER,
                ((Verdict.Refused) world.verify(bundle, third, Expectations.none(World.NOW)))
                        .reason());
        TrustRoot otherSecond = world.root(2, List.of(world.stranger), 1);
        assertEquals(
                TrustFault.ROOT_FORKED,
                ((Verdict.Refused) world.verify(bundle, otherSecond, Expectations.none(World.NOW)))
                        .reason());
    }

    @Test
    void anExpiredRootWarnsAndStopsNothing() throws RefusedException, IOException {
        World world = World.usual();
        var later = Expectations.none(Instant.parse("2031-01-01T00:00:00Z"));
        assertEquals(
                true, accepted(world.verify(world.bundle(), world.root(), later)).rootExpired());
    }
}
