// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.overread.viewer.codec.picture.PictureSize;

/// The DCT coefficients of one component: 64 a block, row by row, blocks in reading order, padded to whole MCUs.
final class Coefficients {
    final short[] values;
    private final int blocksAcross;

    /// Samples of the component that belong to the picture.
    private final int columns;

    private final int rows;

    Coefficients(PictureSize size, FrameHeader frame, FrameHeader.Component component) {
        int maxAcross = frame.maxAcross();
        int maxDown = frame.maxDown();
        columns = Math.ceilDiv(size.columns() * component.across(), maxAcross);
        rows = Math.ceilDiv(size.rows() * component.down(), maxDown);
        blocksAcross = Math.ceilDiv(size.columns(), 8 * maxAcross) * component.across();
        int blocksDown = Math.ceilDiv(size.rows(), 8 * maxDown) * component.down();
        values = new short[Math.multiplyExact(Math.multiplyExact(blocksAcross, blocksDown), 64)];
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /// Blocks across that hold samples of the picture.
    int usedAcross() {
        return Math.ceilDiv(columns, 8);
    }

    /// Blocks down that hold samples of the picture.
    int usedDown() {
        return Math.ceilDiv(rows, 8);
    }

    /// Where the 64 values of a block begin.
    int offset(int blockColumn, int blockRow) {
        return (blockRow * blocksAcross + blockColumn) * 64;
    }
}
