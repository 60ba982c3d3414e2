// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads numbers at any position of a source through a window, so that a header costs one access to the disk.
public final class ByteCursor {
    private static final int WINDOW = 1 << 14;
    private static final VarHandle BIG =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteSource source;
    private final byte[] window;
    private long windowStart;
    private int windowLength;
    private boolean bigEndian;

    public ByteCursor(ByteSource source) {
        this.source = source;
        window = new byte[WINDOW];
    }

    public long size() {
        return source.size();
    }

    public void order(Encoding encoding) {
        bigEndian = encoding.isBigEndian();
    }

    public int u16(long position) throws IOException {
        int at = locate(position, 2);
        int first = window[at] & 0xff;
        int second = window[at + 1] & 0xff;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    public long u32(long position) throws IOException {
        int at = locate(position, 4);
        int number = (int) (bigEndian ? BIG : LITTLE).get(window, at);
        return number & 0xffff_ffffL;
    }

    /// Two letters, the first above the second whatever the order of bytes is.
    public int letters(long position) throws IOException {
        int at = locate(position, 2);
        return (window[at] & 0xff) << 8 | (window[at + 1] & 0xff);
    }

    public String ascii(long position, int length) throws IOException {
        return new String(bytes(position, length), StandardCharsets.ISO_8859_1);
    }

    public byte[] bytes(long position, int length) throws IOException {
        if (position < 0 || position + length > size()) {
            throw truncated(position + length);
        }
        byte[] result = new byte[length];
        if (position >= windowStart && position + length <= windowStart + windowLength) {
            System.arraycopy(window, (int) (position - windowStart), result, 0, length);
        } else if (!source.read(position, ByteBuffer.wrap(result))) {
            throw truncated(position + length);
        }
        return result;
    }

    /// The bytes of a part, shared with this where it has them: valid until this reads on.
    public ByteBuffer part(long position, int length) throws IOException {
        return position >= windowStart && position + length <= windowStart + windowLength
                ? ByteBuffer.wrap(window, (int) (position - windowStart), length).slice()
                : ByteBuffer.wrap(bytes(position, length));
    }

    private int locate(long position, int length) throws IOException {
        if (position < windowStart || position + length > windowStart + windowLength) {
            if (position < 0 || position + length > size()) {
                throw truncated(position + length);
            }
            int wanted = (int) Math.min(WINDOW, size() - position);
            ByteBuffer target = ByteBuffer.wrap(window, 0, wanted);
            windowStart = position;
            windowLength = 0;
            source.read(position, target);
            windowLength = target.position();
            if (windowLength < length) {
                throw truncated(position + length);
            }
        }
        return (int) (position - windowStart);
    }

    private DicomReadException truncated(long needed) {
        return new DicomReadException(
                new SkipReason.Truncated(
                        "%d bytes where at least %d are needed".formatted(size(), needed)));
    }
}
