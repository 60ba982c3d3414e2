// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// What SOS says. `first`, `last`, `high` and `low` are Ss, Se, Ah and Al of T.81: a predictor and a point transform in
/// the lossless process, a band of coefficients and its bits in the progressive ones.
record ScanHeader(List<Part> parts, int first, int last, int high, int low) {
    /// A component of the scan by its index in the frame, and its Huffman tables.
    record Part(int component, int dcTable, int acTable) {}

    ScanHeader {
        parts = List.copyOf(parts);
    }

    static ScanHeader read(ByteReader in, FrameHeader frame) throws BrokenPictureException {
        int count = in.u8();
        if (count < 1 || count > 4) {
            throw BrokenPictureException.corrupt("a JPEG scan of " + count + " components");
        }
        List<Part> parts = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < count; i++) {
            int component = frame.indexOf(in.u8());
            int tables = in.u8();
            if ((seen & (1 << component)) != 0 || (tables & 0xCC) != 0) {
                throw BrokenPictureException.corrupt("a JPEG scan header");
            }
            seen |= 1 << component;
            parts.add(new Part(component, tables >>> 4, tables & 0xF));
        }
        int first = in.u8();
        int last = in.u8();
        int bits = in.u8();
        return new ScanHeader(parts, first, last, bits >>> 4, bits & 0xF);
    }
}
