// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys, a root, a signed bundle, a log: from the command line, and what becomes of changes.
final class BundleCommandTest {
    @TempDir private Path folder = Path.of("");

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void makeTheFiles() throws IOException {
        Files.writeString(folder.resolve("pass"), "correct horse\n");
        Files.writeString(folder.resolve("guideline"), "Mark the whole organ.");
        Files.writeString(folder.resolve("case-key"), "0123456789abcdef");
        write("image.nrrd", true);
        write("labels.nrrd", false);
    }

    /// 40 x 30 x 20: values that are all different, or two labels.
    private void write(String name, boolean image) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(40 * 30 * 20 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = 0; n < 40 * 30 * 20; n++) {
            int i = n % 40;
            int k = n / 1200;
            values.putShort(
                    (short) (image ? 20_000 + n % 9973 : k < 5 ? 0 : i < 10 ? 1 : i < 30 ? 2 : 0));
        }
        String header =
                """
                NRRD0004
                type: ushort
                dimension: 3
                space: left-posterior-superior
                sizes: 40 30 20
                space directions: (0.7,0,0) (0,0.7,0) (0,0,1.5)
                space origin: (-12,8.5,30)
                endian: little
                encoding: raw

                """;
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        Files.write(
                folder.resolve(name),
                ByteBuffer.allocate(head.length + values.capacity())
                        .put(head)
                        .put(values.array())
                        .array());
    }

    private Ran ok(String... args) {
        Ran ran = Ran.command(args);
        assertEquals(0, ran.status(), ran.err());
        return ran;
    }

    private void makeKeysAndRoot() {
        for (String key : new String[] {"root.key", "office.key", "log.key", "ada.key"}) {
            ok("keys", "new", in(key), "--passphrase-file", in("pass"));
        }
        ok(
                "keys",
                "root",
                in("root"),
                "--tenant",
                "north",
                "--key",
                in("root.key"),
                "--office",
                in("office.key"),
                "--log",
                "north/log",
                "--log-key",
                in("log.key"),
                "--passphrase-file",
                in("pass"));
        ok(
                "keys",
                "certify",
                in("ada.key"),
                "--office",
                in("office.key"),
                "--root",
                in("root"),
                "--person",
                "Ada",
                "--site",
                "North",
                "--role",
                "READER",
                "--out",
                in("ada.cert"),
                "--passphrase-file",
                in("pass"));
    }

    private void makeBundle(String name) {
        ok(
                "bundle",
                "create",
                in("labels.nrrd"),
                "--image",
                in("image.nrrd"),
                "--key",
                in("ada.key"),
                "--certificate",
                in("ada.cert"),
                "--root",
                in("root"),
                "--guideline",
                in("guideline"),
                "--name",
                "1=Liver",
                "--case",
                "Case 77",
                "--case-key",
                in("case-key"),
                "--submit",
                "--passphrase-file",
                in("pass"),
                "--out",
                in(name));
    }

    @Test
    void aBundleIsMadeAndVerifiedWithNothingButTheFileAndTheRoot() throws IOException {
        makeKeysAndRoot();
        makeBundle("a.avb");
        Ran verified = ok("verify", in("a.avb"), "--root", in("root"), "--json");
        assertTrue(verified.out().contains("\"verdict\" : \"accepted\""), verified.out());
        assertTrue(verified.out().contains("\"person\" : \"Ada\""), verified.out());
        Ran shown = ok("bundle", "show", in("a.avb"), "--root", in("root"));
        assertTrue(shown.out().contains("Liver"), shown.out());
        byte[] bundle = Files.readAllBytes(folder.resolve("a.avb"));
        String text = new String(bundle, StandardCharsets.ISO_8859_1);
        for (String secret :
                new String[] {"Case 77", "image.nrrd", "labels.nrrd", "correct horse"}) {
            assertTrue(!text.contains(secret), secret);
        }
        bundle[bundle.length / 2] ^= 1;
        Files.write(folder.resolve("b.avb"), bundle);
        Ran refused = Ran.command("verify", in("b.avb"), "--root", in("root"), "--json");
        assertEquals(1, refused.status());
        assertTrue(refused.out().contains("\"reason\" : \"bundle.frame-damaged\""), refused.out());
    }

    @Test
    void aLogProvesWhatABundleStates() throws IOException {
        makeKeysAndRoot();
        makeBundle("a.avb");
        ok(
                "log",
                "append",
                in("log"),
                in("a.avb"),
                "--origin",
                "north/log",
                "--key",
                in("log.key"),
                "--passphrase-file",
                in("pass"));
        Files.copy(folder.resolve("log/checkpoint"), folder.resolve("first"));
        Ran required = Ran.command("verify", in("a.avb"), "--root", in("root"), "--require-log");
        assertEquals(1, required.status());
        assertTrue(required.out().contains("trust.not-logged"), required.out());
        ok("log", "prove", in("log"), in("a.avb"), "--origin", "north/log", "--out", in("p.avb"));
        ok("verify", in("p.avb"), "--root", in("root"), "--require-log", "--known", in("first"));
        makeBundle("c.avb");
        ok(
                "log",
                "append",
                in("log"),
                in("c.avb"),
                "--origin",
                "north/log",
                "--key",
                in("log.key"),
                "--passphrase-file",
                in("pass"));
        ok("log", "check", in("log"), "--root", in("root"), "--known", in("first"));
        Ran old =
                Ran.command(
                        "verify",
                        in("p.avb"),
                        "--root",
                        in("root"),
                        "--known",
                        in("log/checkpoint"));
        assertEquals(1, old.status());
        assertTrue(old.out().contains("log.checkpoint-old"), old.out());
        Path tile = folder.resolve("log/tile/entries/000.p/3");
        byte[] entries = Files.readAllBytes(tile);
        assertTrue(entries.length > 0);
        Path newest = folder.resolve("log/tile/entries/000.p/5");
        byte[] changed = Files.readAllBytes(newest);
        changed[40] ^= 1;
        Files.write(newest, changed);
        Ran damaged = Ran.command("log", "check", in("log"), "--root", in("root"));
        assertEquals(1, damaged.status());
        assertTrue(damaged.err().contains("log.damaged"), damaged.err());
    }

    @Test
    void keysAreShownAndGetAnotherPassphrase() throws IOException {
        ok("keys", "new", in("k"), "--passphrase-file", in("pass"));
        String shown = ok("keys", "show", in("k"), "--json").out();
        assertTrue(shown.contains("\"words\""), shown);
        assertEquals(shown, ok("keys", "lock", in("k"), "--json").out());
        Files.writeString(folder.resolve("other"), "battery staple");
        ok(
                "keys",
                "passphrase",
                in("k"),
                "--passphrase-file",
                in("pass"),
                "--new-passphrase-file",
                in("other"));
        assertEquals(shown, ok("keys", "show", in("k"), "--json").out());
        Ran wrong =
                Ran.command(
                        "keys",
                        "passphrase",
                        in("k"),
                        "--passphrase-file",
                        in("pass"),
                        "--new-passphrase-file",
                        in("other"));
        assertEquals(1, wrong.status());
        assertTrue(wrong.err().contains("key.passphrase"), wrong.err());
        Files.writeString(folder.resolve("short"), "1234567");
        assertEquals(
                1, Ran.command("keys", "new", in("n"), "--passphrase-file", in("short")).status());
        assertEquals(
                1, Ran.command("keys", "new", in("k"), "--passphrase-file", in("pass")).status());
    }
}
