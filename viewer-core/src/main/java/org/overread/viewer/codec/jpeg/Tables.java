// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.overread.viewer.codec.picture.BrokenPictureException;
import org.overread.viewer.codec.picture.ByteReader;

/// The tables in force: each DHT, DQT and DRI replaces what it names, until the next.
final class Tables {
    /// Where the k-th coefficient in zigzag order lies in a block, row by row.
    static final int[] ZIGZAG = zigzag();

    private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];
    private final int[] @Nullable [] quantisation = new int[4][];
    private int restartInterval;

    void readHuffman(ByteReader in) throws BrokenPictureException {
        while (in.remaining() > 0) {
            int target = in.u8();
            if ((target & 0xEC) != 0) {
                throw BrokenPictureException.corrupt("a Huffman table for place " + target);
            }
            ((target & 0x10) == 0 ? dc : ac)[target & 3] = HuffmanTable.read(in);
        }
    }

    void readQuantisation(ByteReader in) throws BrokenPictureException {
        while (in.remaining() > 0) {
            int target = in.u8();
            if ((target & 0xEC) != 0) {
                throw BrokenPictureException.corrupt("a quantisation table for place " + target);
            }
            int[] steps = new int[64];
            for (int k = 0; k < 64; k++) {
                steps[ZIGZAG[k]] = target < 16 ? in.u8() : in.u16();
            }
            quantisation[target & 3] = steps;
        }
    }

    void readRestartInterval(ByteReader in) throws BrokenPictureException {
        restartInterval = in.u16();
    }

    /// MCUs between restart markers; 0 for none.
    int restartInterval() {
        return restartInterval;
    }

    HuffmanTable dc(int place) throws BrokenPictureException {
        return required(dc[place]);
    }

    HuffmanTable ac(int place) throws BrokenPictureException {
        return required(ac[place]);
    }

    int[] quantisation(int place) throws BrokenPictureException {
        return required(quantisation[place]);
    }

    private static <T> T required(@Nullable T table) throws BrokenPictureException {
        if (table == null) {
            throw BrokenPictureException.corrupt("a JPEG scan before its tables");
        }
        return table;
    }

    private static int[] zigzag() {
        int[] order = new int[64];
        int k = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int step = 0; step <= diagonal; step++) {
                int row = diagonal % 2 == 0 ? diagonal - step : step;
                int column = diagonal - row;
                if (row < 8 && column < 8) {
                    order[k++] = 8 * row + column;
                }
            }
        }
        return order;
    }
}
