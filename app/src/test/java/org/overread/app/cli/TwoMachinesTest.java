// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one computer signed, another verifies with nothing but the file and the root.
final class TwoMachinesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aBundleOfOneMachineVerifiesOnAnother() throws IOException, InterruptedException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        assertEquals("signed", work(first, "sign").strip());
        for (String file : List.of("reading.avb", "root")) {
            Files.copy(first.resolve(file), second.resolve(file));
        }
        try (var files = Files.walk(first)) { // that computer is gone
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        JsonNode verdict = JsonMapper.shared().readTree(work(second, "verify"));
        assertEquals("accepted", verdict.get("verdict").asString());
        JsonNode statement = verdict.get("statements").get(0);
        assertEquals("Ada", statement.get("person").asString());
        try (var files = Files.list(second)) {
            assertEquals(2, files.count(), "verifying leaves nothing behind");
        }
    }

    private static String work(Path home, String task) throws IOException, InterruptedException {
        Path err = home.resolveSibling(home.getFileName() + ".err");
        var builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=" + home,
                                "-cp",
                                System.getProperty("java.class.path"),
                                MachineWork.class.getName(),
                                home.toString(),
                                task)
                        .directory(home.toFile())
                        .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() == 0, Files.readString(err));
        return said;
    }
}
