// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureMemory;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// Decodes one JPEG picture: sequential (8 and 12 bit), progressive and lossless, all Huffman coded.
///
/// Samples come as coded: no colour is converted, chroma is brought to full size.
public final class JpegDecoder {
    /// More scans than any encoder makes are there to waste time.
    private static final int MAX_SCANS = 256;

    private final ByteReader in;
    private final PictureSize size;
    private final PictureMemory memory;
    private final Tables tables = new Tables();
    private @Nullable FrameHeader frame;
    private @Nullable Picture picture;
    private Coefficients[] coefficients = {};
    private int[] @Nullable [] steps = {};
    private int componentsSeen;
    private int scans;

    private JpegDecoder(ByteReader in, PictureSize size, PictureMemory memory) {
        this.memory = memory;
        this.in = in;
        this.size = size;
    }

    public static Picture decode(ByteReader in, PictureSize size, PictureMemory memory)
            throws BrokenPictureException {
        return new JpegDecoder(in, size, memory).decode();
    }

    private Picture decode() throws BrokenPictureException {
        if (in.u16() != 0xFFD8) {
            throw BrokenPictureException.corrupt("a JPEG picture that does not begin with SOI");
        }
        while (true) {
            if (in.remaining() < 2 && isComplete()) {
                return finish(); // the last marker may be missing
            }
            int marker = nextMarker();
            if (marker == 0xD9) {
                return finish();
            }
            if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                continue; // they stand alone
            }
            segment(marker);
        }
    }

    private int nextMarker() throws BrokenPictureException {
        if (in.u8() != 0xFF) {
            throw BrokenPictureException.corrupt("no JPEG marker where one is due");
        }
        int marker;
        do {
            marker = in.u8();
        } while (marker == 0xFF);
        return marker;
    }

    private void segment(int marker) throws BrokenPictureException {
        int length = in.u16();
        if (length < 2) {
            throw BrokenPictureException.corrupt("a JPEG segment of " + length + " bytes");
        }
        ByteReader content = in.slice(length - 2);
        switch (marker) {
            case 0xC4 -> tables.readHuffman(content);
            case 0xDB -> tables.readQuantisation(content);
            case 0xDD -> tables.readRestartInterval(content);
            case 0xDA -> scan(content);
            case 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF ->
                    frame(FrameHeader.read(marker, content, size));
            default -> {} // application data, comments, number of lines
        }
    }

    private void frame(FrameHeader header) throws BrokenPictureException {
        if (frame != null) {
            throw BrokenPictureException.corrupt("a second JPEG frame");
        }
        frame = header;
        boolean lossless = header.mode() == FrameHeader.Mode.LOSSLESS;
        if (lossless && size.components() > 1 && header.maxAcross() * header.maxDown() > 1) {
            throw BrokenPictureException.unsupported("subsampling in the lossless process");
        }
        if (lossless && in.remaining() * 8L < (long) size.area() * size.components()) {
            throw BrokenPictureException.truncated("entropy-coded data"); // a bit a sample at least
        }
        if (!lossless) {
            coefficients = new Coefficients[size.components()];
            steps = new int[size.components()][];
            for (int c = 0; c < coefficients.length; c++) {
                coefficients[c] = new Coefficients(size, header, header.components().get(c));
            }
        }
        picture =
                memory.picture(
                        size,
                        header.precision(),
                        Signedness.UNSIGNED,
                        lossless ? Fidelity.LOSSLESS : Fidelity.LOSSY);
    }

    private void scan(ByteReader content) throws BrokenPictureException {
        if (frame == null || picture == null) {
            throw BrokenPictureException.corrupt("a JPEG scan before its frame");
        }
        ScanHeader header = ScanHeader.read(content, frame);
        if (++scans > MAX_SCANS) {
            throw BrokenPictureException.corrupt("more than " + MAX_SCANS + " JPEG scans");
        }
        EntropyReader entropy = new EntropyReader(in);
        int before = componentsSeen;
        for (ScanHeader.Part part : header.parts()) {
            componentsSeen |= 1 << part.component();
        }
        if (frame.mode() == FrameHeader.Mode.LOSSLESS) {
            if (Integer.bitCount(componentsSeen) - Integer.bitCount(before)
                    != header.parts().size()) {
                throw BrokenPictureException.corrupt("a component in two lossless JPEG scans");
            }
            new LosslessScan(picture, header).decode(entropy, tables);
        } else {
            for (ScanHeader.Part part : header.parts()) {
                // a table holds for the scans that follow it: the first scan of a component decides
                int c = part.component();
                if (steps[c] == null) {
                    steps[c] = tables.quantisation(frame.components().get(c).table());
                }
            }
            new DctScan(size, frame, header, coefficients).decode(entropy, tables);
        }
        in.moveTo(entropy.position());
    }

    private boolean isComplete() {
        return componentsSeen == (1 << size.components()) - 1;
    }

    private Picture finish() throws BrokenPictureException {
        if (frame == null || picture == null || !isComplete()) {
            throw BrokenPictureException.truncated("the JPEG picture: a component is missing");
        }
        for (int c = 0; c < coefficients.length; c++) {
            int[] quantisation = steps[c];
            if (quantisation != null) {
                samples(frame, c, quantisation, picture.plane(c));
            }
        }
        return picture;
    }

    private void samples(FrameHeader header, int index, int[] quantisation, int[] plane) {
        Coefficients blocks = coefficients[index];
        InverseDct dct = new InverseDct(quantisation, header.precision());
        int across = blocks.usedAcross();
        int stride = 8 * across;
        int[] samples = new int[stride * 8 * blocks.usedDown()];
        for (int row = 0; row < blocks.usedDown(); row++) {
            for (int column = 0; column < across; column++) {
                dct.transform(
                        blocks.values,
                        blocks.offset(column, row),
                        samples,
                        8 * row * stride + 8 * column,
                        stride);
            }
        }
        FrameHeader.Component component = header.components().get(index);
        Upsampling.enlarge(
                samples,
                stride,
                blocks.columns(),
                blocks.rows(),
                header.maxAcross() / component.across(),
                header.maxDown() / component.down(),
                plane,
                size.columns(),
                size.rows());
    }
}
