// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads numbers at any position of a source through a window, so that a header costs one access to the disk. The first
/// window holds the headers of most slices and little else; those who read on get wider ones.
public final class ByteCursor {
    private static final int FIRST_WINDOW = 1 << 13;
    private static final int WINDOW = 1 << 15;
    private static final VarHandle BIG =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final ByteSource source;
    private final Room room;
    private byte[] window = new byte[0];
    private long windowStart;
    private int windowLength;
    private boolean bigEndian;

    public ByteCursor(ByteSource source, Room room) {
        this.source = source;
        this.room = room;
    }

    /// Memory for the window of one cursor at a time.
    public static final class Room {
        private byte[] bytes = new byte[0];

        private byte[] of(int size) {
            if (bytes.length < size) {
                bytes = new byte[size];
            }
            return bytes;
        }
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
        if (position < 0 || length > size() - position) { // before memory is taken
            throw truncated(position + length);
        }
        byte[] result = new byte[length];
        if (length <= FIRST_WINDOW) {
            int at = locate(position, length);
            System.arraycopy(window, at, result, 0, length);
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
            move(position, length);
        }
        return (int) (position - windowStart);
    }

    private void move(long position, int length) throws IOException {
        if (position < 0 || position + length > size()) {
            throw truncated(position + length);
        }
        int wide = window.length == 0 ? FIRST_WINDOW : WINDOW;
        window = room.of(wide);
        // the first window begins with the file, of which a later part is asked for first
        long from = windowLength == 0 && position + length <= wide ? 0 : position;
        ByteBuffer target = ByteBuffer.wrap(window, 0, (int) Math.min(wide, size() - from));
        windowStart = from;
        windowLength = 0;
        source.read(from, target);
        windowLength = target.position();
        if (position + length > windowStart + windowLength) {
            throw truncated(position + length);
        }
    }

    private DicomReadException truncated(long needed) {
        return new DicomReadException(
                new SkipReason.Truncated(
                        "%d bytes where at least %d are needed".formatted(size(), needed)));
    }
}
