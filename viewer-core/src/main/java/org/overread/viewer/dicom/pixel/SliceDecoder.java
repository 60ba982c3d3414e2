// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;
import org.overread.viewer.dicom.value.Rescale;

/// Decodes slices of one volume straight into their arrays. One thread uses a decoder.
public final class SliceDecoder {
    private final FrameBytes frames;

    public SliceDecoder(Archives archives) {
        frames = new FrameBytes(archives);
    }

    /// Values of the narrow types; false where one of them does not fit between `lowest` and `lowest` + 65535.
    public boolean decode(SliceSource slice, short[] target, int lowest) throws IOException {
        PixelLayout layout = slice.layout();
        ByteBuffer bytes = frames.read(slice);
        boolean inBulk = layout.bitsAllocated() == 16 && layout.rowBytes() == 2L * layout.columns();
        long slope = Math.round(slice.rescale().slope());
        long intercept = Math.round(slice.rescale().intercept());
        if (!inBulk) {
            return each(bytes, layout, target, slope, intercept, lowest);
        }
        bytes.asShortBuffer().get(target);
        boolean sameType = layout.sample() == (lowest < 0 ? Sample.SIGNED : Sample.UNSIGNED);
        if (layout.bitsStored() == 16 && sameType && slope == 1 && intercept == 0) {
            return true;
        }
        int toTop = 31 - layout.highBit();
        int fromTop = 32 - layout.bitsStored();
        unpack(target, layout.sample(), toTop, fromTop);
        return rescale(target, layout, slope, intercept, lowest);
    }

    /// Masks to the stored bits. Separate loops, so that the compiler makes vectors of them.
    private static void unpack(short[] values, Sample sample, int toTop, int fromTop) {
        if (fromTop == 16) {
            return; // all 16 bits count
        }
        if (sample == Sample.SIGNED) {
            for (int n = 0; n < values.length; n++) {
                values[n] = (short) (values[n] << toTop >> fromTop);
            }
        } else {
            for (int n = 0; n < values.length; n++) {
                values[n] = (short) (values[n] << toTop >>> fromTop);
            }
        }
    }

    private static boolean rescale(
            short[] values, PixelLayout layout, long slope, long intercept, int lowest) {
        int mask = layout.sample() == Sample.UNSIGNED ? 0xffff : -1;
        if (slope == 1) { // with intercepts below 2^30 all sums fit an int
            int shift = (int) intercept;
            int outside = 0;
            for (int n = 0; n < values.length; n++) {
                int value = (values[n] & mask) + shift;
                outside |= value - lowest;
                values[n] = (short) value;
            }
            return (outside & ~0xffff) == 0;
        }
        long outside = 0;
        for (int n = 0; n < values.length; n++) {
            long value = (values[n] & mask) * slope + intercept;
            outside |= value - lowest;
            values[n] = (short) value;
        }
        return (outside & ~0xffffL) == 0;
    }

    private static boolean each(
            ByteBuffer bytes,
            PixelLayout layout,
            short[] target,
            long slope,
            long intercept,
            int lowest) {
        var samples = new StoredSamples(bytes, layout);
        int step = layout.bytesPerSample();
        long outside = 0;
        int n = 0;
        for (int row = 0; row < layout.rows(); row++) {
            int at = (int) (row * layout.rowBytes());
            for (int column = 0; column < layout.columns(); column++, at += step) {
                long value = samples.whole(at) * slope + intercept;
                outside |= value - lowest;
                target[n++] = (short) value;
            }
        }
        return (outside & ~0xffffL) == 0;
    }

    /// Values of any kind; sums and products are made in double precision.
    public void decode(SliceSource slice, float[] target) throws IOException {
        PixelLayout layout = slice.layout();
        Rescale rescale = slice.rescale();
        var samples = new StoredSamples(frames.read(slice), layout);
        int step = layout.bytesPerSample();
        int n = 0;
        for (int row = 0; row < layout.rows(); row++) {
            int at = (int) (row * layout.rowBytes());
            for (int column = 0; column < layout.columns(); column++, at += step) {
                target[n++] = (float) rescale.apply(samples.number(at));
            }
        }
    }
}
