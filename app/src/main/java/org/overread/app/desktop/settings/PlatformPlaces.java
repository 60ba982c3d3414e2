// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this platform wants programs to keep settings, logs and what they made themselves.
public record PlatformPlaces(Path settings, Path logs, Path data) {

    /// The places of the person who runs the program now.
    public static PlatformPlaces here() {
        return of(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    }

    static PlatformPlaces of(String os, Map<String, String> environment, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            Path library = home.resolve("Library");
            return new PlatformPlaces(
                    library.resolve("Application Support").resolve("Overread"),
                    library.resolve("Logs").resolve("Overread"),
                    library.resolve("Application Support").resolve("Overread"));
        }
        if (name.contains("windows")) {
            Path data = home.resolve("AppData");
            return new PlatformPlaces(
                    place(environment, "APPDATA", data.resolve("Roaming")).resolve("Overread"),
                    place(environment, "LOCALAPPDATA", data.resolve("Local"))
                            .resolve("Overread")
                            .resolve("Logs"),
                    place(environment, "LOCALAPPDATA", data.resolve("Local"))
                            .resolve("Overread")
                            .resolve("Data"));
        }
        return new PlatformPlaces(
                place(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("overread"),
                place(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                        .resolve("overread"),
                place(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                        .resolve("overread"));
    }

    /// A relative path in such a variable is invalid and ignored, as the XDG rules ask.
    private static Path place(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path path = Path.of(value);
        return value.isBlank() || !path.isAbsolute() ? otherwise : path;
    }
}
