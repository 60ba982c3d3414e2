// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.picture.PictureSize;

/// Decodes JPEG 2000 codestreams, plain or in the boxes of a JP2 file: part 1 with all its progressions, block
/// coder switches and regions of interest, and the high-throughput blocks of part 15.
///
/// Not done: subsampled components, packed packet headers (PPM, PPT), components of different precision, and what part
/// 2 adds. A picture whose packets are not all there is refused. One thread uses a decoder, which works in the same memory
/// for each picture.
public final class Jpeg2000Decoder {
    private static final int CODESTREAM_BOX = 0x6A703263;
    private static final int FIRST_BOX_BYTES = 12;

    private final WorkingMemory memory;

    public Jpeg2000Decoder(PictureMemory pictures) {
        memory = new WorkingMemory(pictures, new MqBlockCoder());
    }

    /// Whether the bytes begin as a JP2 file does; then its codestream is decoded.
    public static boolean isBoxed(ByteReader in) {
        int at = in.position();
        byte[] bytes = in.array();
        return in.remaining() >= FIRST_BOX_BYTES
                && bytes[at + 3] == FIRST_BOX_BYTES
                && bytes[at + 4] == 'j'
                && bytes[at + 5] == 'P'
                && bytes[at + 6] == ' '
                && bytes[at + 7] == ' ';
    }

    public Picture decode(ByteReader in, PictureSize size) throws BrokenPictureException {
        return new Codestream(isBoxed(in) ? codestreamBox(in) : in, size, memory).decode();
    }

    private static ByteReader codestreamBox(ByteReader in) throws BrokenPictureException {
        while (true) {
            long length = in.u32();
            long type = in.u32();
            int header = 8;
            if (length == 1) {
                length = in.u32() << 32 | in.u32();
                header = 16;
            }
            if (length == 0) {
                length = (long) in.remaining() + header;
            }
            if (length < header || length - header > in.remaining()) {
                throw BrokenPictureException.truncated("a JP2 box");
            }
            ByteReader content = in.slice((int) length - header);
            if (type == CODESTREAM_BOX) {
                return content;
            }
        }
    }
}
