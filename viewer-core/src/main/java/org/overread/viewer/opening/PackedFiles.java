// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Names what files are packed into, so that nobody takes a packed series for no image at all.
final class PackedFiles {
    private static final int TAR_SIGN_AT = 257;

    /// What people call it, the bytes it has at a place as Latin-1, and how its names end.
    private record Kind(String name, int at, String sign, List<String> endings) {
        static Kind of(String name, String sign, String... endings) {
            return new Kind(
                    name, name.equals("a tar archive") ? TAR_SIGN_AT : 0, sign, List.of(endings));
        }
    }

    private static final List<Kind> KINDS =
            List.of(
                    Kind.of("a zip archive", "PK\3\4", ".zip"),
                    Kind.of("a gzip file", "\u001f\u008b", ".gz", ".tgz"),
                    Kind.of("a bzip2 file", "BZh", ".bz2", ".tbz2"),
                    Kind.of("an xz file", "\u00fd7zXZ\0", ".xz", ".txz"),
                    Kind.of("a 7z archive", "7z\u00bc\u00af'\u001c", ".7z"),
                    Kind.of("a RAR archive", "Rar!\u001a\7", ".rar"),
                    Kind.of("a tar archive", "ustar", ".tar"));

    private PackedFiles() {}

    /// By the bytes of the file; empty where it is nothing packed or cannot be read.
    static Optional<String> kindOf(Path file) {
        String start;
        try (InputStream in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(TAR_SIGN_AT + 8), StandardCharsets.ISO_8859_1);
        } catch (IOException _) { // whoever looked before has said why
            return Optional.empty();
        }
        return KINDS.stream()
                .filter(kind -> start.startsWith(kind.sign, kind.at))
                .map(Kind::name)
                .findFirst();
    }

    /// By its name alone.
    static Optional<String> kindOfNamed(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(kind -> kind.endings.stream().anyMatch(name::endsWith))
                .map(Kind::name)
                .findFirst();
    }
}
