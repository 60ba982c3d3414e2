// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.PictureSize;
import org.overread.viewer.codec.picture.Signedness;

/// What SIZ says: the picture from (x0, y0) to (x1, y1) on the reference grid, cut into tiles that begin at
/// (tileX0, tileY0). Components are neither subsampled nor of different precision.
record ImageSize(
        int x0,
        int y0,
        int x1,
        int y1,
        int tileX0,
        int tileY0,
        int tileWidth,
        int tileHeight,
        int components,
        int precision,
        Signedness signedness) {

    /// More tiles than any encoder makes of pictures of this size.
    private static final int MAX_TILES = 65535;

    static ImageSize read(ByteReader in, PictureSize expected) throws BrokenPictureException {
        in.u16(); // capabilities: what is not supported shows elsewhere
        int x1 = coordinate(in);
        int y1 = coordinate(in);
        int x0 = coordinate(in);
        int y0 = coordinate(in);
        int tileWidth = coordinate(in);
        int tileHeight = coordinate(in);
        int tileX0 = coordinate(in);
        int tileY0 = coordinate(in);
        int components = in.u16();
        if (x1 - x0 != expected.columns()
                || y1 - y0 != expected.rows()
                || components != expected.components()) {
            throw BrokenPictureException.otherSize(
                    expected, "%d x %d x %d".formatted((long) x1 - x0, (long) y1 - y0, components));
        }
        if (tileWidth == 0
                || tileHeight == 0
                || tileX0 > x0
                || tileY0 > y0
                || (long) tileX0 + tileWidth <= x0
                || (long) tileY0 + tileHeight <= y0) {
            throw BrokenPictureException.corrupt("JPEG 2000 tiles beside the picture");
        }
        int first = 0;
        for (int c = 0; c < components; c++) {
            int depth = in.u8();
            if (in.u16() != 0x0101) {
                throw BrokenPictureException.unsupported("subsampling in JPEG 2000");
            }
            if (c > 0 && depth != first) {
                throw BrokenPictureException.unsupported("components of different precision");
            }
            first = depth;
        }
        int precision = (first & 0x7F) + 1;
        if (precision > 24) {
            throw BrokenPictureException.unsupported(
                    "a JPEG 2000 precision of " + precision + " bits");
        }
        ImageSize size =
                new ImageSize(
                        x0,
                        y0,
                        x1,
                        y1,
                        tileX0,
                        tileY0,
                        tileWidth,
                        tileHeight,
                        components,
                        precision,
                        first >= 0x80 ? Signedness.SIGNED : Signedness.UNSIGNED);
        if ((long) size.tilesAcross() * size.tilesDown() > MAX_TILES) {
            throw BrokenPictureException.corrupt("too many JPEG 2000 tiles");
        }
        return size;
    }

    private static int coordinate(ByteReader in) throws BrokenPictureException {
        long value = in.u32();
        if (value > Integer.MAX_VALUE) {
            // tiles are often said to be as large as numbers go
            return Integer.MAX_VALUE;
        }
        return (int) value;
    }

    int tilesAcross() {
        return (int) Math.ceilDiv((long) x1 - tileX0, (long) tileWidth);
    }

    int tilesDown() {
        return (int) Math.ceilDiv((long) y1 - tileY0, (long) tileHeight);
    }

    /// The part of the picture that a tile covers, on the reference grid.
    Area tile(int index) {
        long left = tileX0 + (long) (index % tilesAcross()) * tileWidth;
        long top = tileY0 + (long) (index / tilesAcross()) * tileHeight;
        return new Area(
                (int) Math.max(left, x0),
                (int) Math.max(top, y0),
                (int) Math.min(left + tileWidth, x1),
                (int) Math.min(top + tileHeight, y1));
    }
}
