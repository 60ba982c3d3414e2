// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.codec.CodedColour;
import org.overread.viewer.codec.FrameDecoder;
import org.overread.viewer.codec.FrameLayout;
import org.overread.viewer.codec.FrameOutcome;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.pixel.PixelLayout.Sample;

/// Decodes compressed slices to stored numbers. One thread uses it.
final class CompressedSlices {
    private final CompressedFiles files;
    private final FrameDecoder decoder = new FrameDecoder();
    private final FrameRoom room = new FrameRoom();
    private int[] picture = new int[0];

    CompressedSlices(CompressedFiles files) {
        this.files = files;
    }

    /// Whether a frame is one slice whose numbers fit a short, bit for bit.
    static boolean isStraight(PixelLayout layout, Packing.Encapsulated packing) {
        return layout.bitsAllocated() <= 16
                && !isAnywhereInCell(layout, packing)
                && isWhole(layout, packing);
    }

    private static boolean isWhole(PixelLayout layout, Packing.Encapsulated packing) {
        return packing.pictureRows() == layout.rows()
                && layout.rowBytes()
                        == (long) layout.columns()
                                * layout.bytesPerSample()
                                * layout.photometry().samples();
    }

    /// RLE packs whole cells, and the header may put the number anywhere in them.
    private static boolean isAnywhereInCell(PixelLayout layout, Packing.Encapsulated packing) {
        return packing.syntax() == TransferSyntax.RLE_LOSSLESS
                && layout.highBit() != layout.bitsStored() - 1;
    }

    /// Only where it is straight.
    void decode(SliceSource slice, Packing.Encapsulated packing, short[] target)
            throws IOException {
        ByteBuffer frame = files.frame(slice, packing, room);
        check(
                decoder.decode(
                        packing.syntax(), frameLayout(slice.layout(), packing), frame, target));
    }

    /// What the codestream of a slice says its components are.
    CodedColour colour(SliceSource slice, Packing.Encapsulated packing) throws IOException {
        return packing.syntax() == TransferSyntax.RLE_LOSSLESS
                ? CodedColour.UNSAID
                : CodedColour.of(files.frame(slice, packing, room));
    }

    /// The stored numbers of a slice, rows from the top, samples of a pixel side by side; valid until the next call.
    int[] decode(SliceSource slice, Packing.Encapsulated packing) throws IOException {
        PixelLayout layout = slice.layout();
        FrameLayout frameLayout = frameLayout(layout, packing);
        int samples = (int) frameLayout.samples();
        if (picture.length < samples) {
            picture = new int[samples];
        }
        ByteBuffer frame = files.frame(slice, packing, room);
        check(decoder.decode(packing.syntax(), frameLayout, frame, picture));
        if (isAnywhereInCell(layout, packing)) {
            unpack(layout, samples);
        }
        if (!isWhole(layout, packing)) {
            cut(layout);
        }
        return picture;
    }

    private void unpack(PixelLayout layout, int samples) {
        int toTop = 31 - layout.highBit();
        int fromTop = 32 - layout.bitsStored();
        boolean signed = layout.sample() == Sample.SIGNED;
        for (int n = 0; n < samples; n++) {
            int top = picture[n] << toTop;
            picture[n] = signed ? top >> fromTop : top >>> fromTop;
        }
    }

    /// Moves the rows of a tile to the front.
    private void cut(PixelLayout layout) {
        int from = (int) (layout.offset() / layout.bytesPerSample());
        int step = (int) (layout.rowBytes() / layout.bytesPerSample());
        for (int row = 0; row < layout.rows(); row++) {
            System.arraycopy(
                    picture, from + row * step, picture, row * layout.columns(), layout.columns());
        }
    }

    private static FrameLayout frameLayout(PixelLayout layout, Packing.Encapsulated packing) {
        int samples = layout.photometry().samples();
        int columns = (int) (layout.rowBytes() / layout.bytesPerSample() / samples);
        boolean cells = isAnywhereInCell(layout, packing);
        return new FrameLayout(
                new PictureSize(columns, packing.pictureRows(), samples),
                layout.bitsAllocated(),
                cells ? layout.bitsAllocated() : layout.bitsStored(),
                layout.sample() == Sample.SIGNED && !cells
                        ? Signedness.SIGNED
                        : Signedness.UNSIGNED);
    }

    private static void check(FrameOutcome outcome) throws DicomReadException {
        switch (outcome) {
            case FrameOutcome.Decoded _ -> {}
            case FrameOutcome.Refused(var reason, String detail) ->
                    throw new DicomReadException(Undecoded.reason(reason, detail));
        }
    }
}
