// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.workstation;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.shell.ShellModel;

/// What a person can do in every window of the program, whatever it shows.
public final class StandardActions {
    private StandardActions() {}

    static List<Action> file(Runnable openFolder, Runnable openFiles) {
        return List.of(
                Action.of("file.open", "File", "Open folder", openFolder)
                        .withIcon(RemixiconAL.FOLDER_OPEN_LINE)
                        .withKey("Shortcut+O"),
                Action.of("file.open-files", "File", "Open files", openFiles)
                        .withIcon(RemixiconAL.FILE_ADD_LINE)
                        .withKey("Shortcut+Shift+O"),
                Action.of("file.quit", "File", "Quit", Platform::exit)
                        .withIcon(RemixiconMZ.SHUT_DOWN_LINE)
                        .withKey("Shortcut+Q"));
    }

    /// How the ids of [#recent(List, Consumer)] begin.
    public static final String RECENT_IDS = "file.recent.";

    /// The folders opened last, the newest first; made anew when they change.
    static List<Action> recent(List<String> folders, Consumer<String> open) {
        return folders.stream()
                .map(
                        folder ->
                                // ids are logged, so they hold no path
                                Action.of(
                                                RECENT_IDS + Integer.toHexString(folder.hashCode()),
                                                "Opened last",
                                                "Open “%s”".formatted(shortName(folder, folders)),
                                                () -> open.accept(folder))
                                        .withIcon(RemixiconAL.HISTORY_LINE))
                .toList();
    }

    /// The folder's name, and its parent's where two have the same.
    private static String shortName(String folder, List<String> folders) {
        Path path = Path.of(folder);
        Path name = path.getFileName();
        Path parent = path.getParent();
        long namesakes =
                folders.stream()
                        .filter(f -> Objects.equals(Path.of(f).getFileName(), name))
                        .count();
        if (name == null) {
            return folder;
        }
        return namesakes < 2 || parent == null ? name.toString() : name + " in " + parent;
    }

    static List<Action> view(ShellModel shell, Runnable fullScreen, Runnable nextPart) {
        return List.of(
                Action.of("view.studies", "View", "Show or hide studies", shell::toggleLeft)
                        .withIcon(RemixiconAL.LAYOUT_LEFT_LINE)
                        .withKey("F8"),
                Action.of("view.segments", "View", "Show or hide segments", shell::toggleRight)
                        .withIcon(RemixiconAL.LAYOUT_RIGHT_LINE)
                        .withKey("F9"),
                Action.of("view.picture", "View", "Picture only", shell::togglePictureOnly)
                        .withIcon(RemixiconAL.IMAGE_LINE)
                        .withKey("Tab"),
                Action.of("view.full-screen", "View", "Full screen", fullScreen)
                        .withIcon(RemixiconAL.FULLSCREEN_LINE)
                        .withKey("F11"),
                Action.of("view.next-part", "View", "Go to the next panel", nextPart)
                        .withIcon(RemixiconAL.FOCUS_LINE)
                        .withKey("F6"));
    }

    static List<Action> help(Runnable palette, Runnable keys, Runnable messages, Runnable about) {
        return List.of(
                Action.of("help.palette", "Help", "Search actions", palette)
                        .withIcon(RemixiconMZ.SEARCH_LINE)
                        .withKey("Shortcut+K"),
                Action.of("help.keys", "Help", "Keys", keys)
                        .withIcon(RemixiconAL.KEYBOARD_LINE)
                        .withKey("F1"),
                Action.of("help.messages", "Help", "Messages", messages)
                        .withIcon(RemixiconMZ.NOTIFICATION_3_LINE)
                        .withKey("Shortcut+Shift+M"),
                Action.of("help.about", "Help", "About Overread", about)
                        .withIcon(RemixiconAL.INFORMATION_LINE));
    }
}
