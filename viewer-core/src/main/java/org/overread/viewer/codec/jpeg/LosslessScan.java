// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.Picture;

/// One scan of the lossless process (T.81 Annex H): differences to one of seven predictions, modulo 2^16.
final class LosslessScan {
    private final Picture picture;
    private final ScanHeader header;
    private final int columns;
    private final int rows;
    private final int initial;

    LosslessScan(Picture picture, ScanHeader header) throws BrokenPictureException {
        this.picture = picture;
        this.header = header;
        columns = picture.size().columns();
        rows = picture.size().rows();
        if (header.first() < 1 || header.first() > 7 || header.low() >= picture.precision()) {
            throw BrokenPictureException.corrupt(
                    "lossless JPEG by predictor %d, shifted by %d"
                            .formatted(header.first(), header.low()));
        }
        initial = 1 << (picture.precision() - header.low() - 1);
    }

    void decode(EntropyReader in, Tables tables) throws BrokenPictureException {
        List<ScanHeader.Part> parts = header.parts();
        DifferenceTable[] codes = new DifferenceTable[parts.size()];
        int[][] planes = new int[parts.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new DifferenceTable(tables.dc(parts.get(i).dcTable()));
            planes[i] = picture.plane(parts.get(i).component());
        }
        int interval = tables.restartInterval();
        if (interval % columns != 0) {
            throw BrokenPictureException.unsupported("a lossless JPEG restart within a row");
        }
        int rowsToRestart = interval / columns;
        int restarts = 0;
        for (int row = 0; row < rows; row++) {
            boolean restarted = rowsToRestart > 0 && row > 0 && row % rowsToRestart == 0;
            if (restarted) {
                in.restart(restarts++);
            }
            if (codes.length == 1) {
                in.differences(codes[0], planes[0], row * columns, (row + 1) * columns);
            } else {
                readDifferences(in, codes, planes, row * columns);
            }
            in.requireWhole();
            for (int[] plane : planes) {
                predict(plane, row * columns, row == 0 || restarted);
            }
        }
        in.toMarker();
        if (header.low() > 0) {
            for (int[] plane : planes) {
                for (int i = 0; i < plane.length; i++) {
                    plane[i] <<= header.low();
                }
            }
        }
    }

    private void readDifferences(
            EntropyReader in, DifferenceTable[] codes, int[][] planes, int start)
            throws BrokenPictureException {
        for (int i = start; i < start + columns; i++) {
            for (int c = 0; c < codes.length; c++) {
                in.differences(codes[c], planes[c], i, i + 1);
            }
        }
    }

    /// Turns the differences of one row into samples; the row above has its samples already.
    private void predict(int[] plane, int start, boolean fromInitial) {
        int end = start + columns;
        if (fromInitial) {
            int left = initial;
            for (int i = start; i < end; i++) {
                left = (left + plane[i]) & 0xFFFF;
                plane[i] = left;
            }
            return;
        }
        int above = start - columns;
        int left = (plane[above] + plane[start]) & 0xFFFF;
        plane[start] = left;
        switch (header.first()) {
            case 1 -> {
                for (int i = start + 1; i < end; i++) {
                    left = (left + plane[i]) & 0xFFFF;
                    plane[i] = left;
                }
            }
            case 2 -> {
                for (int i = start + 1; i < end; i++) {
                    plane[i] = (plane[i - columns] + plane[i]) & 0xFFFF;
                }
            }
            case 3 -> {
                for (int i = start + 1; i < end; i++) {
                    plane[i] = (plane[i - columns - 1] + plane[i]) & 0xFFFF;
                }
            }
            default -> predictFromThree(plane, start, left);
        }
    }

    private void predictFromThree(int[] plane, int start, int firstOfRow) {
        int left = firstOfRow;
        int corner = plane[start - columns];
        for (int i = start + 1; i < start + columns; i++) {
            int above = plane[i - columns];
            int prediction =
                    switch (header.first()) {
                        case 4 -> left + above - corner;
                        case 5 -> left + ((above - corner) >> 1);
                        case 6 -> above + ((left - corner) >> 1);
                        default -> (left + above) >> 1;
                    };
            left = (prediction + plane[i]) & 0xFFFF;
            plane[i] = left;
            corner = above;
        }
    }
}
