// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.nio.file.Path;

/// Where a DICOM object lies: a file, or a member of a zip archive (`member` is empty for a file).
public record DicomFile(Path path, String member) {

    public static DicomFile of(Path path) {
        return new DicomFile(path, "");
    }

    public boolean isArchived() {
        return !member.isEmpty();
    }

    /// The last part of its name.
    public String fileName() {
        Path name = isArchived() ? Path.of(member).getFileName() : path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
