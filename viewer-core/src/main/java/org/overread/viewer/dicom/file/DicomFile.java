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

    /// The last part of its name. A member's name may be any text: it need not be a path of this system.
    public String fileName() {
        if (isArchived()) {
            return member.substring(
                    1 + Math.max(member.lastIndexOf('/'), member.lastIndexOf('\\')));
        }
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
