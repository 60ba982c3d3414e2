// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.picture;

import java.nio.ByteBuffer;

/// Reads big-endian numbers from a range of bytes and never beyond it.
public final class ByteReader {
    private final byte[] bytes;
    private final int limit;
    private int position;

    public ByteReader(byte[] bytes, int start, int limit) {
        if (start < 0 || limit < start || limit > bytes.length) {
            throw new IndexOutOfBoundsException(
                    "%d to %d of %d".formatted(start, limit, bytes.length));
        }
        this.bytes = bytes;
        this.limit = limit;
        position = start;
    }

    /// What remains in `buffer`, without a copy where it is backed by an array. The buffer's position stays.
    public static ByteReader of(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            int start = buffer.arrayOffset() + buffer.position();
            return new ByteReader(buffer.array(), start, start + buffer.remaining());
        }
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        return new ByteReader(copy, 0, copy.length);
    }

    /// The bytes behind this reader; only those from [#position()] to [#limit()] are its own.
    public byte[] array() {
        return bytes;
    }

    public int position() {
        return position;
    }

    public int limit() {
        return limit;
    }

    public int remaining() {
        return limit - position;
    }

    public void moveTo(int newPosition) throws BrokenPictureException {
        if (newPosition < 0 || newPosition > limit) {
            throw BrokenPictureException.truncated("a segment");
        }
        position = newPosition;
    }

    public void skip(int count) throws BrokenPictureException {
        require(count);
        position += count;
    }

    public int u8() throws BrokenPictureException {
        require(1);
        return bytes[position++] & 0xFF;
    }

    public int u16() throws BrokenPictureException {
        require(2);
        int value = ((bytes[position] & 0xFF) << 8) | (bytes[position + 1] & 0xFF);
        position += 2;
        return value;
    }

    public long u32() throws BrokenPictureException {
        long high = u16();
        return (high << 16) | u16();
    }

    /// The next `count` bytes as a reader of their own.
    public ByteReader slice(int count) throws BrokenPictureException {
        require(count);
        ByteReader part = new ByteReader(bytes, position, position + count);
        position += count;
        return part;
    }

    /// The next two bytes without moving, or -1 at the end.
    public int peek16() {
        return remaining() < 2
                ? -1
                : ((bytes[position] & 0xFF) << 8) | (bytes[position + 1] & 0xFF);
    }

    private void require(int count) throws BrokenPictureException {
        if (count < 0 || count > limit - position) {
            throw BrokenPictureException.truncated("a segment");
        }
    }
}
