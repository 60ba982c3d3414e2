// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// Frames for mutations: eight bytes that say the layout, then the codestream.
public final class CodecSeeds {
    public static final int LAYOUT_BYTES = 8;
    private static final int SIDE = 1024;

    private CodecSeeds() {}

    /// A layout out of any eight bytes.
    public static FrameLayout layout(ByteBuffer bytes) {
        var in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int columns = 1 + (in.getShort() & (SIDE - 1));
        int rows = 1 + (in.getShort() & (SIDE - 1));
        int components = 1 + (in.get() & 0xff) % 3;
        int allocated = 1 + (in.get() & 31);
        int stored = 1 + (in.get() & 31) % allocated;
        return new FrameLayout(
                new PictureSize(columns, rows, components),
                allocated,
                stored,
                in.get() == 0 ? Signedness.UNSIGNED : Signedness.SIGNED);
    }

    /// The first frame of a file; empty where it is none of the codec's, or too large to be a good start.
    public static Optional<byte[]> ofFile(Path path, int mostBytes)
            throws IOException, BrokenPictureException {
        PixelDataOfFile file = PixelDataOfFile.read(path);
        ByteBuffer frame = Fragments.read(file.encapsulated, file.frames).frame(0);
        if (frame.remaining() > mostBytes || file.columns > SIDE || file.rows > SIDE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return Optional.of(
                seed(
                        new FrameLayout(
                                new PictureSize(file.columns, file.rows, file.samplesAPixel),
                                file.bitsAllocated,
                                file.bitsStored,
                                file.representation == 1 ? Signedness.SIGNED : Signedness.UNSIGNED),
                        bytes));
    }

    /// Frames that need no file.
    public static List<byte[]> made(TransferSyntax syntax) {
        var size = new PictureSize(4, 3, 1);
        var layout = new FrameLayout(size, 16, 12, Signedness.UNSIGNED);
        int[][] plane = {{0, 1, 2, 3, 3, 3, 3, 500, 4000, 17, 18, 19}};
        var seeds = new ArrayList<byte[]>();
        switch (syntax) {
            case RLE_LOSSLESS -> seeds.add(seed(layout, Encoders.rle(plane, 2)));
            case JPEG_LS_LOSSLESS -> seeds.add(seed(layout, Encoders.hex("FFD8FFF7")));
            case JPEG_2000 -> seeds.add(seed(layout, Encoders.hex("FF4FFF51")));
            default -> seeds.add(seed(layout, Encoders.hex("FFD8FFC3")));
        }
        return seeds;
    }

    private static byte[] seed(FrameLayout layout, byte[] codestream) {
        return ByteBuffer.allocate(LAYOUT_BYTES + codestream.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (layout.size().columns() - 1))
                .putShort((short) (layout.size().rows() - 1))
                .put((byte) (layout.size().components() - 1))
                .put((byte) (layout.bitsAllocated() - 1))
                .put((byte) (layout.bitsStored() - 1))
                .put((byte) (layout.signedness() == Signedness.SIGNED ? 1 : 0))
                .put(codestream)
                .array();
    }
}
