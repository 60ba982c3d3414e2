// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.cli.Ran;
import org.overread.app.cli.TinyImages;
import org.overread.app.cli.keys.KeyStoreFile;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A study lead hands tasks out, readers take labels in under their keys, and a stranger checks the trail.
final class TaskCommandTest {
    @TempDir private Path folder = Path.of("");

    @BeforeEach
    void images() throws IOException {
        TinyImages.squares(folder.resolve("image.nrrd"));
        TinyImages.squares(folder.resolve("labels.nrrd"));
    }

    private Path workspace() {
        return folder.resolve("w.overread");
    }

    private Ran run(String... words) {
        var all = new ArrayList<String>();
        for (String word : words) {
            all.add(word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        }
        if (!words[0].equals("keys")) {
            all.addAll(List.of("--workspace", workspace().toString(), "--reader", "lead"));
        }
        return Ran.command(all.toArray(String[]::new));
    }

    private JsonNode json(String... words) {
        Ran ran = run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new));
        assertEquals(0, ran.status(), ran.err() + ran.out());
        return JsonMapper.shared().readTree(ran.out());
    }

    private List<String> keys(String... more) {
        var words = new ArrayList<>(List.of("task", "list"));
        words.addAll(List.of(more));
        var keys = new ArrayList<String>();
        json(words.toArray(String[]::new))
                .get("tasks")
                .forEach(task -> keys.add(task.get("task").asString()));
        return keys;
    }

    private String added(String to, String... more) {
        var words = new ArrayList<>(List.of("task", "add", "@image.nrrd", "--to", to));
        words.addAll(List.of(more));
        return json(words.toArray(String[]::new)).get("task").asString();
    }

    @Test
    void aLeadHandsTasksOutAndSaysWhichComesFirst() {
        String ada = added("ada");
        String ben = added("ben", "--priority", "2", "--blind");
        assertEquals(List.of(ben, ada), keys());
        assertEquals(List.of(ada), keys("--of", "ada"));
        assertEquals(List.of(ben), keys("--search", "BEN"));
        assertEquals(List.of(), keys("--state", "submitted"));

        JsonNode urgent = json("task", "assign", ada, "--priority", "5");
        assertEquals(5, urgent.get("priority").asInt());
        assertEquals(List.of(ada, ben), keys());
        assertEquals("cleo", json("task", "assign", ben, "--to", "cleo").get("reader").asString());
        assertEquals(List.of(ben), keys("--of", "cleo"));
        JsonNode progress = json("task", "list").get("progress").get("local");
        assertEquals(2, progress.get("to do").asInt());

        assertEquals(1, run("task", "assign", "nothing", "--to", "ada").status());
        assertEquals(1, run("task", "assign", ada).status());
        assertEquals(1, run("task", "add", "@image.nrrd", "--to", "ada").status());
    }

    @Test
    void whatSomebodyHasBegunIsNotHandedOver() {
        json("label", "import", "@labels.nrrd", "--on", "@image.nrrd");
        String begun = keys().getFirst();
        Ran ran = run("task", "assign", begun, "--to", "ada");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("lead has begun"), ran.err());
    }

    @Test
    void anImportedVersionNamesTheKeyThatItWasImportedUnder() throws IOException {
        Files.writeString(folder.resolve("pass"), "correct horse\n");
        assertEquals(0, run("keys", "new", "@ada.key", "--passphrase-file", "@pass").status());
        json("label", "import", "@labels.nrrd", "--on", "@image.nrrd", "--key", "@ada.key");
        json("label", "import", "@labels.nrrd", "--on", "@image.nrrd", "--key", "@ada.key");
        json("label", "import", "@labels.nrrd", "--on", "@image.nrrd");
        var session = WorkspacePlace.session("lead", "test");
        if (!(Workspace.open(workspace(), session) instanceof WorkspaceOpening.Open(Workspace w))) {
            throw new AssertionError("the workspace does not open");
        }
        try (w) {
            var versions = w.versions().of(w.readings().list().getFirst().key());
            var first = w.versions().statement(versions.get(0).id()).orElseThrow().heading();
            var second = w.versions().statement(versions.get(1).id()).orElseThrow().heading();
            var third = w.versions().statement(versions.get(2).id()).orElseThrow().heading();
            assertEquals(KeyStoreFile.key(folder.resolve("ada.key")).key().id(), first.author());
            assertEquals(first.author(), second.author());
            assertEquals(versions.get(0).id(), second.previous().orElseThrow());
            assertEquals(first.sequence() + 1, second.sequence());
            assertFalse(third.author().equals(first.author()), "no key was named");
        } catch (CommandRefused e) {
            throw new AssertionError(e);
        }
    }

    /// With a JSON library and SHA-256 alone.
    @Test
    void theTrailThatLeavesAsJsonIsCheckedWithoutOurCode()
            throws IOException, NoSuchAlgorithmException {
        added("ada");
        json("task", "assign", keys().getFirst(), "--priority", "4");
        json("label", "import", "@labels.nrrd", "--on", "@image.nrrd");
        Path file = folder.resolve("trail.json");
        assertEquals(0, run("audit", "export", "--json", "--out", file.toString()).status());
        JsonNode entries = JsonMapper.shared().readTree(Files.readString(file));
        assertTrue(entries.size() > 4, "entries: " + entries.size());
        String previous = "s256:" + "0".repeat(64);
        for (JsonNode entry : entries) {
            var names = new ArrayList<>(entry.propertyNames());
            names.remove("hash");
            names.sort(null);
            var text = new ArrayList<String>();
            for (String name : names) {
                text.add("\"" + name + "\":" + entry.get(name));
            }
            byte[] bytes = ("{" + String.join(",", text) + "}").getBytes(StandardCharsets.UTF_8);
            String hash =
                    "s256:"
                            + HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertEquals(hash, entry.get("hash").asString());
            assertEquals(previous, entry.get("previous").asString());
            previous = hash;
        }
    }
}
