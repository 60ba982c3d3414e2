// SPDX-License-Identifier: Apache-2.0
package org.overread.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program as the build does, in a process of its own.
final class ObtainToolkitTest {
    private static final List<String> THREE_WAYS =
            List.of(
                    "1. sudo apt-get install libpixelmed-java",
                    "2. on Debian or Ubuntu",
                    "3. elsewhere: -Dpixelmed.jar=");

    @TempDir private Path folder;

    private record Ran(int status, String said) {}

    @Test
    void unknownChecksumIsRefusedAndThePropertyNamed() throws Exception {
        Path jar = unknownJars();
        Ran ran = obtain("--jar=" + jar, "--accept-unknown=false");
        assertEquals(1, ran.status());
        assertTrue(ran.said().contains("-Dpixelmed.acceptUnknown=true"), ran.said());
        assertTrue(ran.said().contains(jar.toString()), ran.said());
        assertFalse(Files.exists(classes().resolve("pixelmed.txt")), "refused, and yet unpacked");
    }

    @Test
    void unknownChecksumIsAcceptedWhereAPersonSaysSo() throws Exception {
        Ran ran = obtain("--jar=" + unknownJars(), "--accept-unknown=true");
        assertEquals(new Ran(0, ""), ran);
        for (String name : List.of("pixelmed", "pixelmed_codec", "pixelmed_imageio")) {
            assertEquals(name, Files.readString(classes().resolve(name + ".txt")));
        }
    }

    @Test
    void anotherJarTakesThePlaceOfTheOneBefore() throws Exception {
        Path jar = unknownJars();
        obtain("--jar=" + jar, "--accept-unknown=true");
        writeJar("pixelmed", "newer");
        obtain("--jar=" + jar, "--accept-unknown=true");
        assertEquals("newer", Files.readString(classes().resolve("pixelmed.txt")));
    }

    @Test
    void aMissingJarNamesItAndTheThreeWays() throws Exception {
        Path missing = folder.resolve("pixelmed.jar");
        Ran ran = obtain("--jar=" + missing, "--accept-unknown=false");
        assertEquals(1, ran.status());
        assertTrue(ran.said().startsWith("There is no file " + missing), ran.said());
        assertNamesThreeWays(ran);
    }

    @Test
    void aJarWithoutItsCodecsNamesTheMissingOne() throws Exception {
        Path jar = writeJar("pixelmed", "pixelmed");
        Ran ran = obtain("--jar=" + jar, "--accept-unknown=true");
        assertEquals(1, ran.status());
        assertTrue(ran.said().contains("pixelmed_codec.jar"), ran.said());
        assertNamesThreeWays(ran);
    }

    @Test
    void withoutAptTheThreeWaysAreNamed() throws Exception {
        assumeFalse(
                Files.exists(Path.of("/usr/share/java/pixelmed.jar")),
                "Debian's own package libpixelmed-java is installed, so nothing is missing here");
        Ran ran = obtain("--jar=", "--accept-unknown=false");
        assertEquals(1, ran.status());
        assertTrue(ran.said().startsWith("apt-get is not on this system."), ran.said());
        assertNamesThreeWays(ran);
    }

    private static void assertNamesThreeWays(Ran ran) {
        for (String way : THREE_WAYS) {
            assertTrue(ran.said().contains(way), ran.said());
        }
    }

    /// With an empty PATH and an empty cache.
    private Ran obtain(String... options) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        Path.of("ObtainToolkit.java").toAbsolutePath().toString(),
                        classes().toString(),
                        options[0],
                        options[1]);
        builder.environment().put("PATH", "");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // what it holds is announced
        builder.environment().remove("JDK_JAVA_OPTIONS");
        Files.createDirectories(classes());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }

    private Path classes() {
        return folder.resolve("target").resolve("classes");
    }

    private Path unknownJars() throws IOException {
        writeJar("pixelmed_codec", "pixelmed_codec");
        writeJar("pixelmed_imageio", "pixelmed_imageio");
        return writeJar("pixelmed", "pixelmed");
    }

    private Path writeJar(String name, String content) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name + ".txt"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
