// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;

/// A workstation is lost, and comes back from its copy with who signed what.
final class WorkspaceBackupTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path copies = Path.of("");
    private Digest signed = Digest.ofBytes(new byte[0]);

    @BeforeEach
    void signAVersion()
            throws IOException, RefusedException, SigningException, InterruptedException {
        home = Files.createDirectory(folder.resolve("home"));
        copies = folder.resolve("copies");
        var world = new SignedWorld(folder);
        KeyPlace place = WorkspaceBackup.keysOf(home.resolve("workspace.overread")).ready();
        place.believe(world.root());
        var key = place.ownKey().make(SignedWorld.PASSPHRASE.toCharArray(), OwnKey.Factor.NONE);
        place.takeOwn(world.certificate(key, "Ada", Role.READER));
        try (Workspace workspace = open(home, NOON)) {
            signed = SignedWorld.version(workspace, "first");
            new VersionSigning(workspace, place, "1")
                    .sign(
                            signed,
                            VersionSigning.Wish.of(Meaning.AUTHOR, ""),
                            SignedWorld.PASSPHRASE.toCharArray());
        }
    }

    private static Workspace open(Path home, Instant now) {
        var session =
                new Session(
                        new Actor("Ada", "here", "Overread 1"), Clock.fixed(now, ZoneOffset.UTC));
        return assertInstanceOf(
                        WorkspaceOpening.Open.class,
                        Workspace.open(home.resolve("workspace.overread"), session))
                .workspace();
    }

    private WorkspaceBackup.Outcome.Made copy(Instant now) throws IOException {
        try (Workspace workspace = open(home, now)) {
            return assertInstanceOf(
                    WorkspaceBackup.Outcome.Made.class, WorkspaceBackup.make(workspace, copies));
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file :
                    all.filter(Files::isRegularFile)
                            .filter(f -> !f.toString().endsWith(".lock"))
                            .toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        Digest.ofBytes(Files.readAllBytes(file)).hex());
            }
        }
        return files;
    }

    @Test
    void whoSignedWhatComesBackWithTheWorkspace()
            throws IOException, SigningException, InterruptedException, RefusedException {
        var made = copy(NOON);
        var keys = made.keys().orElseThrow();
        assertEquals("overread-20261121T120000Z.keys", keys.folder().getFileName().toString());
        assertEquals(
                "1 signed statement and your key beside it, sealed: it opens with your passphrase only, which is in no copy.",
                keys.sentence());
        assertEquals(files(home.resolve("keys")), files(keys.folder()));
        Path other = Files.createDirectory(folder.resolve("new home"));
        Files.copy(made.workspace().file(), other.resolve("workspace.overread"));
        Files.move(keys.folder(), other.resolve("keys"));
        KeyPlace place = WorkspaceBackup.keysOf(other.resolve("workspace.overread"));
        assertEquals("Ada", place.look().certificate().orElseThrow().person());
        assertTrue(place.signed().idOf(signed).isPresent());
        try (Workspace workspace = open(other, NOON)) {
            Digest next = SignedWorld.version(workspace, "second time");
            new VersionSigning(workspace, place, "1")
                    .sign(
                            next,
                            VersionSigning.Wish.of(Meaning.AUTHOR, ""),
                            SignedWorld.PASSPHRASE.toCharArray());
            assertEquals(2, place.signed().all().size(), "and signs on where it was");
        }
    }

    @Test
    void theCopyHoldsNoOpenKeyAndIsItsOwnersAlone() throws IOException, SigningException {
        Path keys = copy(NOON).keys().orElseThrow().folder();
        try (var secret =
                new OwnKey(keys.resolve("my.key")).open(SignedWorld.PASSPHRASE.toCharArray())) {
            byte[] seed = assertDoesNotRefuse(secret::copySeed);
            for (var file : files(keys).keySet()) {
                assertEquals(-1, indexOf(Files.readAllBytes(keys.resolve(file)), seed), file);
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(keys.resolve(file))));
            }
        }
    }

    private interface Asked {
        byte[] copy() throws RefusedException;
    }

    private static byte[] assertDoesNotRefuse(Asked asked) {
        try {
            return asked.copy();
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    private static int indexOf(byte[] text, byte[] part) {
        for (int n = 0; n + part.length <= text.length; n++) {
            if (java.util.Arrays.equals(text, n, n + part.length, part, 0, part.length)) {
                return n;
            }
        }
        return -1;
    }

    @Test
    void aKeyThatIsNoneStopsTheCopyAndSaysSo() throws IOException {
        Files.writeString(home.resolve("keys/my.key"), "open secret");
        var refused = assertThrows(IOException.class, () -> copy(NOON));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(
                                "The workspace was copied, the keys beside it were not: my.key"),
                refused.getMessage());
        try (var left = Files.list(copies)) {
            assertEquals(
                    List.of("overread-20261121T120000Z.backup"),
                    left.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void copiesOfKeysGoWithTheirs() throws IOException {
        for (int hour = 0; hour < 3; hour++) {
            copy(NOON.plus(Duration.ofHours(hour)));
        }
        assertEquals(2, WorkspaceBackup.thin(copies).size());
        try (var left = Files.list(copies)) {
            assertArrayEquals(
                    new String[] {
                        "overread-20261121T140000Z.backup", "overread-20261121T140000Z.keys"
                    },
                    new ArrayList<>(left.map(f -> f.getFileName().toString()).sorted().toList())
                            .toArray());
        }
    }
}
