// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.DicomInputStream;
import com.pixelmed.dicom.SpecificCharacterSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.Encoding;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.fence.CatchesEverything;

/// The one door to the toolkit: its dictionary, its character sets, and all attributes of a file. What it throws while
/// parsing leaves here as a refusal of the file; what it throws when asked for a value, as no value.
@CatchesEverything("the toolkit throws stray runtime exceptions on odd files")
final class Toolkit {
    private static final int PRIVATE_CREATOR = 0xff;
    private static final int SIGNED_OR_NOT = 'X' << 8 | 'S';
    private static final int WORDS_OR_OTHER = 'X' << 8 | 'O';

    private static final Map<Integer, Integer> VRS = new ConcurrentHashMap<>();

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

    /// The value representation by the dictionary, [Vr#UN] where that has none. Some depend on whether pixels are signed.
    static int vrOf(int tag, BooleanSupplier isSigned) {
        int vr = VRS.computeIfAbsent(tag, Toolkit::vrOf);
        return vr == SIGNED_OR_NOT || vr == WORDS_OR_OTHER
                ? isSigned.getAsBoolean() ? Vr.SS : Vr.US
                : vr;
    }

    private static int vrOf(int tag) {
        int group = tag >>> 16;
        int element = tag & 0xffff;
        if (group % 2 == 1 && element >= 0x10 && element <= PRIVATE_CREATOR) {
            return 'L' << 8 | 'O';
        }
        byte[] vr =
                AttributeList.getDictionary()
                        .getValueRepresentationFromTag(new AttributeTag(group, element));
        return vr == null ? Vr.UN : vr[0] << 8 | vr[1];
    }

    /// What is written in the character set of a data set: its names, and as they stand in the file.
    static String text(byte[] written, List<String> names, byte[] rawNames) {
        if (names.isEmpty()) {
            return new String(written, StandardCharsets.UTF_8);
        }
        try {
            String text =
                    new SpecificCharacterSet(names.toArray(String[]::new), rawNames)
                            .translateByteArrayToString(written, 0, written.length);
            return text == null ? "" : text;
        } catch (RuntimeException _) {
            return "";
        }
    }

    /// Parses a header whose structure has been checked.
    static AttributeList parse(ByteSource source, Structure structure, Encoding encoding)
            throws IOException {
        return parse(HeaderBytes.joined(source, structure), encoding);
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
