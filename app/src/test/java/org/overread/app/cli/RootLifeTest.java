// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands above the keys, by commands: roots, witnesses, policies.
final class RootLifeTest {
    @TempDir private Path folder = Path.of("");

    private OfficeHands office = new OfficeHands(folder);

    @BeforeEach
    void found() throws IOException {
        office = new OfficeHands(folder);
        office.found();
    }

    @Test
    void aRootIsRenewedByThresholdsOfBothVersions() throws IOException {
        List.of("second.key", "third.key").forEach(office::key);
        Ran begun =
                office.sealed(
                        "keys renew @root @root2 --key @second.key --root-key @second.key"
                                + " --root-key @third.key --threshold 2 --json");
        assertTrue(begun.out().contains("\"complete\" : false"), begun.out());
        office.refused("trust.root-threshold", "log check @ --root @root2");
        office.sealed("keys endorse @root2 --key @third.key --after @root");
        Ran handedOver = office.sealed("keys endorse @root2 --key @root.key --after @root --json");
        assertTrue(handedOver.out().contains("\"complete\" : true"), handedOver.out());
        assertTrue(handedOver.out().contains("\"version\" : 2"), handedOver.out());
        // none of its keys is one of the first root's, and who starts from it knows no others
        office.enrol("ada.key", "Ada");
        office.bundle("ada.key", "a.avb", "ada.key.cert");
        office.ok("verify @a.avb --root @root2");
    }

    @Test
    void aWitnessVouchesForOneHistoryOnly() throws IOException {
        office.key("witness.key");
        office.root("witnessed", "--witness south=@witness.key --cosignatures 1");
        office.enrol("ada.key", "Ada");
        office.bundle("ada.key", "a.avb", "ada.key.cert");
        office.log("a.avb");
        office.prove("a.avb", "few.avb", "");
        office.refused("log.witnesses", "verify @few.avb --root @witnessed");
        assertEquals(0, witness());
        office.prove("a.avb", "enough.avb", "");
        Ran verified = office.ok("verify @enough.avb --root @witnessed --json");
        assertTrue(verified.out().contains("\"south\""), verified.out());
        try (var files = Files.walk(folder.resolve("log"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        office.bundle("ada.key", "b.avb", "ada.key.cert");
        office.log("b.avb"); // another history of the same size
        assertEquals(1, witness());
    }

    private int witness() {
        return office.run(
                        "log cosign @log --root @witnessed --key @witness.key --seen @seen --passphrase-file @pass")
                .status();
    }

    @Test
    void aPolicyIsHeldAgainstABundleThatLeavesItOut() throws IOException {
        office.key("lead.key");
        office.certify("lead", "Dana", "DATA_LEAD");
        office.sealed(
                "bundle policy --number 1 --rule version=adjudicator --key @lead.key"
                        + " --certificate @lead.cert --root @root --out @policy.avb");
        office.enrol("ada.key", "Ada");
        office.bundle("ada.key", "a.avb", "ada.key.cert");
        office.ok("verify @a.avb --root @root");
        office.refused("trust.policy-role", "verify @a.avb --root @root --policy @policy.avb");
    }
}
