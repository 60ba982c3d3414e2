// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// What QCD or QCC says: guard bits, and for each band an exponent and a mantissa of its step (exponent << 11 |
/// mantissa). Band 0 is LL, then HL, LH, HH from the coarsest level on.
record Quantisation(Style style, int guardBits, List<Integer> steps) {
    enum Style {
        NONE,
        DERIVED,
        EXPOUNDED
    }

    static Quantisation read(ByteReader in) throws BrokenPictureException {
        int head = in.u8();
        Style style =
                switch (head & 0x1F) {
                    case 0 -> Style.NONE;
                    case 1 -> Style.DERIVED;
                    case 2 -> Style.EXPOUNDED;
                    default -> throw BrokenPictureException.corrupt("a JPEG 2000 quantisation");
                };
        int bytes = style == Style.NONE ? 1 : 2;
        Integer[] steps = new Integer[Math.min(97, in.remaining() / bytes)];
        if (steps.length == 0) {
            throw BrokenPictureException.truncated("a JPEG 2000 quantisation");
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] = style == Style.NONE ? in.u8() >>> 3 << 11 : in.u16();
        }
        return new Quantisation(style, head >>> 5, List.of(steps));
    }

    int exponent(int band) throws BrokenPictureException {
        if (style == Style.DERIVED) {
            // each level above the coarsest has one bit less
            int level = band == 0 ? 0 : (band - 1) / 3;
            return Math.max(0, (steps.getFirst() >>> 11) - level);
        }
        return step(band) >>> 11;
    }

    int mantissa(int band) throws BrokenPictureException {
        return step(style == Style.DERIVED ? 0 : band) & 0x7FF;
    }

    private int step(int band) throws BrokenPictureException {
        if (band >= steps.size()) {
            throw BrokenPictureException.corrupt("a JPEG 2000 band without a quantisation step");
        }
        return steps.get(band);
    }
}
