// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.RuleContent;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.Refusal;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.NamedKey;
import org.overread.sync.trust.Policies;
import org.overread.sync.trust.Standing;
import org.overread.sync.trust.TrustRoot;

/// What a policy asks for, who stood witness, and how what a lost key signed comes back.
final class PolicyTest {
    private static final Ed25519Secret LEAD = World.secret(40);
    private static final Ed25519Secret SECOND = World.secret(41);

    private static World world() throws RefusedException {
        World world = World.usual();
        world.certify(LEAD, "Dana", Role.DATA_LEAD);
        world.certify(SECOND, "Emil", Role.DATA_LEAD, Role.READER);
        return world;
    }

    private static RuleContent.Policy policy(long version, Kind kind, Role role, int signatures) {
        return new RuleContent.Policy(
                version, List.of(new RuleContent.Rule(kind, List.of(role), signatures)));
    }

    private static Digest state(World world, Content content, Ed25519Secret author, Signer... more)
            throws RefusedException {
        Bytes bytes = new Statement(world.heading(author), content).bytes();
        var signers = new java.util.ArrayList<Signer>(List.of(more));
        signers.add(author);
        world.statements.add(Envelope.sign(Statement.PAYLOAD_TYPE, bytes, signers));
        return bytes.digest();
    }

    private static Decision.Release release(World world) {
        return new Decision.Release(
                "set-1", List.of(world.statements.getFirst().payload().digest()));
    }

    @Test
    void aReleaseNeedsAsManySignaturesAsThePolicySays() throws RefusedException, IOException {
        World one = world();
        one.state(LEAD, policy(1, Kind.RELEASE, Role.DATA_LEAD, 2));
        state(one, release(one), SECOND);
        refused(TrustFault.POLICY_SIGNATURES, one);
        World two = world();
        two.state(LEAD, policy(1, Kind.RELEASE, Role.DATA_LEAD, 2));
        Digest release = state(two, release(two), SECOND, LEAD);
        CheckedStatement said = statement(accepted(two), release);
        assertEquals("Emil", said.person());
        assertEquals(List.of("Dana"), said.cosigners());
        assertEquals(Optional.of(1L), said.policy());
    }

    @Test
    void twoKeysOfOnePersonAreOneSignature() throws RefusedException, IOException {
        World world = world();
        Ed25519Secret other = World.secret(42);
        world.certify(other, "Emil", Role.DATA_LEAD);
        world.state(LEAD, policy(1, Kind.RELEASE, Role.DATA_LEAD, 2));
        state(world, release(world), SECOND, other);
        refused(TrustFault.POLICY_SIGNATURES, world);
    }

    @Test
    void aSignatureOfAnotherRoleDoesNotCount() throws RefusedException, IOException {
        World world = world();
        world.state(LEAD, policy(1, Kind.RELEASE, Role.DATA_LEAD, 2));
        state(world, release(world), SECOND, world.ben);
        refused(TrustFault.POLICY_SIGNATURES, world);
    }

    @Test
    void aPolicyNarrowsRolesAndNeverWidensThem() throws RefusedException, IOException {
        World narrow = world();
        narrow.state(LEAD, policy(1, Kind.VERSION, Role.ADJUDICATOR, 1));
        refused(TrustFault.POLICY_ROLE, narrow); // Ada and Ben are readers
        World wide = world();
        wide.state(LEAD, policy(1, Kind.REVIEW, Role.READER, 1));
        Digest version = wide.statements.getFirst().payload().digest();
        wide.state(wide.ben, new Decision.Review(version, Decision.Verdict.ACCEPTED));
        refused(TrustFault.ROLE, wide);
    }

    @Test
    void onlyWhatCameAfterAPolicyIsHeldAgainstIt() throws RefusedException, IOException {
        World world = world().log();
        world.state(LEAD, policy(1, Kind.VERSION, Role.ADJUDICATOR, 1));
        world.log();
        var accepted = accepted(world);
        assertEquals(1, accepted.policies().size());
        assertTrue(accepted.statements().stream().allMatch(s -> s.policy().isEmpty()));
        world.state(world.ada, new Decision.Submit(world.statements.get(0).payload().digest()));
        world.log();
        accepted(world); // the rule is about versions
        world.state(SECOND, Samples.version(List.of(), List.of()));
        world.log();
        refused(TrustFault.POLICY_ROLE, world);
    }

    @Test
    void aNewerPolicyTakesThePlaceOfAnOlderAndTwoOfOneVersionAreRefused()
            throws RefusedException, IOException {
        World world = world();
        world.state(LEAD, policy(1, Kind.RELEASE, Role.DATA_LEAD, 3));
        world.state(LEAD, policy(2, Kind.RELEASE, Role.DATA_LEAD, 1));
        Digest release = state(world, release(world), SECOND);
        assertEquals(Optional.of(2L), statement(accepted(world), release).policy());
        world.state(LEAD, policy(2, Kind.RELEASE, Role.DATA_LEAD, 2));
        refused(TrustFault.POLICY_FORKED, world);
    }

    @Test
    void aPolicyThatIsKnownHereCannotBeLeftOut() throws RefusedException, IOException {
        World world = world();
        state(world, release(world), SECOND);
        accepted(world);
        var known =
                new Policies.Placed(policy(1, Kind.RELEASE, Role.DATA_LEAD, 2), Optional.empty());
        var expected =
                new Expectations(
                        Optional.empty(),
                        Expectations.LogDemand.WELCOME,
                        List.of(known),
                        World.NOW);
        Verdict verdict = world.verify(world.bundle(), world.root(), expected);
        assertEquals(
                TrustFault.POLICY_SIGNATURES,
                assertInstanceOf(Verdict.Refused.class, verdict).reason());
    }

    @Test
    void nobodyJudgesTheirOwnWorkAsSecondSignerEither() throws RefusedException, IOException {
        World world = world();
        Digest version = world.statements.getFirst().payload().digest();
        state(
                world,
                new Decision.Review(version, Decision.Verdict.ACCEPTED),
                world.cleo,
                world.ada);
        refused(TrustFault.OWN_WORK, world);
    }

    @Test
    void aCheckpointNeedsTheWitnessesThatTheRootAsksFor() throws RefusedException, IOException {
        World world = World.usual().log();
        Ed25519Secret north = World.secret(43);
        Ed25519Secret south = World.secret(44);
        TrustRoot plain = world.root();
        var root =
                new TrustRoot(
                        1,
                        plain.tenant(),
                        plain.expires(),
                        1,
                        plain.rootKeys(),
                        plain.enrolmentKeys(),
                        List.of(),
                        plain.logs(),
                        List.of(
                                new NamedKey("north.witness", north.key()),
                                new NamedKey("south.witness", south.key())),
                        2);
        assertEquals(root.digest(), TrustRoot.pinned(root.sign(List.of(world.rootKey))).digest());
        assertEquals(2, TrustRoot.pinned(root.sign(List.of(world.rootKey))).cosignatures());
        var once = world.note().cosign("north.witness", 1000, north);
        Verdict few = world.verify(bundle(world, once), root, Expectations.none(World.NOW));
        assertEquals(LogFault.WITNESSES, assertInstanceOf(Verdict.Refused.class, few).reason());
        var twiceTheSame = once.cosign("north.witness", 2000, north);
        Verdict same =
                world.verify(bundle(world, twiceTheSame), root, Expectations.none(World.NOW));
        assertEquals(LogFault.WITNESSES, assertInstanceOf(Verdict.Refused.class, same).reason());
        var both = once.cosign("south.witness", 1000, south);
        Verdict enough = world.verify(bundle(world, both), root, Expectations.none(World.NOW));
        assertEquals(
                List.of("north.witness", "south.witness"),
                assertInstanceOf(Verdict.Accepted.class, enough).witnesses());
    }

    private static Bytes bundle(World world, org.overread.sync.log.SignedNote note)
            throws RefusedException, IOException {
        return world.write(
                new BundleWriter(
                        List.of(),
                        world.certificates,
                        world.statements,
                        Optional.of(note),
                        world.proofs()));
    }

    @Test
    void whatALostKeySignedComesBackWhenItsOwnerSignsItAgain()
            throws RefusedException, IOException {
        World world = World.usual();
        Ed25519Secret fresh = World.secret(45);
        KeyContent.Certificate certificate =
                new KeyContent.Certificate(
                        fresh.key().encoded(),
                        "Ada",
                        "North",
                        List.of(Role.READER),
                        Instant.parse("2026-11-22T00:00:00Z"), // after the statements
                        Instant.parse("2027-11-22T00:00:00Z"));
        world.certificates.add(world.sign(world.office, certificate));
        world.certificates.add(
                world.sign(
                        world.office,
                        new KeyContent.Revocation(
                                world.ada.key().id(), KeyContent.Cause.LOST, Optional.empty())));
        refused(TrustFault.REVOKED, world);
        for (int n = 0; n < world.statements.size(); n++) {
            Envelope old = world.statements.get(n);
            if (old.signatures().getFirst().keyId().equals(world.ada.key().id())) {
                world.statements.set(n, old.cosigned(fresh));
            }
        }
        for (CheckedStatement statement : accepted(world).statements()) {
            assertEquals(
                    statement.person().equals("Ada") ? Standing.COUNTERSIGNED : Standing.HOLDS,
                    statement.standing());
        }
        World other = World.usual();
        other.certificates.add(world.certificates.getLast());
        for (int n = 0; n < other.statements.size(); n++) {
            Envelope old = other.statements.get(n);
            if (old.signatures().getFirst().keyId().equals(other.ada.key().id())) {
                other.statements.set(n, old.cosigned(other.ben)); // another person
            }
        }
        refused(TrustFault.REVOKED, other);
    }

    private static CheckedStatement statement(Verdict.Accepted accepted, Digest id) {
        return accepted.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict.Accepted accepted(World world) throws RefusedException, IOException {
        Verdict verdict = world.verify(world.bundle());
        return assertInstanceOf(Verdict.Accepted.class, verdict, verdict.toString());
    }

    private static void refused(Refusal reason, World world) throws RefusedException, IOException {
        var refused = assertInstanceOf(Verdict.Refused.class, world.verify(world.bundle()));
        assertEquals(reason.code(), refused.reason().code());
    }
}
