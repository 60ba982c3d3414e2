// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Sends the log to a few files that take turns, and warnings to stderr as well.
public final class LogFile {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int FILES = 5;

    private LogFile() {}

    /// From now on for the whole program. Where the folder cannot be written the log goes to stderr only.
    public static void start(Path folder) throws IOException {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        var console = new ConsoleHandler();
        add(root, console, Level.WARNING);
        Files.createDirectories(folder);
        String pattern = folder.resolve("overread").toString().replace("%", "%%") + "-%u-%g.log";
        add(root, new FileHandler(pattern, MOST_BYTES, FILES, true), Level.INFO);
    }

    private static void add(Logger root, Handler handler, Level level) {
        handler.setLevel(level);
        handler.setFormatter(new LogLine());
        root.addHandler(handler);
    }
}
