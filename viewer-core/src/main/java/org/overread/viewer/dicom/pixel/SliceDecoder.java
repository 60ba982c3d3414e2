// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;
import org.overread.viewer.dicom.value.Rescale;

/// Decodes slices of one volume straight into their arrays. One thread uses a decoder.
final class SliceDecoder {
    private final FrameBytes plain;
    private final CompressedSlices compressed;
    private final ColourSlices colours;

    SliceDecoder(PlainFiles plainFiles, CompressedFiles files) {
        plain = new FrameBytes(plainFiles);
        compressed = new CompressedSlices(files);
        colours = new ColourSlices(plain, compressed);
    }

    /// Values of the narrow types; false where one of them does not fit between `lowest` and `lowest` + 65535.
    boolean decode(SliceSource slice, short[] target, int lowest) throws IOException {
        PixelLayout layout = slice.layout();
        if (slice.table().isPresent()) {
            return each(samples(slice), slice, target, lowest);
        }
        switch (layout.packing()) {
            case Packing.Encapsulated packing when CompressedSlices.isStraight(layout, packing) -> {
                compressed.decode(slice, packing, target);
                return rescale(target, slice, layout.bitsStored() - 1, lowest);
            }
            case Packing.Plain _, Packing.Deflated _ when isInBulk(layout) -> {
                plain.read(slice, target);
                return rescale(target, slice, layout.highBit(), lowest);
            }
            case Packing _ -> {
                return each(samples(slice), slice, target, lowest);
            }
        }
    }

    private static boolean isInBulk(PixelLayout layout) {
        return layout.bitsAllocated() == 16 && layout.rowBytes() == 2L * layout.columns();
    }

    /// Stored numbers, the topmost at `highBit`, to values in their place.
    private static boolean rescale(short[] values, SliceSource slice, int highBit, int lowest) {
        PixelLayout layout = slice.layout();
        long slope = Math.round(slice.rescale().slope());
        long intercept = Math.round(slice.rescale().intercept());
        boolean sameType = layout.sample() == (lowest < 0 ? Sample.SIGNED : Sample.UNSIGNED);
        if (layout.bitsStored() == 16 && sameType && slope == 1 && intercept == 0) {
            return true;
        }
        int toTop = 31 - highBit;
        int fromTop = 32 - layout.bitsStored();
        boolean signed = layout.sample() == Sample.SIGNED;
        if (slope == 1) { // with intercepts below 2^30 all sums fit an int
            int shift = (int) intercept;
            return signed
                    ? shiftSigned(values, toTop, fromTop, shift, lowest)
                    : shiftUnsigned(values, toTop, fromTop, shift, lowest);
        }
        long outside = 0;
        for (int n = 0; n < values.length; n++) {
            int top = values[n] << toTop;
            long value = (signed ? top >> fromTop : top >>> fromTop) * slope + intercept;
            outside |= value - lowest;
            values[n] = (short) value;
        }
        return (outside & ~0xffffL) == 0;
    }

    // two loops with nothing to decide in them: the compiler makes vectors of them

    private static boolean shiftSigned(
            short[] values, int toTop, int fromTop, int shift, int lowest) {
        int outside = 0;
        for (int n = 0; n < values.length; n++) {
            int value = (values[n] << toTop >> fromTop) + shift;
            outside |= value - lowest;
            values[n] = (short) value;
        }
        return (outside & ~0xffff) == 0;
    }

    private static boolean shiftUnsigned(
            short[] values, int toTop, int fromTop, int shift, int lowest) {
        int outside = 0;
        for (int n = 0; n < values.length; n++) {
            int value = (values[n] << toTop >>> fromTop) + shift;
            outside |= value - lowest;
            values[n] = (short) value;
        }
        return (outside & ~0xffff) == 0;
    }

    private static boolean each(
            StoredSamples samples, SliceSource slice, short[] target, int lowest) {
        PixelLayout layout = slice.layout();
        long slope = Math.round(slice.rescale().slope());
        long intercept = Math.round(slice.rescale().intercept());
        long outside = 0;
        int n = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                long value = samples.whole(row, column) * slope + intercept;
                outside |= value - lowest;
                target[n++] = (short) value;
            }
        }
        return (outside & ~0xffffL) == 0;
    }

    /// Values of any kind; sums and products are made in double precision. What was finite stays so, or is refused.
    void decode(SliceSource slice, float[] target) throws IOException {
        PixelLayout layout = slice.layout();
        Rescale rescale = slice.rescale();
        StoredSamples samples = samples(slice);
        boolean beyond = false;
        int n = 0;
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double stored = samples.number(row, column);
                float value = (float) rescale.apply(stored);
                beyond |= Float.isInfinite(value) && Double.isFinite(stored);
                target[n++] = value;
            }
        }
        if (beyond) {
            throw new DicomReadException(
                    new SkipReason.UnsupportedPixels(
                            "a value is larger than floating point numbers of 32 bits can be"));
        }
    }

    /// Colours, packed.
    void decode(SliceSource slice, int[] target) throws IOException {
        colours.decode(slice, target);
    }

    private StoredSamples samples(SliceSource slice) throws IOException {
        PixelLayout layout = slice.layout();
        StoredSamples stored =
                switch (layout.packing()) {
                    case Packing.Plain _, Packing.Deflated _ ->
                            StoredSamples.of(plain.read(slice), layout);
                    case Packing.Encapsulated packing ->
                            StoredSamples.of(compressed.decode(slice, packing), layout);
                };
        return slice.table().map(stored::through).orElse(stored);
    }
}
