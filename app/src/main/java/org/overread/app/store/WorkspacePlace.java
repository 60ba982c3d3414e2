// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;

/// Where a person's workspace is where nobody says otherwise, and who works in it.
public final class WorkspacePlace {
    public static final String FILE = "workspace.overread";
    private static final int LONGEST = 40;

    private WorkspacePlace() {}

    /// Where the system wants this person's data; the window looks there too.
    public static Path usual() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", "")));
    }

    /// A relative path in a variable is invalid and ignored, as the XDG rules ask.
    public static Path of(String os, Map<String, String> environment, Path home) {
        String name = os.toLowerCase(Locale.ROOT);
        Path folder =
                name.contains("windows")
                        ? variable(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                                .resolve("Overread/Data")
                        : name.contains("mac")
                                ? home.resolve("Library/Application Support/Overread")
                                : variable(
                                                environment,
                                                "XDG_DATA_HOME",
                                                home.resolve(".local/share"))
                                        .resolve("overread");
        return folder.resolve(FILE);
    }

    private static Path variable(Map<String, String> environment, String name, Path otherwise) {
        Path path = Path.of(environment.getOrDefault(name, ""));
        return path.isAbsolute() ? path : otherwise;
    }

    /// Somebody at this computer. Readings are named by them, so what a name may not hold becomes a dash.
    public static Session session(String person, String version) {
        String word = person.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        String id = word.isEmpty() ? "reader" : word.substring(0, Math.min(word.length(), LONGEST));
        return new Session(
                new Actor(id, computer(), "overread " + version),
                Clock.system(ZoneId.systemDefault()));
    }

    private static String computer() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this computer";
        }
    }
}
