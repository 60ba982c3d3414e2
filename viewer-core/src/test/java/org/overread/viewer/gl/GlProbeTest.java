// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlProbeTest {
    /// Prints what the probe finds: in a process of its own, for its display is another one.
    static final class Print {
        private Print() {}

        public static void main(String[] args) throws IOException {
            System.out.write((GlProbe.look() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void withoutADisplayThereIsNone() throws IOException, InterruptedException {
        assumeTrue(isUnixWithX(), "needs a system whose pictures go through X");
        assertEquals("NoDisplay[]", probeWith(Map.of("DISPLAY", "")));
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNoOpenGl() throws IOException, InterruptedException {
        assumeTrue(isUnixWithX(), "needs a system whose pictures go through X");
        String found = probeWith(Map.of("DISPLAY", ":987"));
        assertTrue(found.startsWith("NoGl[cause="), found);
    }

    @Test
    void softwareIsToldFromGpus() {
        assertTrue(device("llvmpipe (LLVM 15.0.6, 256 bits)").isSoftware());
        assertTrue(device("Google SwiftShader").isSoftware());
        assertTrue(device("GDI Generic").isSoftware());
        assertFalse(device("NVIDIA GeForce RTX 4070/PCIe/SSE2").isSoftware());
        assertFalse(device("Apple M3").isSoftware());
        assertFalse(device("Mesa Intel(R) UHD Graphics 620 (KBL GT2)").isSoftware());
    }

    private static GlDevice device(String renderer) {
        return new GlDevice("vendor", renderer, "4.5", 2048);
    }

    private static boolean isUnixWithX() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    private static String probeWith(Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Print.class.getName()));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().reduce("", (_, last) -> last);
    }
}
