// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;

/// Brings the uncompressed bytes of one slice into a buffer that is used again for the next; one thread uses it.
final class FrameBytes {
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
