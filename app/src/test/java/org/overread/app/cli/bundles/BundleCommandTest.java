// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.bundles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.cli.OfficeHands;
import org.overread.app.cli.Ran;

/// A signed bundle and a log: from the command line, and what becomes of changes.
final class BundleCommandTest {
    @TempDir private Path folder = Path.of("");

    private OfficeHands office = new OfficeHands(folder);

    @BeforeEach
    void found() throws IOException {
        office = new OfficeHands(folder);
        office.found();
        office.certify("ada", "Ada", "READER");
        Files.writeString(folder.resolve("case-key"), "0123456789abcdef");
    }

    private void makeBundle(String name) {
        office.sealed(
                "bundle create @labels.nrrd --image @image.nrrd --key @ada.key --certificate @ada.cert"
                        + " --root @root --guideline @guideline --name 1=Liver --case Case-77"
                        + " --case-key @case-key --submit --out @"
                        + name);
    }

    @Test
    void aBundleIsMadeAndVerifiedWithNothingButTheFileAndTheRoot() throws IOException {
        makeBundle("a.avb");
        Ran verified = office.ok("verify @a.avb --root @root --json");
        assertTrue(verified.out().contains("\"verdict\" : \"accepted\""), verified.out());
        assertTrue(verified.out().contains("\"person\" : \"Ada\""), verified.out());
        Ran shown = office.ok("bundle show @a.avb --root @root");
        assertTrue(shown.out().contains("Liver"), shown.out());
        byte[] bundle = Files.readAllBytes(folder.resolve("a.avb"));
        String text = new String(bundle, StandardCharsets.ISO_8859_1);
        for (String secret :
                new String[] {"Case-77", "image.nrrd", "labels.nrrd", "correct horse"}) {
            assertTrue(!text.contains(secret), secret);
        }
        bundle[bundle.length / 2] ^= 1;
        Files.write(folder.resolve("b.avb"), bundle);
        office.refused(
                "\"reason\" : \"bundle.frame-damaged\"", "verify @b.avb --root @root --json");
    }

    @Test
    void aLogProvesWhatABundleStates() throws IOException {
        makeBundle("a.avb");
        office.log("a.avb");
        Files.copy(folder.resolve("log/checkpoint"), folder.resolve("first"));
        office.refused("trust.not-logged", "verify @a.avb --root @root --require-log");
        office.prove("a.avb", "p.avb", "");
        office.ok("verify @p.avb --root @root --require-log --known @first");
        makeBundle("c.avb");
        office.log("c.avb");
        office.ok("log check @log --root @root --known @first");
        office.refused("log.checkpoint-old", "verify @p.avb --root @root --known @log/checkpoint");
        assertTrue(Files.size(folder.resolve("log/tile/entries/000.p/3")) > 0);
        Path newest = folder.resolve("log/tile/entries/000.p/5");
        byte[] changed = Files.readAllBytes(newest);
        changed[40] ^= 1;
        Files.write(newest, changed);
        office.refused("log.damaged", "log check @log --root @root");
        office.refused(
                "log.damaged",
                "log append @other @log --origin north/other --key @log.key --passphrase-file @pass");
    }

    @Test
    void anotherLogsEntriesAreAppendedOnce() {
        makeBundle("a.avb");
        office.log("a.avb");
        String line = "log append @other @log --origin north/other --key @log.key --json";
        assertTrue(office.sealed(line).out().contains("\"added\" : 3"));
        Ran again = office.sealed(line);
        assertTrue(again.out().contains("\"added\" : 0"), again.out());
        assertTrue(again.out().contains("\"size\" : 3"), again.out());
    }
}
