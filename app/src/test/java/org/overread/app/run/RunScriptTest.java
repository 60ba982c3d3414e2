// SPDX-License-Identifier: Apache-2.0
package org.overread.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start script itself, run as a person runs it, in a copy of the project whose Maven and Java only note what they
/// are asked for.
final class RunScriptTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final String MAIN = "org.overread.app.Main";
    private static final long LONGEST_S = 60;

    @TempDir private Path home = Path.of("");

    private Path top = Path.of("");
    private Path source = Path.of("");

    private record Ran(int status, String out, String err) {
        /// What the program was started with, after its main class.
        List<String> arguments() {
            List<String> all = out.lines().toList();
            assertTrue(all.contains(MAIN), out + err);
            return all.subList(all.indexOf(MAIN) + 1, all.size());
        }
    }

    @BeforeEach
    void copy() throws IOException {
        assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "missing: bash, on Windows");
        top = Files.createDirectory(home.resolve("my \"own\" project"));
        Files.copy(PROJECT.resolve("run"), top.resolve("run"));
        executable(top.resolve("run"));
        try (Stream<Path> parts = Files.list(PROJECT.resolve(".build"))) {
            Files.createDirectory(top.resolve(".build"));
            for (Path part : parts.toList()) {
                Files.copy(part, top.resolve(".build").resolve(part.getFileName()));
            }
        }
        source = write("viewer-core/src/main/java/A.java", "class A {}");
        write("app/src/main/java/B.java", "class B {}");
        for (String pom : List.of("", "app/", "viewer-core/", "packaging/dicom-toolkit/")) {
            write(pom + "pom.xml", "<project/>");
        }
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        executable(write("jdk/bin/javac", "#!/bin/sh\n"));
        executable(
                write(
                        "jdk/bin/java",
                        """
                        #!/bin/sh
                        printf '%s\\n' "$@"
                        exit ${STUB_STATUS:-0}
                        """));
        executable(
                write(
                        "tools/mvn",
                        """
                        #!/bin/sh
                        echo built >> "$STUB_BUILDS"
                        [ -z "$STUB_FAILS" ] || { echo '[ERROR] A.java:[1,1] no such thing'; exit 1; }
                        touch app/target/app-1.jar
                        printf '%s' "$PWD/some.jar" > app/target/class-path
                        """));
    }

    @Test
    void withoutAnArgumentTheWorkstationOpensWhereThereIsADisplay() throws Exception {
        assertEquals(List.of("desktop"), run(Map.of("DISPLAY", ":7")).arguments());
    }

    @Test
    void withoutADisplayOneSentenceSaysSo() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Mac"), "missing: X, on a Mac");
        Ran ran = run(Map.of());
        assertEquals(1, ran.status());
        assertEquals("", ran.out());
        String last = ran.err().lines().toList().getLast();
        assertTrue(last.startsWith("There is no display (DISPLAY is not set)"), ran.err());
        assertTrue(last.contains("./run inspect"), last);
    }

    @Test
    void helpOfTheWorkstationNeedsNoDisplay() throws Exception {
        assertEquals(List.of("desktop", "--help"), run(Map.of(), "desktop", "--help").arguments());
    }

    @Test
    void argumentsArriveAsTheyWereWritten() throws Exception {
        List<String> odd =
                List.of("inspect", "two words", "it's \"quoted\"", "*.dcm", "", "$HOME", "a\\b");
        assertEquals(odd, run(Map.of(), odd.toArray(String[]::new)).arguments());
    }

    @Test
    void unknownCommandsGoToTheProgramAndItsAnswerComesBack() throws Exception {
        Ran ran = run(Map.of("STUB_STATUS", "2"), "insepct");
        assertEquals(List.of("insepct"), ran.arguments());
        assertEquals(2, ran.status());
    }

    @Test
    void nothingIsBuiltTwiceUntilASourceChanges() throws Exception {
        run(Map.of(), "about");
        run(Map.of(), "about");
        assertEquals(1, builds());
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        Ran changed = run(Map.of(), "about");
        assertEquals(2, builds());
        assertTrue(changed.err().contains("Building what has changed"), changed.err());
    }

    @Test
    void deletedSourcesAreAChangeToo() throws Exception {
        run(Map.of(), "about");
        Files.delete(source);
        Files.setLastModifiedTime(
                top.resolve("viewer-core/src/main/java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        run(Map.of(), "about");
        assertEquals(2, builds());
    }

    @Test
    void aBuildThatFailsIsSaidAndTriedAgain() throws Exception {
        Ran failed = run(Map.of("STUB_FAILS", "yes"), "about");
        assertEquals(1, failed.status());
        assertEquals("", failed.out());
        assertTrue(failed.err().contains("A.java:[1,1] no such thing"), failed.err());
        assertEquals(List.of("about"), run(Map.of(), "about").arguments());
        assertEquals(2, builds());
    }

    private Ran run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", top.resolve("run").toString()));
        command.addAll(List.of(arguments));
        File out = home.resolve("out").toFile();
        File err = home.resolve("err").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        Map<String, String> all = builder.environment();
        String path = all.getOrDefault("PATH", "/usr/bin:/bin");
        all.keySet().removeIf(name -> name.startsWith("OVERREAD_") || name.equals("DISPLAY"));
        all.put("PATH", top.resolve("tools") + File.pathSeparator + path);
        all.put("JAVA_HOME", top.resolve("jdk").toString());
        all.put("OVERREAD_AOT", "off");
        all.put("STUB_BUILDS", home.resolve("builds").toString());
        all.putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the script did not end");
        }
        return new Ran(process.exitValue(), text(out), text(err));
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    private Path write(String file, String text) throws IOException {
        Path path = top.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
