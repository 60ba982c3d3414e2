// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's key by commands: enrolled, replaced, lost, copied.
final class KeyLifeTest {
    @TempDir private Path folder = Path.of("");

    private OfficeHands office = new OfficeHands(folder);

    @BeforeEach
    void found() throws IOException {
        office = new OfficeHands(folder);
        office.found();
    }

    @Test
    void aCodeProvesWhoAsksAndServesOnce() throws IOException {
        office.enrol("ada.key", "Ada");
        String request = Files.readString(folder.resolve("ada.key.req"));
        String code = Files.readString(folder.resolve("ada.key.code")).strip();
        assertTrue(!request.contains(code.replace("-", "")), "the code is not sent");
        office.refusedSealed(
                "trust.code-used",
                "keys certify @ada.key.req --invitation @ada.key.inv --office @office.key --root @root --out @again");
        office.bundle("ada.key", "a.avb", "ada.key.cert");
        Ran verified = office.ok("verify @a.avb --root @root");
        assertTrue(verified.out().contains("Ada (North)"), verified.out());
        assertTrue(verified.out().contains(", guideline 1,"), verified.out());
    }

    @Test
    void fiveWrongCodesEndAnInvitation() throws IOException {
        office.ok("keys invite @inv --person Ada --site North --role READER");
        Files.writeString(folder.resolve("code"), "00000-00000-00000-00000");
        office.sealed("keys enrol @ada.key --code-file @code --out @req");
        for (int turn = 0; turn < 6; turn++) {
            office.refusedSealed(
                    turn < 5 ? "trust.code-wrong" : "trust.code-tries",
                    "keys certify @req --invitation @inv --office @office.key --root @root --out @cert");
        }
    }

    @Test
    void aLostKeysWorkComesBackUnderANewKey() throws IOException {
        office.enrol("ada.key", "Ada");
        office.bundle("ada.key", "early.avb", "ada.key.cert");
        office.bundle("ada.key", "late.avb", "ada.key.cert");
        office.log("early.avb");
        office.sealed(
                "keys revoke @ada.key.cert --office @office.key --root @root --cause LOST --out @revoked");
        office.log("revoked");
        office.log("late.avb");
        office.prove("early.avb", "early-proved.avb", "--certificate @revoked");
        Ran early = office.ok("verify @early-proved.avb --root @root");
        assertTrue(early.out().contains("Everything holds."), early.out());
        office.prove("late.avb", "late-proved.avb", "--certificate @revoked");
        office.refused("trust.revoked", "verify @late-proved.avb --root @root");
        office.key("new.key");
        office.enrol("new.key", "Ada");
        office.sealed(
                "bundle cosign @late-proved.avb --key @new.key --certificate @new.key.cert --root @root --out @again.avb");
        Ran again = office.ok("verify @again.avb --root @root --json");
        assertTrue(again.out().contains("\"countersigned\""), again.out());
    }

    @Test
    void aKeyIsReplacedByAnother() throws IOException {
        office.enrol("ada.key", "Ada");
        office.key("new.key");
        office.enrol("new.key", "Ada");
        rotate(30, "rotation");
        office.bundle("ada.key", "old.avb", "ada.key.cert", "new.key.cert", "rotation");
        office.ok("verify @old.avb --root @root");
        rotate(-1, "ended");
        office.bundle("ada.key", "ended.avb", "ada.key.cert", "new.key.cert", "ended");
        office.refused("trust.expired", "verify @ended.avb --root @root");
        office.bundle("new.key", "new.avb", "ada.key.cert", "new.key.cert", "ended");
        office.ok("verify @new.avb --root @root");
    }

    private void rotate(int days, String out) {
        office.sealed(
                "keys rotate @ada.key @new.key --root @root --days %d --out @%s --new-passphrase-file @pass"
                        .formatted(days, out));
    }

    @Test
    void aCopiedWorkstationShowsByItsNumbers() throws IOException {
        office.enrol("ada.key", "Ada");
        office.bundle("ada.key", "one.avb", "ada.key.cert");
        Files.copy(folder.resolve("ada.key"), folder.resolve("copy.key"));
        office.bundle("copy.key", "two.avb", "ada.key.cert");
        Ran forks = office.run("keys forks @one.avb @two.avb --root @root");
        assertEquals(1, forks.status());
        assertTrue(forks.out().contains("two statements as number 1"), forks.out());
        office.ok("keys forks @one.avb --root @root");
    }

    @Test
    void keysAreShownAndGetAnotherPassphrase() throws IOException {
        String shown = office.ok("keys show @ada.key --json").out();
        assertTrue(shown.contains("\"words\""), shown);
        assertEquals(shown, office.ok("keys lock @ada.key --json").out());
        Files.writeString(folder.resolve("other"), "battery staple");
        office.sealed("keys passphrase @ada.key --new-passphrase-file @other");
        assertEquals(shown, office.ok("keys show @ada.key --json").out());
        office.refusedSealed(
                "key.passphrase", "keys passphrase @ada.key --new-passphrase-file @other");
        Files.writeString(folder.resolve("short"), "1234567");
        office.refused("", "keys new @n --passphrase-file @short");
        office.refusedSealed("exists", "keys new @ada.key");
    }
}
