// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.overread.segmentation.finding.Finding;
import tools.jackson.core.JacksonException;

/// Findings in a folder, one small JSON file a volume, written whole or not at all. File names tell nothing of the volume.
public final class FindingFiles implements FindingStore {
    private static final int NAME_BYTES = 12;

    private final Path folder;

    public FindingFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Found load(String volumeId) {
        Path file = file(volumeId);
        try {
            FindingsJson.Read read = FindingsJson.read(Files.readAllBytes(file));
            return read.lost() == 0
                    ? new Found.Kept(read.findings())
                    : setAside(file, read.findings(), read.lost());
        } catch (NoSuchFileException _) {
            return new Found.Kept(List.of());
        } catch (JacksonException _) {
            return setAside(file, List.of(), 0);
        } catch (IOException _) {
            return new Found.Unreadable();
        }
    }

    /// A copy stays; what could be read goes on under the old name.
    private static Found setAside(Path file, List<Finding> findings, int lost) {
        Path keptAs = file.resolveSibling(file.getFileName() + ".damaged");
        for (int n = 2; Files.exists(keptAs); n++) {
            keptAs = file.resolveSibling(file.getFileName() + ".damaged-" + n);
        }
        try {
            Files.copy(file, keptAs, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(file, FindingsJson.write(findings));
            return new Found.Damaged(findings, lost, keptAs.getFileName().toString());
        } catch (IOException _) {
            return new Found.Unreadable();
        }
    }

    /// Writes beside the file and then takes its place, so that a power cut leaves the old findings or the new ones.
    @Override
    public synchronized void save(String volumeId, List<Finding> findings) throws IOException {
        Files.createDirectories(folder);
        Path file = file(volumeId);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.write(written, FindingsJson.write(findings));
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// What was kept here has a better place now; the file stays under another name.
    synchronized void moved(String volumeId) throws IOException {
        Path file = file(volumeId);
        if (Files.exists(file)) {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".moved"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path file(String volumeId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(volumeId.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
