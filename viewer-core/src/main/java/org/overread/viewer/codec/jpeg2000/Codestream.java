// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;
import org.overread.viewer.codec.picture.Fidelity;
import org.overread.viewer.codec.picture.Picture;
import org.overread.viewer.codec.picture.PictureSize;

/// One codestream (T.800 Annex A): its main header, its tile-parts, then its tiles one after the other.
final class Codestream {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    /// Bytes from the SOT marker to the end of its segment.
    private static final int SOT_BYTES = 12;

    /// What is gathered of a tile: its parameters, and where its packets lie.
    private static final class TileParts {
        final Parameters parameters;
        int start;
        int limit;
        int count;
        byte @Nullable [] joined;

        TileParts(Parameters parameters) {
            this.parameters = parameters;
        }

        void add(byte[] bytes, int from, int to) {
            if (count == 0) {
                start = from;
                limit = to;
            } else {
                byte[] before = joined == null ? bytes : joined;
                ByteArrayOutputStream all = new ByteArrayOutputStream(limit - start + to - from);
                all.write(before, start, limit - start);
                all.write(bytes, from, to - from);
                joined = all.toByteArray();
                start = 0;
                limit = joined.length;
            }
            count++;
        }
    }

    private final ByteReader in;
    private final PictureSize expected;
    private final WorkingMemory memory;

    Codestream(ByteReader in, PictureSize expected, WorkingMemory memory) {
        this.in = in;
        this.expected = expected;
        this.memory = memory;
    }

    Picture decode() throws BrokenPictureException {
        if (in.u16() != SOC || in.u16() != SIZ) {
            throw BrokenPictureException.corrupt("a JPEG 2000 codestream without its beginning");
        }
        ImageSize size = ImageSize.read(segment(), expected);
        Parameters main = new Parameters(size.components());
        int marker = in.u16();
        while (marker != SOT) {
            if (marker == SOD || marker == EOC || marker < 0xFF00) {
                throw BrokenPictureException.corrupt("a JPEG 2000 main header");
            }
            main.read(marker, segment(), false);
            marker = in.u16();
        }
        @Nullable TileParts[] tiles = new TileParts[size.tilesAcross() * size.tilesDown()];
        while (marker == SOT) {
            readTilePart(tiles, main);
            // the last marker may be missing
            marker = in.remaining() < 2 ? EOC : in.u16();
        }
        if (marker != EOC) {
            throw BrokenPictureException.corrupt("no JPEG 2000 tile-part where one is due");
        }
        Picture picture =
                memory.pictures()
                        .picture(expected, size.precision(), size.signedness(), Fidelity.LOSSLESS);
        boolean lossless = true;
        for (int i = 0; i < tiles.length; i++) {
            TileParts tile = tiles[i];
            if (tile == null) {
                throw BrokenPictureException.truncated("the JPEG 2000 picture: a tile is missing");
            }
            byte[] bytes = tile.joined == null ? in.array() : tile.joined;
            lossless &=
                    new TileDecoder(size, i, tile.parameters, picture, memory)
                            .decode(bytes, tile.start, tile.limit);
        }
        return lossless ? picture : picture.asLossy();
    }

    private ByteReader segment() throws BrokenPictureException {
        int length = in.u16();
        if (length < 2) {
            throw BrokenPictureException.corrupt("a JPEG 2000 segment of " + length + " bytes");
        }
        return in.slice(length - 2);
    }

    private void readTilePart(@Nullable TileParts[] tiles, Parameters main)
            throws BrokenPictureException {
        int begin = in.position() - 2;
        ByteReader header = segment();
        int index = header.u16();
        long length = header.u32();
        if (index >= tiles.length) {
            throw BrokenPictureException.corrupt("a JPEG 2000 tile-part of no tile");
        }
        long end = length == 0 ? endOfLast() : begin + length;
        if (end > in.limit()) {
            throw BrokenPictureException.truncated("a JPEG 2000 tile-part");
        }
        if (length != 0 && length < SOT_BYTES + 2) {
            throw BrokenPictureException.corrupt("a JPEG 2000 tile-part of " + length + " bytes");
        }
        TileParts tile = tiles[index];
        if (tile == null) {
            tile = new TileParts(new Parameters(main));
            tiles[index] = tile;
        }
        int marker = in.u16();
        while (marker != SOD) {
            if (marker == SOT || marker == EOC || marker < 0xFF00) {
                throw BrokenPictureException.corrupt("a JPEG 2000 tile-part header");
            }
            tile.parameters.read(marker, segment(), true);
            marker = in.u16();
        }
        if (in.position() > end) {
            throw BrokenPictureException.corrupt("a JPEG 2000 tile-part shorter than its header");
        }
        tile.add(in.array(), in.position(), (int) end);
        in.moveTo((int) end);
    }

    /// A last tile-part of unknown length goes to the end marker.
    private int endOfLast() {
        byte[] bytes = in.array();
        for (int at = in.limit() - 2; at > in.position(); at--) {
            if (bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) 0xD9) {
                return at;
            }
        }
        return in.limit();
    }
}
