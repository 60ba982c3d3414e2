// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.refusal.RefusedException;

/// Memory does not grow with the bundle: 80 MiB in a JVM of 64 MiB of heap. The property `overread.bundle.blocks` makes it
/// larger; 507904 blocks are 2 GiB.
final class LargeBundleTest {
    private static final int BLOCKS = Integer.getInteger("overread.bundle.blocks", 20_480);

    @Test
    void aBundleLargerThanTheHeapIsVerified(@TempDir Path folder)
            throws IOException, InterruptedException, RefusedException {
        Path file = folder.resolve("large.avb");
        LargeBundle.write(file, BLOCKS);
        assertTrue(Files.size(file) > BLOCKS * 4096L, "bytes: " + Files.size(file));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeBundle.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
