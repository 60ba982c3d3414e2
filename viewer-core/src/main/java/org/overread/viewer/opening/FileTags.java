// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.parse.TagRow;
import org.overread.viewer.dicom.parse.Tags;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.HeaderField;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.formats.outcome.ReadRefusal;

/// The attributes of one file, whatever its format. They hold patient data.
public final class FileTags {
    private FileTags() {}

    /// Blocks for a file access; what the file is, its first bytes tell.
    public static List<TagLine> read(Path file) throws IOException {
        try {
            return ofImage(file);
        } catch (ImageReadException e) {
            if (!(e.reason() instanceof ReadRefusal.NotAnImage)) {
                throw e;
            }
            return ofDicom(DicomFile.of(file));
        }
    }

    static List<TagLine> ofImage(Path file) throws IOException {
        return ImageFiles.fields(file).stream().map(FileTags::line).toList();
    }

    static List<TagLine> ofDicom(DicomFile file) throws IOException {
        return Tags.read(file).stream().map(FileTags::line).toList();
    }

    private static TagLine line(HeaderField field) {
        return new TagLine(0, Optional.empty(), Optional.empty(), field.name(), field.value());
    }

    private static TagLine line(TagRow row) {
        return new TagLine(
                row.depth(),
                Optional.of(row.tagText()),
                Optional.of(row.vr()).filter(vr -> !vr.isEmpty()),
                row.name(),
                row.value());
    }
}
