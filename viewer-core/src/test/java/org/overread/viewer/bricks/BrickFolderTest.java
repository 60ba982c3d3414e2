// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrickFolderTest {
    private static final Path HOME = Path.of("/home/reader");

    @TempDir private Path folder;

    @Test
    void bricksLieWhereThePlatformKeepsWhatMayGo() {
        assertEquals(
                HOME.resolve(".cache/overread/bricks"),
                BrickFolder.of("Linux", Map.of(), HOME).place());
        assertEquals(
                Path.of("/fast/overread/bricks"),
                BrickFolder.of("Linux", Map.of("XDG_CACHE_HOME", "/fast"), HOME).place());
        assertEquals(
                HOME.resolve(".cache/overread/bricks"),
                BrickFolder.of("Linux", Map.of("XDG_CACHE_HOME", "not/absolute"), HOME).place());
        assertEquals(
                HOME.resolve("Library/Caches/Overread/bricks"),
                BrickFolder.of("Mac OS X", Map.of(), HOME).place());
        assertEquals(
                HOME.resolve("AppData/Local/Overread/Cache/bricks"),
                BrickFolder.of("Windows 11", Map.of(), HOME).place());
    }

    @Test
    void whatDeadProcessesLeftIsRemovedAndWhatLivesOrIsForeignStays() throws Exception {
        Process dead = new ProcessBuilder(java(), "-version").redirectErrorStream(true).start();
        dead.getInputStream().readAllBytes();
        dead.waitFor();
        Path left = file("overread-" + dead.pid() + "-17.bricks");
        Path own = file("overread-" + ProcessHandle.current().pid() + "-17.bricks");
        Path foreign = file("holiday.bricks");

        Path ready = new BrickFolder(folder).ready();

        assertEquals(folder, ready);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(own));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void aFolderThatCannotBeMadeIsReplacedByTheTemporaryOne() throws IOException {
        Path file = file("in-the-way");
        Path instead = new BrickFolder(file.resolve("bricks")).ready();
        assertEquals(Path.of(System.getProperty("java.io.tmpdir")), instead);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
