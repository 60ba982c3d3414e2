// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.PictureSize;

/// One scan of the DCT processes: walks the blocks, interleaved or not, and hands each to its [BlockCoder].
final class DctScan {
    private final PictureSize size;
    private final FrameHeader frame;
    private final ScanHeader header;
    private final Coefficients[] coefficients;

    DctScan(PictureSize size, FrameHeader frame, ScanHeader header, Coefficients[] coefficients)
            throws BrokenPictureException {
        this.size = size;
        this.frame = frame;
        this.header = header;
        this.coefficients = coefficients;
        boolean possible =
                switch (frame.mode()) {
                    case SEQUENTIAL, LOSSLESS -> true;
                    case PROGRESSIVE ->
                            header.low() <= 13
                                    && header.high() <= 13
                                    && (header.first() == 0
                                            ? header.last() == 0
                                            : header.last() >= header.first()
                                                    && header.last() <= 63
                                                    && header.parts().size() == 1);
                };
        if (!possible) {
            throw BrokenPictureException.corrupt("a progressive JPEG scan of no possible band");
        }
    }

    void decode(EntropyReader in, Tables tables) throws BrokenPictureException {
        List<ScanHeader.Part> parts = header.parts();
        BlockCoder[] coders = new BlockCoder[parts.size()];
        for (int i = 0; i < coders.length; i++) {
            coders[i] = coder(parts.get(i), in, tables);
        }
        if (coders.length == 1) {
            decodeAlone(coders[0], in, tables.restartInterval());
        } else {
            decodeInterleaved(coders, in, tables.restartInterval());
        }
        in.toMarker();
    }

    private BlockCoder coder(ScanHeader.Part part, EntropyReader in, Tables tables)
            throws BrokenPictureException {
        boolean sequential = frame.mode() == FrameHeader.Mode.SEQUENTIAL;
        boolean dcFirst = sequential || (header.first() == 0 && header.high() == 0);
        @Nullable HuffmanTable dc = dcFirst ? tables.dc(part.dcTable()) : null;
        @Nullable HuffmanTable ac =
                sequential || header.first() > 0 ? tables.ac(part.acTable()) : null;
        if (sequential) {
            return new SequentialCoder(in, dc, ac, coefficients[part.component()].values);
        }
        return new ProgressiveCoder(in, dc, ac, header, coefficients[part.component()].values);
    }

    private void decodeAlone(BlockCoder coder, EntropyReader in, int interval)
            throws BrokenPictureException {
        Coefficients plane = coefficients[header.parts().getFirst().component()];
        int across = plane.usedAcross();
        int down = plane.usedDown();
        int mcu = 0;
        int restarts = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++, mcu++) {
                if (interval > 0 && mcu > 0 && mcu % interval == 0) {
                    in.restart(restarts++);
                    coder.restart();
                }
                coder.decode(plane.offset(column, row));
            }
            in.requireWhole();
        }
    }

    private void decodeInterleaved(BlockCoder[] coders, EntropyReader in, int interval)
            throws BrokenPictureException {
        int across = Math.ceilDiv(size.columns(), 8 * frame.maxAcross());
        int down = Math.ceilDiv(size.rows(), 8 * frame.maxDown());
        int mcu = 0;
        int restarts = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++, mcu++) {
                if (interval > 0 && mcu > 0 && mcu % interval == 0) {
                    in.restart(restarts++);
                    for (BlockCoder coder : coders) {
                        coder.restart();
                    }
                }
                for (int i = 0; i < coders.length; i++) {
                    decodeMcu(coders[i], header.parts().get(i).component(), column, row);
                }
            }
            in.requireWhole();
        }
    }

    private void decodeMcu(BlockCoder coder, int index, int mcuColumn, int mcuRow)
            throws BrokenPictureException {
        FrameHeader.Component component = frame.components().get(index);
        for (int y = 0; y < component.down(); y++) {
            for (int x = 0; x < component.across(); x++) {
                coder.decode(
                        coefficients[index].offset(
                                mcuColumn * component.across() + x, mcuRow * component.down() + y));
            }
        }
    }
}
