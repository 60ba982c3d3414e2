// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.dicom.file.ByteCursor;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;

/// DICOM's RLE: each byte plane of a frame, most significant first, packed on its own (PS3.5 annex G).
final class RunLengthDecoder {
    private static final int MAX_SEGMENTS = 15;
    private static final int HEADER = 64;
    private static final long ITEM = 0xe000_fffeL;
    private static final long SEQUENCE_END = 0xe0dd_fffeL;

    private RunLengthDecoder() {}

    /// Fills `target`, from 0 to its limit, with little endian samples.
    static void decode(ByteSource source, SliceSource slice, ByteBuffer target) throws IOException {
        byte[] fragment = fragment(source, slice);
        int planes = slice.layout().bytesPerSample();
        int samples = target.limit() / planes;
        if (fragment.length < HEADER || u32(fragment, 0) != planes || planes > MAX_SEGMENTS) {
            throw broken("the number of segments is wrong");
        }
        for (int p = 0; p < planes; p++) {
            long start = u32(fragment, 4 * (p + 1));
            long end = p + 1 < planes ? u32(fragment, 4 * (p + 2)) : fragment.length;
            if (start < HEADER || end < start || end > fragment.length) {
                throw broken("a segment lies outside its frame");
            }
            unpack(fragment, (int) start, (int) end, target, planes - 1 - p, planes, samples);
        }
        target.position(target.limit());
    }

    private static void unpack(
            byte[] in, int start, int end, ByteBuffer out, int offset, int stride, int samples)
            throws DicomReadException {
        int at = start;
        int done = 0;
        while (done < samples) {
            if (at + 1 >= end) {
                throw broken("a segment ends before its frame is full");
            }
            int control = in[at++];
            if (control >= 0) {
                int count = Math.min(Math.min(control + 1, samples - done), end - at);
                for (int n = 0; n < count; n++) {
                    out.put(offset + (done + n) * stride, in[at + n]);
                }
                at += control + 1;
                done += count;
            } else if (control != Byte.MIN_VALUE) {
                int count = Math.min(1 - control, samples - done);
                byte value = in[at++];
                for (int n = 0; n < count; n++) {
                    out.put(offset + (done + n) * stride, value);
                }
                done += count;
            }
        }
    }

    /// The frame's fragment: RLE has one for each frame, after the offset table.
    private static byte[] fragment(ByteSource source, SliceSource slice) throws IOException {
        var cursor = new ByteCursor(source);
        long at = slice.layout().offset();
        for (int item = 0; ; item++) {
            long tag = cursor.u32(at);
            long length = cursor.u32(at + 4);
            if (tag == SEQUENCE_END) {
                throw broken("frame %d is missing".formatted(slice.frame()));
            }
            if (tag != ITEM || length > source.size() - at - 8) {
                throw broken("its fragments are damaged");
            }
            if (item == slice.frame()) {
                return cursor.bytes(at + 8, (int) Math.min(length, Integer.MAX_VALUE - 8));
            }
            at += 8 + length;
        }
    }

    private static long u32(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xffL) << 24;
    }

    private static DicomReadException broken(String detail) {
        return new DicomReadException(
                new SkipReason.BrokenStructure("in its RLE pixels, " + detail));
    }
}
