// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsKeeperTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<IOException> failures = new ArrayList<>();

    @Test
    void manyChangesAreOneWriteOfTheLast(@TempDir Path folder) {
        var file = new SettingsFile(folder.resolve("settings.json"));
        var keeper = new SettingsKeeper(file, waiting::add, failures::add);
        keeper.keep(wide(200));
        keeper.keep(wide(210));
        keeper.keep(wide(220));
        assertEquals(1, waiting.size());
        waiting.removeFirst().run();
        assertEquals(wide(220), file.load().settings());
        keeper.keep(wide(230));
        assertEquals(1, waiting.size());
    }

    @Test
    void failureIsTold(@TempDir Path folder) throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        var file = new SettingsFile(notAFolder.resolve("settings.json"));
        new SettingsKeeper(file, Runnable::run, failures::add).keep(wide(200));
        assertEquals(1, failures.size());
    }

    private static Settings wide(double left) {
        return new Settings(
                List.of(),
                List.of(),
                Optional.empty(),
                new Settings.Panels(left, 300, true, true),
                Settings.Look.FIRST);
    }
}
