// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.overread.app.store.WorkspacePlace;

final class PlatformPlacesTest {
    private static final Path HOME = Path.of("").toAbsolutePath().resolve("home");

    @Test
    void linuxFollowsTheXdgVariables() {
        Path root = HOME.getRoot();
        var environment =
                Map.of(
                        "XDG_CONFIG_HOME", root.resolve("config").toString(),
                        "XDG_STATE_HOME", root.resolve("state").toString(),
                        "XDG_DATA_HOME", root.resolve("data").toString());
        assertEquals(
                new PlatformPlaces(
                        root.resolve("config").resolve("overread"),
                        root.resolve("state").resolve("overread"),
                        root.resolve("data").resolve("overread")),
                PlatformPlaces.of("Linux", environment, HOME));
    }

    @Test
    void linuxWithoutThemUsesTheHiddenFoldersOfHome() {
        var expected =
                new PlatformPlaces(
                        HOME.resolve(".config/overread"),
                        HOME.resolve(".local/state/overread"),
                        HOME.resolve(".local/share/overread"));
        assertEquals(expected, PlatformPlaces.of("Linux", Map.of(), HOME));
        assertEquals(
                expected, PlatformPlaces.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), HOME));
    }

    @Test
    void macUsesTheLibrary() {
        assertEquals(
                new PlatformPlaces(
                        HOME.resolve("Library/Application Support/Overread"),
                        HOME.resolve("Library/Logs/Overread"),
                        HOME.resolve("Library/Application Support/Overread")),
                PlatformPlaces.of("Mac OS X", Map.of(), HOME));
    }

    @Test
    void windowsUsesItsDataFolders() {
        Path root = HOME.getRoot();
        var environment =
                Map.of(
                        "APPDATA", root.resolve("roaming").toString(),
                        "LOCALAPPDATA", root.resolve("local").toString());
        assertEquals(
                new PlatformPlaces(
                        root.resolve("roaming/Overread"),
                        root.resolve("local/Overread/Logs"),
                        root.resolve("local/Overread/Data")),
                PlatformPlaces.of("Windows 11", environment, HOME));
    }

    @Test
    void windowAndCommandsLookForTheWorkspaceInOnePlace() {
        Path home = Path.of("home").toAbsolutePath();
        Map<String, String> none = Map.of();
        Map<String, String> set =
                Map.of(
                        "XDG_DATA_HOME", home.resolve("xdg").toString(),
                        "LOCALAPPDATA", home.resolve("local").toString());
        for (String os : List.of("Linux", "Mac OS X", "Windows 11")) {
            for (Map<String, String> environment : List.of(none, set)) {
                assertEquals(
                        PlatformPlaces.of(os, environment, home)
                                .data()
                                .resolve(WorkspacePlace.FILE),
                        WorkspacePlace.of(os, environment, home),
                        os);
            }
        }
    }
}
