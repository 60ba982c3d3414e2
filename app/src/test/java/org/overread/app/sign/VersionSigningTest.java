// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.finding.StatedFindings;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.finding.Finding;
import org.overread.segmentation.finding.Observed;
import org.overread.segmentation.finding.Said;
import org.overread.segmentation.label.Confidence;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.store.Workspace;
import org.overread.viewer.measure.Figures;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Versions of a workspace signed, sent, taken in elsewhere and reviewed there.
final class VersionSigningTest {
    @TempDir private Path folder = Path.of("");

    private static char[] passphrase() {
        return SignedWorld.PASSPHRASE.toCharArray();
    }

    private static VersionSigning.Wish author() {
        return VersionSigning.Wish.of(Meaning.AUTHOR, "");
    }

    private static BundleImport.Read read(Path file, KeyPlace place) throws SigningException {
        return BundleImport.read(file, place, new CancelToken(), Progress.Listener.NONE);
    }

    @Test
    void findingsOfAVersionAreSignedAndTravelInItsBundle() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        KeyPlace ben = world.enrolled("Ben", Role.REVIEWER);
        Path file = folder.resolve("a.avb");
        var landmark =
                new Marking.Landmark(
                        new PatientPoint(1 / 3.0, -2.5, 7), new PatientPoint(1 / 3.0, -2.5, 9));
        var finding =
                new Finding(
                        new UUID(1, 2),
                        "v",
                        new FrameOfReference.Unnamed("v"),
                        "Landmark 1",
                        new Observed.Shaped(landmark, Figures.NONE),
                        new Said(
                                Optional.of("carina"),
                                Map.of("Side", "left"),
                                Optional.of(new Confidence.NotAssessable())),
                        Instant.parse("2026-11-21T10:15:30Z"));
        try (Workspace hers = world.workspace("Ada")) {
            Digest plain = SignedWorld.version(hers, "first");
            Statement draft = hers.versions().statement(plain).orElseThrow();
            Digest version =
                    new StoredLabels(hers)
                            .commit(
                                    hers.versions().branched(plain),
                                    "with a finding",
                                    List.of(),
                                    StatedFindings.of(List.of(finding)))
                            .id();
            assertEquals(List.of(), StatedFindings.of(draft));
            new VersionSigning(hers, ada, "1").sign(version, author(), passphrase());
            new BundleExport(hers, ada)
                    .write(version, file, new CancelToken(), Progress.Listener.NONE);
        }
        try (Workspace his = world.workspace("Ben")) {
            BundleImport.take(read(file, ben), his, ben, new CancelToken());
            Digest newest = new VersionSigning(his, ben, "1").lines().getFirst().version().id();
            List<Finding> there = StatedFindings.of(his.versions().statement(newest).orElseThrow());
            assertEquals(1, there.size());
            assertEquals(finding.observed(), there.getFirst().observed());
            assertEquals(finding.said(), there.getFirst().said());
            assertEquals("Landmark 1", there.getFirst().name());
        }
    }

    @Test
    void aSignedVersionIsReviewedOnAnotherWorkstation() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        KeyPlace ben = world.enrolled("Ben", Role.REVIEWER);
        Path file = folder.resolve("a.avb");
        try (Workspace hers = world.workspace("Ada")) {
            Digest first = SignedWorld.version(hers, "first");
            SignedWorld.version(hers, "between");
            Digest third = SignedWorld.version(hers, "the third");
            var signing = new VersionSigning(hers, ada, "1");
            assertEquals(List.of(), signing.signatures(first));
            signing.sign(first, author(), passphrase());
            signing.sign(
                    third, VersionSigning.Wish.of(Meaning.SUBMIT, "done with it"), passphrase());
            Signature said = signing.signatures(third).get(1);
            assertTrue(said.holds());
            assertEquals(List.of("Ada"), said.people());
            assertEquals(Optional.of(Meaning.SUBMIT), said.meaning());
            assertEquals(Optional.of("done with it"), said.reason());
            assertEquals(Optional.of("none 0"), signing.signatures(third).getFirst().guideline());
            // the draft in between was never shown to anybody
            assertEquals(
                    List.of(ada.signed().idOf(first).orElseThrow()), signing.signedParents(third));
            new BundleExport(hers, ada)
                    .write(third, file, new CancelToken(), Progress.Listener.NONE);
        }
        var read = read(file, ben);
        var accepted = assertInstanceOf(Verdict.Accepted.class, read.verdict());
        assertEquals(3, accepted.statements().size());
        try (Workspace his = world.workspace("Ben")) {
            assertEquals(
                    new BundleImport.Taken(2, 0),
                    BundleImport.take(read, his, ben, new CancelToken()));
            assertEquals(
                    new BundleImport.Taken(0, 2),
                    BundleImport.take(read, his, ben, new CancelToken()));
            var signing = new VersionSigning(his, ben, "1");
            VersionSigning.Line newest = signing.lines().getFirst();
            assertEquals("Ada", newest.version().reader());
            assertEquals(2, newest.signatures().size());
            Digest version = newest.version().id();
            assertFalse(signing.obstacles(version).getOrDefault(Meaning.AUTHOR, "").isEmpty());
            assertEquals("", signing.obstacles(version).get(Meaning.REVIEW));
            signing.sign(
                    version,
                    new VersionSigning.Wish(
                            Meaning.REVIEW, Decision.Verdict.RETURNED, "", "the dome is missing"),
                    passphrase());
            Signature review = signing.signatures(version).get(2);
            assertEquals("returned", review.outcome());
            assertEquals(List.of("Ben"), review.people());
            Path back = folder.resolve("b.avb");
            new BundleExport(his, ben)
                    .write(version, back, new CancelToken(), Progress.Listener.NONE);
            assertEquals(
                    4,
                    assertInstanceOf(Verdict.Accepted.class, read(back, ada).verdict())
                            .statements()
                            .size());
        }
        try (Workspace hers = world.workspace("Ada")) {
            var back = read(folder.resolve("b.avb"), ada);
            assertEquals(
                    new BundleImport.Taken(0, 2),
                    BundleImport.take(back, hers, ada, new CancelToken()));
            VersionSigning.Line newest = new VersionSigning(hers, ada, "1").lines().getFirst();
            assertEquals("returned", newest.signatures().getLast().outcome());
            assertEquals(
                    Optional.of("the dome is missing"), newest.signatures().getLast().reason());
        }
    }

    @Test
    void aVersionThatContinuesOnesOwnComesWithIt() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        KeyPlace cleo = world.enrolled("Cleo", Role.ADJUDICATOR);
        Path file = folder.resolve("a.avb");
        Path back = folder.resolve("c.avb");
        try (Workspace hers = world.workspace("Ada");
                Workspace third = world.workspace("Cleo")) {
            Digest version = SignedWorld.version(hers, "one");
            new VersionSigning(hers, ada, "1").sign(version, author(), passphrase());
            new BundleExport(hers, ada)
                    .write(version, file, new CancelToken(), Progress.Listener.NONE);
            BundleImport.take(read(file, cleo), third, cleo, new CancelToken());
            Digest taken = new VersionSigning(third, cleo, "1").lines().getFirst().version().id();
            var branch = third.versions().branched(taken);
            var made =
                    new org.overread.app.store.StoredLabels(third)
                            .commit(branch, "mine", List.of());
            var signing = new VersionSigning(third, cleo, "1");
            assertEquals(List.of(taken), signing.signedParents(made.id()));
            signing.sign(made.id(), author(), passphrase());
            new BundleExport(third, cleo)
                    .write(made.id(), back, new CancelToken(), Progress.Listener.NONE);
            assertEquals(
                    new BundleImport.Taken(2, 0),
                    BundleImport.take(read(back, ada), hers, ada, new CancelToken()));
            assertEquals(3, new VersionSigning(hers, ada, "1").lines().size());
        }
    }

    @Test
    void theRoleAndThePersonDecideWhatCanBeSaid() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER, Role.REVIEWER);
        try (Workspace hers = world.workspace("Ada")) {
            Digest version = SignedWorld.version(hers, "one");
            var signing = new VersionSigning(hers, ada, "1");
            assertEquals(
                    "Its author has not signed it.",
                    signing.obstacles(version).get(Meaning.REVIEW));
            assertTrue(
                    signing.obstacles(version)
                            .getOrDefault(Meaning.RELEASE, "")
                            .contains("data lead"));
            signing.sign(version, author(), passphrase());
            assertEquals(
                    "Nobody reviews their own version.",
                    signing.obstacles(version).get(Meaning.REVIEW));
            var wish = VersionSigning.Wish.of(Meaning.REVIEW, "");
            assertThrows(SigningException.class, () -> signing.sign(version, wish, passphrase()));
            assertEquals(1, signing.signatures(version).size());
        }
    }

    @Test
    void aWrongPassphraseSignsNothingAndIsNamed() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        try (Workspace hers = world.workspace("Ada")) {
            Digest version = SignedWorld.version(hers, "one");
            var signing = new VersionSigning(hers, ada, "1");
            char[] wrong = "wrong horse".toCharArray();
            SigningException refused =
                    assertThrows(
                            SigningException.class, () -> signing.sign(version, author(), wrong));
            assertTrue(OwnKey.isWrongPassphrase(refused));
            assertEquals("\0".repeat(wrong.length), new String(wrong));
            assertEquals(List.of(), signing.signatures(version));
        }
    }

    @Test
    void onlyWhatIsSignedLeavesAndNothingBelieved() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        Path file = folder.resolve("a.avb");
        try (Workspace hers = world.workspace("Ada")) {
            Digest version = SignedWorld.version(hers, "one");
            var export = new BundleExport(hers, ada);
            assertThrows(
                    SigningException.class,
                    () -> export.write(version, file, new CancelToken(), Progress.Listener.NONE));
            new VersionSigning(hers, ada, "1").sign(version, author(), passphrase());
            var cancelled = new CancelToken();
            cancelled.cancel();
            assertThrows(
                    java.util.concurrent.CancellationException.class,
                    () -> export.write(version, file, cancelled, Progress.Listener.NONE));
            try (var files = Files.list(folder)) {
                assertTrue(files.noneMatch(f -> f.toString().contains("a.avb")));
            }
            export.write(version, file, new CancelToken(), Progress.Listener.NONE);
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("/nowhere") || text.contains("1.2.3"));
            byte[] changed = Files.readAllBytes(file);
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            var read = read(file, ada);
            assertInstanceOf(Verdict.Refused.class, read.verdict());
            assertThrows(
                    SigningException.class,
                    () -> BundleImport.take(read, hers, ada, new CancelToken()));
        }
    }

    @Test
    void twoCannotSignWithOneKeyAtATime() throws Exception {
        var world = new SignedWorld(folder);
        KeyPlace ada = world.enrolled("Ada", Role.READER);
        OwnKey key = ada.ownKey();
        try (var secret = key.open(passphrase());
                Pen _ = Pen.of(key.file(), secret, "north", "1")) {
            assertThrows(SigningException.class, () -> Pen.of(key.file(), secret, "north", "1"));
        }
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(key.file()));
    }

    @Test
    void aKeySealedWithTheSystemsKeyStoreNeedsBoth() throws Exception {
        Path program = folder.resolve("secret-tool");
        Path kept = folder.resolve("kept");
        Files.writeString(
                program,
                """
                #!/bin/sh
                case "$1" in
                store) cat > '%s' ;;
                lookup) cat '%s' 2>/dev/null ;;
                esac
                """
                        .formatted(kept, kept));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var store = new SystemKeyStore(List.of(program.toString()));
        var key =
                new OwnKey(folder.resolve("k"), store, new org.overread.sync.trust.KeyCost(64, 1));
        key.make(passphrase(), OwnKey.Factor.SYSTEM_KEY_STORE);
        key.open(passphrase()).close();
        key.changePassphrase(passphrase(), "battery staple".toCharArray());
        key.open("battery staple".toCharArray()).close();
        assertEquals(64, Files.size(kept));
        Files.delete(kept);
        SigningException refused =
                assertThrows(
                        SigningException.class, () -> key.open("battery staple".toCharArray()));
        assertEquals("key.other-factor", refused.reason().orElseThrow().code());
    }
}
