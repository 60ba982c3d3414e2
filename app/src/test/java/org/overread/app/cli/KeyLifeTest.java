// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key's life by commands: enrolled, replaced, lost, copied; and the root of trust above it.
final class KeyLifeTest {
    @TempDir private Path folder = Path.of("");

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private Ran run(String... words) {
        var args = new ArrayList<String>();
        for (String word : words) {
            args.add(word.startsWith("@") ? in(word.substring(1)) : word);
        }
        return Ran.command(args.toArray(String[]::new));
    }

    private Ran ok(String... words) {
        Ran ran = run(words);
        assertEquals(0, ran.status(), String.join(" ", words) + ": " + ran.err() + ran.out());
        return ran;
    }

    private void refused(String code, String... words) {
        Ran ran = run(words);
        assertEquals(1, ran.status(), ran.out());
        assertTrue((ran.out() + ran.err()).contains(code), ran.out() + ran.err());
    }

    private void key(String name) {
        ok("keys", "new", "@" + name, "--passphrase-file", "@pass");
    }

    @BeforeEach
    void foundARoot() throws IOException {
        Files.writeString(folder.resolve("pass"), "correct horse\n");
        Files.writeString(folder.resolve("guideline"), "Mark the whole organ.");
        TinyImages.squares(folder.resolve("image.nrrd"));
        TinyImages.squares(folder.resolve("labels.nrrd"));
        List.of("root.key", "office.key", "log.key", "ada.key").forEach(this::key);
        ok(
                "keys",
                "root",
                "@root",
                "--tenant",
                "north",
                "--key",
                "@root.key",
                "--office",
                "@office.key",
                "--log",
                "north/log",
                "--log-key",
                "@log.key",
                "--passphrase-file",
                "@pass");
    }

    private void enrol(String key, String person) throws IOException {
        Ran invited =
                ok(
                        "keys",
                        "invite",
                        "@" + key + ".inv",
                        "--person",
                        person,
                        "--site",
                        "North",
                        "--role",
                        "READER");
        Files.writeString(folder.resolve(key + ".code"), invited.out().split(": ", 2)[1]);
        ok(
                "keys",
                "enrol",
                "@" + key,
                "--code-file",
                "@" + key + ".code",
                "--out",
                "@" + key + ".req",
                "--passphrase-file",
                "@pass");
        ok(
                "keys",
                "certify",
                "@" + key + ".req",
                "--invitation",
                "@" + key + ".inv",
                "--office",
                "@office.key",
                "--root",
                "@root",
                "--out",
                "@" + key + ".cert",
                "--passphrase-file",
                "@pass");
    }

    private void bundle(String key, String out, String... certificates) {
        var words =
                new ArrayList<>(
                        List.of(
                                "bundle",
                                "create",
                                "@labels.nrrd",
                                "--image",
                                "@image.nrrd",
                                "--key",
                                "@" + key,
                                "--root",
                                "@root",
                                "--guideline",
                                "@guideline",
                                "--passphrase-file",
                                "@pass",
                                "--out",
                                "@" + out));
        for (String certificate : certificates) {
            words.addAll(List.of("--certificate", "@" + certificate));
        }
        ok(words.toArray(String[]::new));
    }

    @Test
    void aCodeProvesWhoAsksAndServesOnce() throws IOException {
        enrol("ada.key", "Ada");
        String request = Files.readString(folder.resolve("ada.key.req"));
        String code = Files.readString(folder.resolve("ada.key.code")).strip();
        assertTrue(!request.contains(code.replace("-", "")), "the code is not sent");
        refused(
                "trust.code-used",
                "keys",
                "certify",
                "@ada.key.req",
                "--invitation",
                "@ada.key.inv",
                "--office",
                "@office.key",
                "--root",
                "@root",
                "--out",
                "@again",
                "--passphrase-file",
                "@pass");
        bundle("ada.key", "a.avb", "ada.key.cert");
        Ran verified = ok("verify", "@a.avb", "--root", "@root");
        assertTrue(verified.out().contains("Ada (North)"), verified.out());
        assertTrue(verified.out().contains(", guideline 1,"), verified.out());
    }

    @Test
    void fiveWrongCodesEndAnInvitation() throws IOException {
        ok("keys", "invite", "@inv", "--person", "Ada", "--site", "North", "--role", "READER");
        Files.writeString(folder.resolve("code"), "00000-00000-00000-00000");
        ok(
                "keys",
                "enrol",
                "@ada.key",
                "--code-file",
                "@code",
                "--out",
                "@req",
                "--passphrase-file",
                "@pass");
        for (int turn = 0; turn < 6; turn++) {
            refused(
                    turn < 5 ? "trust.code-wrong" : "trust.code-tries",
                    "keys",
                    "certify",
                    "@req",
                    "--invitation",
                    "@inv",
                    "--office",
                    "@office.key",
                    "--root",
                    "@root",
                    "--out",
                    "@cert",
                    "--passphrase-file",
                    "@pass");
        }
    }

    @Test
    void aLostKeysWorkComesBackUnderANewKey() throws IOException {
        enrol("ada.key", "Ada");
        bundle("ada.key", "early.avb", "ada.key.cert");
        bundle("ada.key", "late.avb", "ada.key.cert");
        log("early.avb");
        ok(
                "keys",
                "revoke",
                "@ada.key.cert",
                "--office",
                "@office.key",
                "--root",
                "@root",
                "--cause",
                "LOST",
                "--out",
                "@revoked",
                "--passphrase-file",
                "@pass");
        log("revoked");
        log("late.avb");
        prove("early.avb", "early-proved.avb");
        Ran early = ok("verify", "@early-proved.avb", "--root", "@root");
        assertTrue(early.out().contains("Everything holds."), early.out());
        ok(
                "log",
                "prove",
                "@log",
                "@late.avb",
                "--origin",
                "north/log",
                "--certificate",
                "@revoked",
                "--out",
                "@late-proved.avb");
        refused("trust.revoked", "verify", "@late-proved.avb", "--root", "@root");
        key("new.key");
        enrol("new.key", "Ada");
        ok(
                "bundle",
                "cosign",
                "@late-proved.avb",
                "--key",
                "@new.key",
                "--certificate",
                "@new.key.cert",
                "--root",
                "@root",
                "--out",
                "@again.avb",
                "--passphrase-file",
                "@pass");
        Ran again = ok("verify", "@again.avb", "--root", "@root", "--json");
        assertTrue(again.out().contains("\"countersigned\""), again.out());
    }

    private void prove(String bundle, String out) {
        ok(
                "log",
                "prove",
                "@log",
                "@" + bundle,
                "--origin",
                "north/log",
                "--certificate",
                "@revoked",
                "--out",
                "@" + out);
    }

    private void log(String file) {
        ok(
                "log",
                "append",
                "@log",
                "@" + file,
                "--origin",
                "north/log",
                "--key",
                "@log.key",
                "--passphrase-file",
                "@pass");
    }

    @Test
    void aKeyIsReplacedByAnother() throws IOException {
        enrol("ada.key", "Ada");
        key("new.key");
        enrol("new.key", "Ada");
        ok(
                "keys",
                "rotate",
                "@ada.key",
                "@new.key",
                "--root",
                "@root",
                "--days",
                "30",
                "--out",
                "@rotation",
                "--passphrase-file",
                "@pass",
                "--new-passphrase-file",
                "@pass");
        bundle("ada.key", "old.avb", "ada.key.cert", "new.key.cert", "rotation");
        ok("verify", "@old.avb", "--root", "@root");
        ok(
                "keys",
                "rotate",
                "@ada.key",
                "@new.key",
                "--root",
                "@root",
                "--days",
                "-1",
                "--out",
                "@ended",
                "--passphrase-file",
                "@pass",
                "--new-passphrase-file",
                "@pass");
        bundle("ada.key", "ended.avb", "ada.key.cert", "new.key.cert", "ended");
        refused("trust.expired", "verify", "@ended.avb", "--root", "@root");
        bundle("new.key", "new.avb", "ada.key.cert", "new.key.cert", "ended");
        ok("verify", "@new.avb", "--root", "@root");
    }

    @Test
    void aCopiedWorkstationShowsByItsNumbers() throws IOException {
        enrol("ada.key", "Ada");
        bundle("ada.key", "one.avb", "ada.key.cert");
        Files.copy(folder.resolve("ada.key"), folder.resolve("copy.key"));
        bundle("copy.key", "two.avb", "ada.key.cert");
        Ran forks = run("keys", "forks", "@one.avb", "@two.avb", "--root", "@root");
        assertEquals(1, forks.status());
        assertTrue(forks.out().contains("two statements as number 1"), forks.out());
        ok("keys", "forks", "@one.avb", "--root", "@root");
    }

    @Test
    void aRootIsRenewedByThresholdsOfBothVersions() {
        List.of("second.key", "third.key").forEach(this::key);
        Ran begun =
                ok(
                        "keys",
                        "renew",
                        "@root",
                        "@root2",
                        "--key",
                        "@second.key",
                        "--root-key",
                        "@second.key",
                        "--root-key",
                        "@third.key",
                        "--threshold",
                        "2",
                        "--passphrase-file",
                        "@pass",
                        "--json");
        assertTrue(begun.out().contains("\"complete\" : false"), begun.out());
        refused("trust.root-threshold", "log", "check", "@", "--root", "@root2");
        ok(
                "keys",
                "endorse",
                "@root2",
                "--key",
                "@third.key",
                "--after",
                "@root",
                "--passphrase-file",
                "@pass");
        Ran handedOver =
                ok(
                        "keys",
                        "endorse",
                        "@root2",
                        "--key",
                        "@root.key",
                        "--after",
                        "@root",
                        "--passphrase-file",
                        "@pass",
                        "--json");
        assertTrue(handedOver.out().contains("\"complete\" : true"), handedOver.out());
        assertTrue(handedOver.out().contains("\"version\" : 2"), handedOver.out());
    }

    @Test
    void aWitnessVouchesForOneHistoryOnly() throws IOException {
        key("witness.key");
        ok(
                "keys",
                "root",
                "@witnessed",
                "--tenant",
                "north",
                "--key",
                "@root.key",
                "--office",
                "@office.key",
                "--log",
                "north/log",
                "--log-key",
                "@log.key",
                "--witness",
                "south=" + in("witness.key"),
                "--cosignatures",
                "1",
                "--passphrase-file",
                "@pass");
        enrol("ada.key", "Ada");
        bundle("ada.key", "a.avb", "ada.key.cert");
        log("a.avb");
        ok("log", "prove", "@log", "@a.avb", "--origin", "north/log", "--out", "@few.avb");
        refused("log.witnesses", "verify", "@few.avb", "--root", "@witnessed");
        witness(0);
        ok("log", "prove", "@log", "@a.avb", "--origin", "north/log", "--out", "@enough.avb");
        Ran verified = ok("verify", "@enough.avb", "--root", "@witnessed", "--json");
        assertTrue(verified.out().contains("\"south\""), verified.out());
        try (var files = Files.walk(folder.resolve("log"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        bundle("ada.key", "b.avb", "ada.key.cert");
        log("b.avb"); // another history of the same size
        witness(1);
    }

    private void witness(int status) {
        Ran ran =
                run(
                        "log",
                        "cosign",
                        "@log",
                        "--root",
                        "@witnessed",
                        "--key",
                        "@witness.key",
                        "--seen",
                        "@seen",
                        "--passphrase-file",
                        "@pass");
        assertEquals(status, ran.status(), ran.err());
    }

    @Test
    void aPolicyIsHeldAgainstABundleThatLeavesItOut() throws IOException {
        key("lead.key");
        ok(
                "keys",
                "certify",
                "@lead.key",
                "--person",
                "Dana",
                "--site",
                "North",
                "--role",
                "DATA_LEAD",
                "--office",
                "@office.key",
                "--root",
                "@root",
                "--out",
                "@lead.cert",
                "--passphrase-file",
                "@pass");
        ok(
                "bundle",
                "policy",
                "--number",
                "1",
                "--rule",
                "version=adjudicator",
                "--key",
                "@lead.key",
                "--certificate",
                "@lead.cert",
                "--root",
                "@root",
                "--out",
                "@policy.avb",
                "--passphrase-file",
                "@pass");
        enrol("ada.key", "Ada");
        bundle("ada.key", "a.avb", "ada.key.cert");
        ok("verify", "@a.avb", "--root", "@root");
        refused(
                "trust.policy-role",
                "verify",
                "@a.avb",
                "--root",
                "@root",
                "--policy",
                "@policy.avb");
    }
}
