// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.rle;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import org.overread.viewer.work.TimeLimit;

/// Decodes DICOM RLE (PS3.5 Annex G): a segment for each byte of a sample, most significant first, component by
/// component; each segment packed by runs. About a nanosecond a byte.
///
/// The samples are the cells as stored: whole bytes, unsigned, with whatever lies above the stored bits.
public final class RleDecoder {
    private static final int HEADER_BYTES = 64;
    private static final int MAX_SEGMENTS = 15;

    private RleDecoder() {}

    /// A picture of `bytesPerSample` (1 to 4) bytes a sample.
    public static Picture decode(
            ByteReader in, PictureSize size, int bytesPerSample, PictureMemory memory)
            throws BrokenPictureException {
        if (in.remaining() < HEADER_BYTES) {
            throw BrokenPictureException.truncated("the RLE header");
        }
        byte[] bytes = in.array();
        int start = in.position();
        int segments = littleEndian(bytes, start);
        if (segments < 1 || segments > MAX_SEGMENTS) {
            throw BrokenPictureException.corrupt("an RLE header of " + segments + " segments");
        }
        if (segments != size.components() * bytesPerSample) {
            throw BrokenPictureException.otherSize(
                    size, segments + " RLE segments of " + bytesPerSample + " a component");
        }
        int[] bounds = bounds(in, segments);
        for (int segment = 0; segment < segments; segment++) {
            // two bytes make at most 128: too short a segment is known before anything is allocated
            if ((bounds[segment + 1] - bounds[segment]) * 64L < size.area()) {
                throw BrokenPictureException.truncated("RLE segment " + segment);
            }
        }
        Picture picture =
                memory.picture(size, 8 * bytesPerSample, Signedness.UNSIGNED, Fidelity.LOSSLESS);
        for (int segment = 0; segment < segments; segment++) {
            int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
            int[] plane = picture.plane(segment / bytesPerSample);
            TimeLimit.check();
            unpack(bytes, bounds[segment], bounds[segment + 1], plane, shift);
        }
        return picture;
    }

    private static int[] bounds(ByteReader in, int segments) throws BrokenPictureException {
        int[] bounds = new int[segments + 1];
        int previous = HEADER_BYTES;
        for (int segment = 0; segment < segments; segment++) {
            int offset = littleEndian(in.array(), in.position() + 4 + 4 * segment);
            if (offset < previous || offset > in.remaining()) {
                throw BrokenPictureException.corrupt(
                        "RLE segment " + segment + " at byte " + offset);
            }
            bounds[segment] = in.position() + offset;
            previous = offset;
        }
        bounds[segments] = in.limit();
        return bounds;
    }

    private static void unpack(byte[] bytes, int from, int limit, int[] plane, int shift)
            throws BrokenPictureException {
        int position = from;
        int at = 0;
        int end = plane.length;
        while (at < end) {
            if (position + 1 >= limit) {
                throw BrokenPictureException.truncated("an RLE segment");
            }
            int control = bytes[position++];
            if (control >= 0) {
                // an encoder may have padded its last run beyond the picture
                int stop = Math.min(end, at + control + 1);
                if (stop - at > limit - position) {
                    throw BrokenPictureException.truncated("an RLE segment");
                }
                while (at < stop) {
                    plane[at++] |= (bytes[position++] & 0xFF) << shift;
                }
            } else if (control != -128) {
                int stop = Math.min(end, at + 1 - control);
                int value = (bytes[position++] & 0xFF) << shift;
                while (at < stop) {
                    plane[at++] |= value;
                }
            }
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | ((bytes[at + 3] & 0xFF) << 24);
    }
}
