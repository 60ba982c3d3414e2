// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.nio.ByteOrder;

/// How the samples of one slice lie in its file. `offset` is the slice's first byte: in the file, in the inflated data
/// set or in the decoded frame, as `packing` says; `rowBytes` leads from row to row, of one plane where channels have
/// planes of their own.
public record PixelLayout(
        int columns,
        int rows,
        int bitsAllocated,
        int bitsStored,
        int highBit,
        Sample sample,
        ByteOrder order,
        Packing packing,
        long offset,
        long rowBytes,
        Photometry photometry) {

    /// What one sample is.
    public enum Sample {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    public int bytesPerSample() {
        return bitsAllocated / 8;
    }

    public boolean isFloat() {
        return sample == Sample.FLOAT;
    }

    /// The smallest number that the stored bits can hold.
    public double lowest() {
        return sample == Sample.SIGNED ? -Math.scalb(1.0, bitsStored - 1) : 0;
    }

    /// The largest number that the stored bits can hold.
    public double highest() {
        return Math.scalb(1.0, sample == Sample.SIGNED ? bitsStored - 1 : bitsStored) - 1;
    }

    /// Whether pixels are colours.
    public boolean isColour() {
        return !(photometry instanceof Photometry.Grey);
    }

    /// From one frame to the next.
    public long frameBytes() {
        boolean planes =
                photometry instanceof Photometry.Channels(_, var arrangement)
                        && arrangement == Photometry.Arrangement.BY_PLANE;
        return rowBytes * rows * (planes ? 3 : 1);
    }

    /// From the first to the last byte of the frame.
    long spanBytes() {
        if (photometry instanceof Photometry.Channels) {
            return frameBytes(); // tiles are grey
        }
        return rowBytes * (rows - 1) + (long) columns * bytesPerSample();
    }

    /// One tile of the frame.
    public PixelLayout tile(int tileColumns, int tileRows, int atColumn, int atRow) {
        return new PixelLayout(
                tileColumns,
                tileRows,
                bitsAllocated,
                bitsStored,
                highBit,
                sample,
                order,
                packing,
                offset + atRow * rowBytes + (long) atColumn * bytesPerSample(),
                rowBytes,
                photometry);
    }

    public PixelLayout withOffset(long newOffset) {
        return new PixelLayout(
                columns,
                rows,
                bitsAllocated,
                bitsStored,
                highBit,
                sample,
                order,
                packing,
                newOffset,
                rowBytes,
                photometry);
    }
}
