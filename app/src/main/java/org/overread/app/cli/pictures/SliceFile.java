// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What a slice is written as.
enum SliceFile {
    /// The values themselves.
    VALUES,
    /// What a person would see.
    PICTURE;

    /// As the file's name ends; empty where it says neither.
    static Optional<SliceFile> named(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npy")
                ? Optional.of(VALUES)
                : name.endsWith(".png") ? Optional.of(PICTURE) : Optional.empty();
    }
}
