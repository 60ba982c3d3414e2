// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.parse.OpenedFile;

/// Files of uncompressed pixels; the decoders of one volume share it. What can only be read from its beginning, archive
/// members and deflated data sets, is inflated for the first slice as far as that goes, and once whole where a second
/// one is asked for.
final class PlainFiles {
    private static final int KEEP = OpenedFile.MAX_INFLATED;

    private final Archives archives;
    private final Set<DicomFile> asked = new HashSet<>();
    private final Map<DicomFile, ByteSource> inflated = new HashMap<>();

    PlainFiles(Archives archives) {
        this.archives = archives;
    }

    /// Positions are those of the slice's layout. The caller closes it.
    ByteSource open(SliceSource slice) throws IOException {
        DicomFile file = slice.file();
        return switch (slice.layout().packing()) {
            case Packing.Plain _ ->
                    file.isArchived() && !isFirst(file)
                            ? archives.openAnywhere(file)
                            : archives.openForward(file);
            case Packing.Deflated _ -> dataSet(file);
            case Packing.Encapsulated _ ->
                    throw new IllegalArgumentException("these bytes are compressed");
        };
    }

    private synchronized boolean isFirst(DicomFile file) {
        return asked.add(file);
    }

    private ByteSource dataSet(DicomFile file) throws IOException {
        return isFirst(file) ? inflate(file) : kept(file);
    }

    private synchronized ByteSource kept(DicomFile file) throws IOException {
        ByteSource known = inflated.get(file);
        if (known == null) {
            known = inflate(file);
            inflated.put(file, known);
        }
        return known; // bytes in memory: closing them means nothing, and threads may share them
    }

    private ByteSource inflate(DicomFile file) throws IOException {
        try (ByteSource source = archives.open(file, KEEP)) {
            return OpenedFile.of(source).source();
        }
    }
}
