// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// How one component is cut and coded (the second half of COD, or COC): wavelet levels, code-block and precinct sizes
/// as powers of two, the switches of the block coder, the filter.
record BlockStyle(
        int levels,
        int blockWidthBits,
        int blockHeightBits,
        int switches,
        boolean reversible,
        List<Integer> precinctBits) {
    /// Some passes are raw bits.
    static final int BYPASS = 0x01;

    /// Contexts begin anew with each pass.
    static final int RESET = 0x02;

    /// Each pass is a codeword of its own.
    static final int TERMINATE = 0x04;

    /// Contexts do not look at the next stripe.
    static final int CAUSAL = 0x08;

    /// A known symbol ends each cleanup pass.
    static final int SEGMENT_SYMBOLS = 0x20;

    /// High-throughput block coding.
    static final int HIGH_THROUGHPUT = 0x40;

    private static final int MAX_LEVELS = 32;

    static BlockStyle read(ByteReader in, boolean ownPrecincts) throws BrokenPictureException {
        int levels = in.u8();
        int width = (in.u8() & 0xF) + 2;
        int height = (in.u8() & 0xF) + 2;
        int switches = in.u8();
        int filter = in.u8();
        if (levels > MAX_LEVELS || width > 10 || height > 10 || width + height > 12) {
            throw BrokenPictureException.corrupt("a JPEG 2000 coding style");
        }
        if (filter > 1 || (switches & 0x80) != 0) {
            throw BrokenPictureException.unsupported("a JPEG 2000 part 2 coding style");
        }
        Integer[] precincts = new Integer[levels + 1];
        for (int r = 0; r <= levels; r++) {
            precincts[r] = ownPrecincts ? in.u8() : 0xFF;
            if (r > 0 && ((precincts[r] & 0xF) == 0 || precincts[r] >>> 4 == 0)) {
                throw BrokenPictureException.corrupt("a JPEG 2000 precinct without room");
            }
        }
        return new BlockStyle(levels, width, height, switches, filter == 1, List.of(precincts));
    }

    boolean has(int flag) {
        return (switches & flag) != 0;
    }

    int precinctWidthBits(int resolution) {
        return precinctBits.get(resolution) & 0xF;
    }

    int precinctHeightBits(int resolution) {
        return precinctBits.get(resolution) >>> 4;
    }
}
