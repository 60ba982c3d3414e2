// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.DicomInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.fence.CatchesEverything;

/// The one door to the toolkit's parser. Whatever it throws leaves here as a refusal of the file.
@CatchesEverything("the toolkit throws stray runtime exceptions on odd files")
final class Toolkit {
    static final long MAX_HEADER = 1 << 27;

    private Toolkit() {}

    /// Parses a header whose structure has been checked.
    static AttributeList parse(ByteSource source, Structure structure, Encoding encoding)
            throws IOException {
        long size = structure.headerBytes();
        if (size > MAX_HEADER) {
            throw new DicomReadException(new SkipReason.TooLarge("a header of " + size + " bytes"));
        }
        byte[] header = new byte[(int) size];
        int at = 0;
        for (Structure.Span span : structure.header()) {
            ByteBuffer target = ByteBuffer.wrap(header, at, (int) span.length());
            if (!source.read(span.start(), target)) {
                throw new DicomReadException(new SkipReason.Truncated("its header ends early"));
            }
            at += (int) span.length();
        }
        return parse(header, encoding);
    }

    // the boundary: the toolkit meets hostile files with any exception there is
    private static AttributeList parse(byte[] header, Encoding encoding) throws DicomReadException {
        try (var bytes = new ByteArrayInputStream(header);
                var stream = new DicomInputStream(bytes, encoding.transferSyntax(), false)) {
            var attributes = new AttributeList();
            attributes.setDecompressPixelData(false);
            attributes.read(stream);
            return attributes;
        } catch (DicomException
                | IOException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError
                | AssertionError e) {
            throw new DicomReadException(
                    new SkipReason.BrokenStructure(
                            "its elements cannot be read (" + e.getClass().getSimpleName() + ")"),
                    e);
        }
    }
}
