// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.line;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files and folders that a command is pointed at.
public final class Places {
    private Places() {}

    public static void requireReadable(List<Path> paths) throws CommandRefused {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandRefused("There is no file or folder " + path + ".");
            }
            if (!Files.isReadable(path)) {
                throw new CommandRefused(path + " may not be read; ask its owner for access.");
            }
        }
    }

    /// Refuses a new file that has no folder to lie in, or whose name a folder has.
    public static void requireFolderFor(Path file) throws CommandRefused {
        if (Files.isDirectory(file)) {
            throw new CommandRefused(file + " is a folder; name a file.");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandRefused("There is no folder " + folder + " to write into.");
        }
    }
}
