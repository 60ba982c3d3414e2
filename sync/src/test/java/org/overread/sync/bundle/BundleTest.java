// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.sync.bundle.Verdicts.accepted;
import static org.overread.sync.bundle.Verdicts.refused;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.refusal.BundleFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.TrustFault;
import org.overread.sync.trust.Standing;

/// What a bundle proves, and what a bundle with good signatures is refused for all the same.
final class BundleTest {

    @Test
    void aBundleSaysWhoSignedWhatUnderWhichGuideline() throws RefusedException, IOException {
        World world = World.usual().log();
        var accepted = accepted(world.verify(world.bundle()));
        assertEquals("north-trial", accepted.tenant());
        assertEquals(3, accepted.certificates());
        assertEquals(6, accepted.statements().size());
        assertEquals(9, accepted.checkpoint().orElseThrow().size());
        CheckedStatement version =
                accepted.statements().stream()
                        .filter(s -> s.person().equals("Ada") && s.kind() == Kind.VERSION)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of("liver 3"), version.guideline());
        assertEquals("2026-11-21T15:20:31+01:00", version.time().toString());
        assertEquals(Optional.of(3L), version.logIndex());
        assertEquals(Standing.HOLDS, version.standing());
    }

    @Test
    void theSameBundleIsWrittenByteForByteAgain() throws RefusedException, IOException {
        World world = World.usual().log();
        Bytes first = world.bundle();
        var turned =
                new BundleWriter(
                        List.of(),
                        world.certificates.reversed(),
                        world.statements.reversed(),
                        Optional.of(world.note()),
                        world.proofs().reversed());
        assertEquals(first, world.write(turned));
    }

    @Test
    void aBundleWithoutALogIsGoodUnlessALogIsAskedFor() throws RefusedException, IOException {
        World world = World.usual();
        Bytes bundle = world.bundle();
        assertEquals(Optional.empty(), accepted(world.verify(bundle)).checkpoint());
        var asked = new Expectations(Optional.empty(), Expectations.LogDemand.REQUIRED, World.NOW);
        assertEquals(
                TrustFault.NOT_LOGGED,
                ((Verdict.Refused) world.verify(bundle, world.root(), asked)).reason());
    }

    @Test
    void rolesAreKept() throws RefusedException, IOException {
        World world = World.usual();
        Digest version = world.statements.getFirst().payload().digest();
        world.state(world.ada, new Decision.Review(version, Decision.Verdict.ACCEPTED));
        refused(TrustFault.ROLE, world);
    }

    @Test
    void nobodyReviewsTheirOwnWork() throws RefusedException, IOException {
        World world = World.usual();
        Digest own = world.statements.get(4).payload().digest();
        world.state(world.cleo, new Decision.Review(own, Decision.Verdict.ACCEPTED));
        refused(TrustFault.OWN_WORK, world);
    }

    @Test
    void nobodyHandsInAnothersVersion() throws RefusedException, IOException {
        World world = World.usual();
        Digest bens = world.statements.get(1).payload().digest();
        world.state(world.ada, new Decision.Submit(bens));
        refused(TrustFault.ROLE, world);
    }

    @Test
    void aReviewIsOfAVersion() throws RefusedException, IOException {
        World world = World.usual();
        Digest submit = world.statements.get(2).payload().digest();
        world.state(world.cleo, new Decision.Review(submit, Decision.Verdict.ACCEPTED));
        refused(BundleFault.PARENT_KIND, world);
    }

    @Test
    void anotherTenantsStatementIsRefused() throws RefusedException, IOException {
        World world = World.usual();
        Heading h = world.heading(world.ada);
        var other =
                new Heading(
                        "south",
                        h.project(),
                        h.casePseudonym(),
                        h.author(),
                        h.sequence(),
                        h.previous(),
                        h.seen(),
                        h.time(),
                        h.software(),
                        h.reason(),
                        h.salt(),
                        h.more());
        world.statements.add(world.sign(world.ada, other, Samples.version(List.of(), List.of())));
        refused(TrustFault.OTHER_TENANT, world);
    }

    @Test
    void aVersionOfOtherImagesOrAnotherCaseIsRefused() throws RefusedException, IOException {
        World world = World.usual();
        Digest parent = world.statements.getFirst().payload().digest();
        var v = Samples.version(List.of(parent), List.of());
        world.state(
                world.ada,
                new org.overread.sync.bundle.statement.Version(
                        v.reading(),
                        v.task(),
                        new org.overread.sync.bundle.statement.ImageBinding(
                                Samples.digest("other"), v.image().geometry()),
                        v.layers(),
                        v.parents(),
                        v.guideline(),
                        v.ontology(),
                        1));
        refused(BundleFault.IMAGE_CHANGED, world);
        World second = World.usual();
        Digest first = second.statements.getFirst().payload().digest();
        Heading h = second.heading(second.ada);
        var otherCase =
                new Heading(
                        h.tenant(),
                        h.project(),
                        Optional.of("f".repeat(32)),
                        h.author(),
                        h.sequence(),
                        h.previous(),
                        h.seen(),
                        h.time(),
                        h.software(),
                        h.reason(),
                        h.salt(),
                        h.more());
        second.statements.add(
                second.sign(second.ada, otherCase, Samples.version(List.of(first), List.of())));
        refused(BundleFault.CASE_MIXED, second);
    }

    @Test
    void aCopiedWorkstationShows() throws RefusedException, IOException {
        World world = World.usual();
        Heading again =
                Samples.heading(
                        world.ada.key().id(),
                        2,
                        Optional.of(world.statements.getFirst().payload().digest()));
        world.statements.add(world.sign(world.ada, again, Samples.version(List.of(), List.of())));
        refused(BundleFault.KEY_FORKED, world);
    }

    @Test
    void aChainThatSkipsItsOwnPastIsRefused() throws RefusedException, IOException {
        World world = World.usual();
        Heading skipping =
                Samples.heading(world.ada.key().id(), 3, Optional.of(Samples.digest("nothing")));
        world.statements.add(
                world.sign(world.ada, skipping, Samples.version(List.of(), List.of())));
        refused(BundleFault.SEQUENCE_GAP, world);
    }
}
