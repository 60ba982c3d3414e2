// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.overlay;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.overread.viewer.dicom.parse.Attributes;

/// What a header says of one of up to sixteen overlays (PS3.3 C.9.2 and C.9.3), none of it believed yet. `number` counts
/// from 0: overlay 1 is that of group 6002.
public record OverlayGroup(Attributes header, int number) {
    public static final int COUNT = 16;

    private static final int ROWS = 0x6000_0010;
    private static final int COLUMNS = 0x6000_0011;
    private static final int FRAMES = 0x6000_0015;
    private static final int DESCRIPTION = 0x6000_0022;
    private static final int ORIGIN = 0x6000_0050;
    private static final int FIRST_FRAME = 0x6000_0051;
    private static final int BITS_ALLOCATED = 0x6000_0100;
    private static final int BIT_POSITION = 0x6000_0102;
    private static final int LAYER = 0x6000_1001;
    private static final int LABEL = 0x6000_1500;
    private static final int BITS = 0x6000_3000;

    /// How far from an image an overlay may begin, in pixels; it is a signed number of 16 bits.
    private static final int FARTHEST = 1 << 15;

    private static final long MOST_BITS = 1 << 25;

    public OverlayGroup {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("overlay " + number);
        }
    }

    private int tag(int ofFirst) {
        return ofFirst + (number << 17); // every other group
    }

    /// Whether there is anything that could be an overlay.
    public boolean isThere() {
        return columns() != 0 || rows() != 0 || header.hasAny(dataTag(), dataTag());
    }

    /// The layer that a presentation state wants it on; empty where it is not to be seen.
    public String layer() {
        return header.text(tag(LAYER));
    }

    /// How it is called; empty where nobody says it.
    String name() {
        String label = header.text(tag(LABEL));
        return label.isEmpty() ? header.text(tag(DESCRIPTION)) : label;
    }

    int columns() {
        return header.whole(tag(COLUMNS)).orElse(0);
    }

    int rows() {
        return header.whole(tag(ROWS)).orElse(0);
    }

    public boolean hasSize() {
        return columns() > 0 && rows() > 0 && (long) columns() * rows() <= MOST_BITS;
    }

    /// Column and row of its first bit, counted from 0.
    record Corner(int left, int top) {}

    Optional<Corner> corner() {
        List<Double> origin =
                header.numbers(tag(ORIGIN)); // row and column; the first pixel is 1, 1
        boolean sane =
                origin.size() == 2 && origin.stream().allMatch(at -> Math.abs(at) <= FARTHEST);
        return sane
                ? Optional.of(
                        new Corner(origin.get(1).intValue() - 1, origin.get(0).intValue() - 1))
                : Optional.empty();
    }

    /// How many frames it has; empty where it is one for all.
    OptionalInt frames() {
        OptionalInt said = header.whole(tag(FRAMES));
        boolean some = header.hasAny(tag(FIRST_FRAME), tag(FIRST_FRAME));
        return said.isEmpty() && some ? OptionalInt.of(1) : said;
    }

    /// The frame of the image that its first one is for, counted from 1.
    int firstFrame() {
        return header.whole(tag(FIRST_FRAME)).orElse(1);
    }

    int bitsAllocated() {
        return header.whole(tag(BITS_ALLOCATED)).orElse(1);
    }

    int bitPosition() {
        return header.whole(tag(BIT_POSITION)).orElse(0);
    }

    /// Where its bits are where they are elements of their own.
    int dataTag() {
        return tag(BITS);
    }

    /// Its bits as they lie in the header: the lowest of each byte is the first.
    byte[] data() {
        byte[] bytes = header.bytes(dataTag());
        int[] words = header.words(dataTag());
        for (int n = 0; n < words.length; n++) { // in whichever order the file has its bytes
            bytes[2 * n] = (byte) words[n];
            bytes[2 * n + 1] = (byte) (words[n] >> 8);
        }
        return bytes;
    }

    /// An overlay of one frame that has its bits with it; empty where it makes no sense.
    public Optional<BitPlane> plane() {
        if (!hasSize() || corner().isEmpty() || frames().orElse(1) != 1) {
            return Optional.empty();
        }
        byte[] data = data();
        return data.length * 8L < (long) columns() * rows()
                ? Optional.empty()
                : Optional.of(plane(corner().get(), BitSet.valueOf(data)));
    }

    BitPlane plane(Corner at, BitSet bits) {
        return new BitPlane(at.left(), at.top(), columns(), rows(), bits);
    }
}
