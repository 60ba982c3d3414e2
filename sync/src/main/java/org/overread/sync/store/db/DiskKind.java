// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a folder is on this computer: over a network neither locks nor syncs can be relied upon.
final class DiskKind {
    private static final List<String> NETWORK =
            List.of(
                    "nfs",
                    "cifs",
                    "smb",
                    "afs",
                    "ncp",
                    "sshfs",
                    "davfs",
                    "webdav",
                    "9p",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "gpfs",
                    "beegfs",
                    "orangefs",
                    "afp");

    private DiskKind() {}

    /// What kind of share a folder lies on; empty where it is a disk of this computer.
    static Optional<String> networkShare(Path folder) throws IOException {
        if (folder.toAbsolutePath().toString().startsWith("\\\\")) {
            return Optional.of("a network share");
        }
        return share(Files.getFileStore(folder).type());
    }

    static Optional<String> share(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return NETWORK.stream()
                .filter(
                        kind ->
                                lower.equals(kind)
                                        || lower.startsWith(kind)
                                        || lower.endsWith("." + kind))
                .findFirst()
                .map(_ -> "a network share (" + type + ")");
    }
}
