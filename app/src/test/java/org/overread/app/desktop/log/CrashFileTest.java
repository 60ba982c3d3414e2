// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A JVM that crashed with a study in its hands: what it leaves when it was started as `./run` starts it.
final class CrashFileTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir private Path folder = Path.of("");

    private CanaryStudy canary = new CanaryStudy(folder);
    private Path study = Path.of("");

    @BeforeEach
    void makeAProject() throws IOException {
        assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "missing: bash, on Windows");
        Files.createDirectories(folder.resolve(".build"));
        Files.createDirectories(folder.resolve("app/target"));
        for (String part : List.of("start.sh", "crash.sh")) {
            Files.copy(
                    PROJECT.resolve(".build").resolve(part),
                    folder.resolve(".build").resolve(part));
        }
        canary = new CanaryStudy(folder);
        study = canary.write();
    }

    @Test
    void theAccountOfACrashSaysWhereAndNothingOfTheStudy() throws Exception {
        Path account = crash(startOptions());
        String text = Files.readString(account, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("SIGSEGV") && text.contains("Problematic frame"), text);
        assertTrue(text.contains("Native frames"), text);
        assertEquals(1, canary.look(account));
        try (var files = Files.list(folder.resolve("app/target"))) {
            assertEquals(List.of(account), files.toList(), "no core, nothing beside it");
        }
    }

    /// So that the test above would find what it looks for.
    @Test
    void whatTheJvmWouldLeaveNamesTheFolder() throws Exception {
        Path account = crash(List.of("-XX:ErrorFile=" + folder.resolve("app/target/raw.log")));
        assertTrue(
                Files.readString(account, StandardCharsets.ISO_8859_1)
                        .contains(String.valueOf(study.getFileName())));
    }

    /// The options about crashes that the start script gives the JVM.
    private List<String> startOptions() throws IOException, InterruptedException {
        String script =
                "top=$1; . \"$top/.build/start.sh\"; module_path=m class_path=c; jvm_options cli; "
                        + "printf '%s\\n' \"${options[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", script, "bash", folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        List<String> options =
                said.lines()
                        .filter(
                                option ->
                                        option.matches("-XX:(ErrorFile|OnError|.CreateCoredump).*"))
                        .toList();
        assertEquals(3, options.size(), said);
        return options;
    }

    private Path crash(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingReader.class.getName(),
                        study.toString()));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.resolve("app/target").toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OVERREAD_TOP", folder.toString());
        Process child = builder.start();
        try (var said = child.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals(CrashingReader.READY)) {
                line = said.readLine();
            }
            assertEquals(CrashingReader.READY, line);
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-SEGV", Long.toString(child.pid()))
                            .start()
                            .waitFor());
            said.transferTo(java.io.Writer.nullWriter());
        }
        assertTrue(child.waitFor(60, TimeUnit.SECONDS), "it ends");
        try (var files = Files.list(folder.resolve("app/target"))) {
            return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
        }
    }
}
