// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes names durable: files that were made, renamed and removed in a folder.
public final class FolderSync {
    private FolderSync() {}

    /// Makes the names beside a file, and its own, durable.
    public static void around(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            sync(folder);
        }
    }

    /// Blocks for the disk. Windows opens no folders, and keeps names by itself.
    public static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
