// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.IOException;
import java.util.Optional;
import org.overread.viewer.dicom.file.ByteCursor;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.Encoding;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;

/// What the first bytes of a file say: where the data set begins and how it is written.
///
/// A file without preamble or without meta information is accepted when it begins like a data set.
public record FileStart(String transferSyntax, Encoding encoding, long dataSet) {
    private static final int PREAMBLE = 128;
    private static final int TRANSFER_SYNTAX = 0x0010;
    private static final int MAX_META_VALUE = 1 << 16;

    static FileStart find(ByteCursor bytes) throws IOException {
        if (bytes.size() < 8) {
            throw notDicom();
        }
        if (bytes.size() >= PREAMBLE + 4 && bytes.ascii(PREAMBLE, 4).equals("DICM")) {
            return afterMeta(bytes, PREAMBLE + 4);
        }
        bytes.order(Encoding.EXPLICIT_LITTLE);
        if (bytes.u16(0) == 0x0002 && isVr(bytes, 4)) {
            return afterMeta(bytes, 0);
        }
        return named(guess(bytes, 0).orElseThrow(FileStart::notDicom), 0);
    }

    private static FileStart named(Encoding encoding, long dataSet) {
        return new FileStart(encoding.transferSyntax(), encoding, dataSet);
    }

    private static FileStart afterMeta(ByteCursor bytes, long start) throws IOException {
        bytes.order(Encoding.EXPLICIT_LITTLE);
        long at = start;
        String syntax = "";
        while (at + 8 <= bytes.size() && bytes.u16(at) == 0x0002 && isVr(bytes, at + 4)) {
            boolean isLong = Vr.hasLongLength(bytes.letters(at + 4));
            long length = isLong ? bytes.u32(at + 8) : bytes.u16(at + 6);
            long value = at + (isLong ? 12 : 8);
            if (bytes.u16(at + 2) == TRANSFER_SYNTAX && length <= MAX_META_VALUE) {
                syntax = bytes.ascii(value, (int) length).replace('\0', ' ').trim();
            }
            at = value + length;
        }
        if (at > bytes.size()) {
            throw new DicomReadException(
                    new SkipReason.Truncated("it ends within its meta information"));
        }
        if (syntax.isEmpty()) {
            return named(guess(bytes, at).orElse(Encoding.EXPLICIT_LITTLE), at);
        }
        if (syntax.equals(TransferSyntaxes.DEFLATED)) {
            return new FileStart(syntax, Encoding.EXPLICIT_LITTLE, at);
        }
        return new FileStart(syntax, confirmed(Encoding.of(syntax), bytes, at), at);
    }

    /// Some writers name one encoding and use another; the first element settles it.
    private static Encoding confirmed(Encoding named, ByteCursor bytes, long at)
            throws IOException {
        if (at + 8 > bytes.size() || named == Encoding.EXPLICIT_BIG) {
            return named;
        }
        return isVr(bytes, at + 4) ? Encoding.EXPLICIT_LITTLE : Encoding.IMPLICIT_LITTLE;
    }

    private static Optional<Encoding> guess(ByteCursor bytes, long at) throws IOException {
        if (at + 8 > bytes.size()) {
            return Optional.empty();
        }
        bytes.order(Encoding.EXPLICIT_LITTLE);
        int group = bytes.u16(at);
        int element = bytes.u16(at + 2);
        if (group == 0x0008 || group == 0x0004) {
            if (isVr(bytes, at + 4)) {
                return Optional.of(Encoding.EXPLICIT_LITTLE);
            }
            if (element <= 0x0100 && bytes.u32(at + 4) <= bytes.size() - at - 8) {
                return Optional.of(Encoding.IMPLICIT_LITTLE);
            }
        }
        if (group == 0x0800 && isVr(bytes, at + 4)) {
            return Optional.of(Encoding.EXPLICIT_BIG);
        }
        return Optional.empty();
    }

    private static boolean isVr(ByteCursor bytes, long at) throws IOException {
        return Vr.isKnown(bytes.letters(at));
    }

    private static DicomReadException notDicom() {
        return new DicomReadException(new SkipReason.NotDicom());
    }
}
