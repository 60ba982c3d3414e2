// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.DicomInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.Encoding;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.fence.CatchesEverything;

/// The one door to the toolkit. What it throws while parsing leaves here as a refusal of the file; what it throws when
/// asked for a value, as no value.
@CatchesEverything("the toolkit throws stray runtime exceptions on odd files")
final class Toolkit {
    static final long MAX_HEADER = 1 << 27;

    private Toolkit() {}

    /// What one attribute answers.
    @FunctionalInterface
    interface Question<T> {
        @Nullable T of(Attribute attribute) throws DicomException;
    }

    /// Empty where the toolkit has no answer or fails to find it.
    static <T> Optional<T> ask(@Nullable Attribute attribute, Question<T> question) {
        try {
            return attribute == null
                    ? Optional.empty()
                    : Optional.ofNullable(question.of(attribute));
        } catch (DicomException | RuntimeException _) {
            return Optional.empty();
        }
    }

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
