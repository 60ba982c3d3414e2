// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// A modality look-up table: stored numbers to values where no straight line does. Beyond its ends the last entries hold.
public final class ModalityTable {
    private final int first;
    private final int[] entries;

    private ModalityTable(int first, int[] entries) {
        this.first = first;
        this.entries = entries;
    }

    /// The header's table, if it has one.
    public static Optional<ModalityTable> read(Attributes header) throws DicomReadException {
        Optional<Attributes> item = header.item(TagNumbers.MODALITY_LUT);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        int[] descriptor = item.get().words(TagNumbers.LUT_DESCRIPTOR);
        int[] data = item.get().words(TagNumbers.LUT_DATA);
        if (descriptor.length != 3 || (descriptor[2] != 8 && descriptor[2] != 16)) {
            throw broken("its descriptor does not describe it");
        }
        int count = descriptor[0] == 0 ? 1 << 16 : descriptor[0];
        if (descriptor[2] == 8 && data.length == (count + 1) / 2) {
            data = bytesOf(data);
        }
        if (data.length < count) {
            throw broken("it holds %d of %d entries".formatted(data.length, count));
        }
        boolean signed =
                header.whole(TagNumbers.PIXEL_REPRESENTATION).orElse(0) == 1
                        || VoiReader.isMarkedSigned(item.get());
        int first = signed ? (short) descriptor[1] : descriptor[1];
        return Optional.of(new ModalityTable(first, Arrays.copyOf(data, count)));
    }

    static int[] bytesOf(int[] words) {
        int[] bytes = new int[2 * words.length];
        for (int n = 0; n < words.length; n++) {
            bytes[2 * n] = words[n] & 0xff;
            bytes[2 * n + 1] = words[n] >> 8;
        }
        return bytes;
    }

    public int at(long stored) {
        return entries[(int) Math.clamp(stored - first, 0L, entries.length - 1L)];
    }

    /// The largest value, 65535 at most; the smallest is not below 0.
    public int highest() {
        return Arrays.stream(entries).max().orElse(0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ModalityTable table
                        && first == table.first
                        && Arrays.equals(entries, table.entries));
    }

    @Override
    public int hashCode() {
        return 31 * first + Arrays.hashCode(entries);
    }

    private static DicomReadException broken(String detail) {
        return new DicomReadException(
                new SkipReason.UnsupportedPixels("their values go through a table, and " + detail));
    }
}
