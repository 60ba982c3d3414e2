// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Files that come into being whole or not at all: written under a temporary name beside, then moved into place.
public final class StagedFiles implements AutoCloseable {
    private record Staged(FileChannel channel, Path temporary, Path target) {}

    private final List<Staged> staged = new ArrayList<>();

    /// A new file; its content is to be complete before [#publish()].
    public FileChannel create(Path target) throws IOException {
        String tail = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path temporary = target.resolveSibling(".overread-" + tail + ".part");
        FileChannel channel =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        staged.add(new Staged(channel, temporary, target));
        return channel;
    }

    /// Brings the files to the disk and then to their names, in the order in which they were created.
    public void publish() throws IOException {
        for (Staged file : staged) {
            file.channel.force(true);
            file.channel.close();
        }
        for (Staged file : staged) {
            try {
                Files.move(file.temporary, file.target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(file.temporary, file.target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Removes what was not published.
    @Override
    public void close() throws IOException {
        for (Staged file : staged) {
            file.channel.close();
            Files.deleteIfExists(file.temporary);
        }
    }
}
