// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;

/// Brings the uncompressed bytes of one slice into a buffer that is used again for the next; one thread uses it.
final class FrameBytes {
    /// What the system brought is copied while the processor still has it near: whole slices take a tenth longer.
    private static final int PART = 1 << 16;

    private final PlainFiles files;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    FrameBytes(PlainFiles files) {
        this.files = files;
    }

    /// The slice's bytes from position 0, in its byte order; valid until the next call.
    ByteBuffer read(SliceSource slice) throws IOException {
        PixelLayout layout = slice.layout();
        long bytes = layout.spanBytes();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("%d bytes in one slice".formatted(bytes)));
        }
        ByteBuffer target = buffer((int) bytes);
        try (ByteSource source = files.open(slice)) {
            requireWhole(source.read(layout.offset(), target));
        }
        return target.flip().order(layout.order());
    }

    /// The slice's numbers of 16 bits, which lie one after the other.
    void read(SliceSource slice, short[] target) throws IOException {
        PixelLayout layout = slice.layout();
        try (ByteSource source = files.open(slice)) {
            int count;
            for (int n = 0; n < target.length; n += count) {
                count = Math.min(target.length - n, PART / Short.BYTES);
                ByteBuffer part = buffer(count * Short.BYTES);
                requireWhole(source.read(layout.offset() + (long) n * Short.BYTES, part));
                part.flip().order(layout.order()).asShortBuffer().get(target, n, count);
            }
        }
    }

    private ByteBuffer buffer(int bytes) {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
        }
        return buffer.clear().limit(bytes);
    }

    private static void requireWhole(boolean whole) throws DicomReadException {
        if (!whole) {
            throw new DicomReadException(
                    new SkipReason.Truncated("there are fewer pixels than when it was scanned"));
        }
    }
}
