// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.util.List;
import java.util.Optional;

/// What a person set and the program remembers. Pixels where a length stands.
public record Settings(
        List<String> recentFolders,
        List<String> recentActions,
        Optional<WindowPlace> window,
        Panels panels) {

    /// Where the window was.
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /// How the side panels stood.
    public record Panels(
            double leftWidth, double rightWidth, boolean leftOpen, boolean rightOpen) {}

    public static final Settings FIRST =
            new Settings(List.of(), List.of(), Optional.empty(), new Panels(240, 300, true, true));

    public Settings {
        recentFolders = List.copyOf(recentFolders);
        recentActions = List.copyOf(recentActions);
    }
}
