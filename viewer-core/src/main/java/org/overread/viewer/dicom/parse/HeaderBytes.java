// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;

/// The header of a file in memory, without the large values that are left out of it.
final class HeaderBytes {
    static final HeaderBytes EMPTY = new HeaderBytes(ByteBuffer.allocate(0));

    private static final long MAX_HEADER = 1 << 27;

    private static final VarHandle BIG_SHORT = view(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_SHORT = view(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = view(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_INT = view(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_LONG = view(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_LONG = view(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;
    private final int first;

    private HeaderBytes(ByteBuffer bytes) {
        array = bytes.array();
        first = bytes.arrayOffset();
    }

    private static VarHandle view(Class<?> numbers, ByteOrder order) {
        return MethodHandles.byteArrayViewVarHandle(numbers, order);
    }

    /// Shared with the file's cursor where that has them all: valid until it reads on.
    static HeaderBytes read(OpenedFile opened, Structure structure) throws IOException {
        List<Structure.Span> spans = structure.header();
        Structure.Span only = spans.getFirst();
        return spans.size() == 1 && only.length() <= MAX_HEADER
                ? new HeaderBytes(opened.cursor().part(only.start(), (int) only.length()))
                : new HeaderBytes(ByteBuffer.wrap(joined(opened.source(), structure)));
    }

    /// The parts of a header one after the other.
    static byte[] joined(ByteSource source, Structure structure) throws IOException {
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
        return header;
    }

    byte[] copy(int from, int length) {
        return Arrays.copyOfRange(array, first + from, first + from + length);
    }

    boolean areAt(int from, int length, byte[] others) {
        return Arrays.equals(array, first + from, first + from + length, others, 0, others.length);
    }

    byte at(int position) {
        return array[first + position];
    }

    short int16(int position, ByteOrder order) {
        return (short) of(order, BIG_SHORT, LITTLE_SHORT).get(array, first + position);
    }

    int int32(int position, ByteOrder order) {
        return (int) of(order, BIG_INT, LITTLE_INT).get(array, first + position);
    }

    long int64(int position, ByteOrder order) {
        return (long) of(order, BIG_LONG, LITTLE_LONG).get(array, first + position);
    }

    private static VarHandle of(ByteOrder order, VarHandle big, VarHandle little) {
        return order == ByteOrder.BIG_ENDIAN ? big : little;
    }
}
