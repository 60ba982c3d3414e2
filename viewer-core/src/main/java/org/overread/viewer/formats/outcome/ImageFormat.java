// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.overread.viewer.formats.file.FileNames;

/// A file format and whether header and samples share one file.
public enum ImageFormat {
    NIFTI("NIfTI", ".nii"),
    NIFTI_GZIP("NIfTI", ".nii.gz"),
    NIFTI_PAIR("NIfTI", ".hdr"),
    NRRD("NRRD", ".nrrd"),
    NRRD_DETACHED("NRRD", ".nhdr"),
    METAIMAGE("MetaImage", ".mha"),
    METAIMAGE_DETACHED("MetaImage", ".mhd");

    private final String words;
    private final String ending;

    ImageFormat(String words, String ending) {
        this.words = words;
        this.ending = ending;
    }

    public String describe() {
        return words;
    }

    /// With its dot, lower case.
    public String ending() {
        return ending;
    }

    /// The format that a file's name asks for.
    public static Optional<ImageFormat> of(Path file) {
        return named(FileNames.of(file));
    }

    /// The format that a name asks for, which need not be the name of a file of this system.
    public static Optional<ImageFormat> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> lower.endsWith(f.ending)).findFirst();
    }

    static String endings() {
        return Arrays.stream(values()).map(ImageFormat::ending).collect(Collectors.joining(", "));
    }
}
