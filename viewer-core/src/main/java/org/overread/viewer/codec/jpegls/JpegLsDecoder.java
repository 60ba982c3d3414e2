// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpegls;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// Decodes one JPEG-LS picture (T.87), lossless or near-lossless, in all three orders of components.
///
/// Not done, because DICOM files do not hold them: mapping tables, restart intervals, the colour transforms that
/// Hewlett-Packard added.
public final class JpegLsDecoder {
    private final ByteReader in;
    private final PictureSize size;
    private final PictureMemory memory;
    private Parameters preset = Parameters.DEFAULT;
    private int[] ids = {};
    private int precision;
    private @Nullable Picture picture;
    private int componentsSeen;

    private JpegLsDecoder(ByteReader in, PictureSize size, PictureMemory memory) {
        this.memory = memory;
        this.in = in;
        this.size = size;
    }

    public static Picture decode(ByteReader in, PictureSize size, PictureMemory memory)
            throws BrokenPictureException {
        return new JpegLsDecoder(in, size, memory).decode();
    }

    private Picture decode() throws BrokenPictureException {
        if (in.u16() != 0xFFD8) {
            throw BrokenPictureException.corrupt("a JPEG-LS picture that does not begin with SOI");
        }
        while (picture == null || componentsSeen != (1 << size.components()) - 1) {
            int marker = nextMarker();
            if (marker == 0xD9) {
                throw BrokenPictureException.truncated("the JPEG-LS picture");
            }
            int length = in.u16();
            if (length < 2) {
                throw BrokenPictureException.corrupt("a JPEG-LS segment of " + length + " bytes");
            }
            ByteReader content = in.slice(length - 2);
            switch (marker) {
                case 0xF7 -> frame(content);
                case 0xF8 -> preset(content);
                case 0xDA -> scan(content);
                case 0xDD -> throw BrokenPictureException.unsupported("a JPEG-LS restart interval");
                case 0xE8 -> refuseColourTransform(content);
                default -> {} // application data, comments
            }
        }
        return picture;
    }

    private int nextMarker() throws BrokenPictureException {
        if (in.u8() != 0xFF) {
            throw BrokenPictureException.corrupt("no JPEG-LS marker where one is due");
        }
        int marker;
        do {
            marker = in.u8();
        } while (marker == 0xFF);
        return marker;
    }

    private void frame(ByteReader content) throws BrokenPictureException {
        if (picture != null) {
            throw BrokenPictureException.corrupt("a second JPEG-LS frame");
        }
        precision = content.u8();
        int rows = content.u16();
        int columns = content.u16();
        int count = content.u8();
        if (precision < 2 || precision > 16) {
            throw BrokenPictureException.corrupt("JPEG-LS samples of " + precision + " bits");
        }
        if (rows != size.rows() || columns != size.columns() || count != size.components()) {
            throw BrokenPictureException.otherSize(size, columns + " x " + rows + " x " + count);
        }
        ids = new int[count];
        for (int c = 0; c < count; c++) {
            ids[c] = content.u8();
            int sampling = content.u8();
            content.u8();
            if (sampling != 0x11) {
                throw BrokenPictureException.unsupported("subsampling in JPEG-LS");
            }
        }
        // near is stated by the scans: frames are known lossless only when the first one is read
        picture = memory.picture(size, precision, Signedness.UNSIGNED, Fidelity.LOSSLESS);
    }

    private void preset(ByteReader content) throws BrokenPictureException {
        int id = content.u8();
        if (id == 1) {
            preset = Parameters.read(content);
        } else if (id == 4) {
            throw BrokenPictureException.unsupported("an oversize JPEG-LS picture");
        }
    }

    private static void refuseColourTransform(ByteReader content) throws BrokenPictureException {
        if (content.remaining() == 5 && content.u32() == 0x6D726678L && content.u8() != 0) {
            throw BrokenPictureException.unsupported("a colour transform in JPEG-LS");
        }
    }

    private void scan(ByteReader content) throws BrokenPictureException {
        if (picture == null) {
            throw BrokenPictureException.corrupt("a JPEG-LS scan before its frame");
        }
        int count = content.u8();
        if (count < 1 || count > ids.length) {
            throw BrokenPictureException.corrupt("a JPEG-LS scan of " + count + " components");
        }
        int[][] planes = new int[count][];
        for (int i = 0; i < count; i++) {
            int component = indexOf(content.u8());
            if ((componentsSeen & (1 << component)) != 0) {
                throw BrokenPictureException.corrupt("a component in two JPEG-LS scans");
            }
            componentsSeen |= 1 << component;
            planes[i] = picture.plane(component);
            if (content.u8() != 0) {
                throw BrokenPictureException.unsupported("a JPEG-LS mapping table");
            }
        }
        int near = content.u8();
        int interleave = content.u8();
        int shift = content.u8() & 0xF;
        if (interleave > 2 || (interleave == 0 && count > 1) || shift >= precision) {
            throw BrokenPictureException.corrupt("a JPEG-LS scan header");
        }
        if (near > 0 && picture.fidelity() == Fidelity.LOSSLESS) {
            picture = picture.asLossy();
        }
        JpegLsBits bits = new JpegLsBits(in);
        Parameters parameters = preset.complete(precision - shift, near);
        LineCoder coder = new LineCoder(bits, size.columns(), parameters, near);
        lines(coder, bits, planes, interleave == 2 && count > 1, shift);
        in.moveTo(bits.nextMarker());
    }

    private void lines(
            LineCoder coder, JpegLsBits bits, int[][] planes, boolean together, int shift)
            throws BrokenPictureException {
        int columns = size.columns();
        int[][] above = new int[planes.length][columns + 2];
        int[][] lines = new int[planes.length][columns + 2];
        for (int row = 0; row < size.rows(); row++) {
            if (together) {
                coder.decodeTogether(above, lines);
            } else {
                for (int i = 0; i < planes.length; i++) {
                    coder.decode(i, above[i], lines[i]);
                }
            }
            bits.requireWhole();
            for (int i = 0; i < planes.length; i++) {
                System.arraycopy(lines[i], 1, planes[i], row * columns, columns);
            }
            int[][] swap = above;
            above = lines;
            lines = swap;
        }
        if (shift > 0) {
            for (int[] plane : planes) {
                Arrays.setAll(plane, i -> plane[i] << shift);
            }
        }
    }

    private int indexOf(int id) throws BrokenPictureException {
        for (int c = 0; c < ids.length; c++) {
            if (ids[c] == id) {
                return c;
            }
        }
        throw BrokenPictureException.corrupt("a JPEG-LS scan of component " + id);
    }
}
