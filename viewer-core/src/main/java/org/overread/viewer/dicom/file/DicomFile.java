// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.nio.file.Path;
import java.util.Comparator;

/// Where a DICOM object lies: a file, or a member of a zip archive (`member` is empty for a file).
public record DicomFile(Path path, String member) implements Comparable<DicomFile> {
    private static final Comparator<DicomFile> ORDER =
            Comparator.comparing(DicomFile::path).thenComparing(DicomFile::member);

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

    /// By path, an archive's members by their names.
    @Override
    public int compareTo(DicomFile other) {
        return ORDER.compare(this, other);
    }
}
