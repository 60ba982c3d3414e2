// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentFoldersTest {
    private static final Path BASE = Path.of("").toAbsolutePath().getRoot();

    private final RecentFolders recent = new RecentFolders(List.of());

    @Test
    void lastOpenedIsFirstAndStandsOnce() {
        recent.add(BASE.resolve("a"));
        recent.add(BASE.resolve("b"));
        recent.add(BASE.resolve("x").resolve("..").resolve("a"));
        assertEquals(
                List.of(BASE.resolve("a").toString(), BASE.resolve("b").toString()), recent.all());
    }

    @Test
    void oldestIsForgottenFirst() {
        for (int n = 0; n <= RecentFolders.MOST; n++) {
            recent.add(BASE.resolve("f" + n));
        }
        assertEquals(RecentFolders.MOST, recent.all().size());
        assertEquals(BASE.resolve("f1").toString(), recent.all().getLast());
    }

    @Test
    void folderCanBeRemoved() {
        recent.add(BASE.resolve("a"));
        recent.remove(BASE.resolve("a").toString());
        assertEquals(List.of(), recent.all());
    }
}
