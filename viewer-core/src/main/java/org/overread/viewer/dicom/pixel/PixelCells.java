// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.overread.viewer.codec.FrameDecoder;
import org.overread.viewer.codec.FrameLayout;
import org.overread.viewer.codec.FrameOutcome;
import org.overread.viewer.codec.TransferSyntax;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.DicomReadException;

/// The cells of a slice as its file has them, with the bits that are no part of its numbers: overlays of old lie there.
public final class PixelCells {
    private PixelCells() {}

    /// Whether a file still has those bits: uncompressed ones do, and of the compressed ones RLE, which packs whole cells.
    /// Other methods code the numbers alone.
    public static boolean areKept(SliceSource slice) {
        PixelLayout layout = slice.layout();
        long row = (long) layout.columns() * layout.bytesPerSample();
        return !layout.isColour()
                && !layout.isFloat()
                && layout.rowBytes() == row
                && switch (layout.packing()) {
                    case Packing.Plain _, Packing.Deflated _ -> true;
                    case Packing.Encapsulated packing ->
                            packing.syntax() == TransferSyntax.RLE_LOSSLESS
                                    && packing.pictureRows() == layout.rows();
                };
    }

    /// Rows from the top; only where they are kept.
    public static int[] read(SliceSource slice, Archives archives) throws IOException {
        return switch (slice.layout().packing()) {
            case Packing.Plain _, Packing.Deflated _ -> plain(slice, archives);
            case Packing.Encapsulated packing -> packed(slice, packing, archives);
        };
    }

    private static int[] plain(SliceSource slice, Archives archives) throws IOException {
        PixelLayout layout = slice.layout();
        ByteBuffer bytes = new FrameBytes(new PlainFiles(archives)).read(slice);
        int[] cells = new int[layout.columns() * layout.rows()];
        for (int n = 0; n < cells.length; n++) {
            cells[n] =
                    switch (layout.bitsAllocated()) {
                        case 8 -> bytes.get(n);
                        case 16 -> bytes.getShort(2 * n);
                        default -> bytes.getInt(4 * n);
                    };
        }
        return cells;
    }

    private static int[] packed(SliceSource slice, Packing.Encapsulated packing, Archives archives)
            throws IOException {
        PixelLayout layout = slice.layout();
        var whole =
                new FrameLayout(
                        new PictureSize(layout.columns(), layout.rows(), 1),
                        layout.bitsAllocated(),
                        layout.bitsAllocated(),
                        Signedness.UNSIGNED);
        int[] cells = new int[layout.columns() * layout.rows()];
        ByteBuffer frame = new CompressedFiles(archives).frame(slice, packing, new FrameRoom());
        return switch (new FrameDecoder().decode(packing.syntax(), whole, frame, cells)) {
            case FrameOutcome.Decoded _ -> cells;
            case FrameOutcome.Refused(var reason, String detail) ->
                    throw new DicomReadException(Undecoded.reason(reason, detail));
        };
    }
}
