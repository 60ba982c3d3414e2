// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.Arrays;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// A code-block: where its coefficients lie, and which bytes of the tile hold its passes.
final class CodeBlock {
    /// A length's bits to begin with.
    private static final int FIRST_LENGTH_BITS = 3;

    private static final int MAX_PASSES = 3 * 38 - 2;

    final Band band;

    /// In the coordinates of the band.
    final Area area;

    /// Bit planes above the first that is coded.
    int missingPlanes;

    boolean included;
    int passes;
    int lengthBits = FIRST_LENGTH_BITS;

    /// What the packet in hand adds.
    int newBytes;

    /// Codewords one after the other: passes, bytes.
    private int[] codewords = new int[4];

    private int codewordCount;

    /// Where contributions lie: start, length.
    private int[] pieces = new int[2];

    private int pieceCount;

    CodeBlock(Band band, Area area) {
        this.band = band;
        this.area = area;
    }

    int codewords() {
        return codewordCount;
    }

    int passesOf(int codeword) {
        return codewords[2 * codeword];
    }

    int bytesOf(int codeword) {
        return codewords[2 * codeword + 1];
    }

    int totalBytes() {
        int total = 0;
        for (int i = 0; i < pieceCount; i++) {
            total += pieces[2 * i + 1];
        }
        return total;
    }

    /// Adds passes to the last codeword, or begins one where `fresh` says so.
    void add(int newPasses, int bytes, boolean fresh) throws BrokenPictureException {
        if (passes + newPasses > MAX_PASSES) {
            throw BrokenPictureException.corrupt("a JPEG 2000 code-block of too many passes");
        }
        if (fresh || codewordCount == 0) {
            if (2 * codewordCount == codewords.length) {
                codewords = Arrays.copyOf(codewords, 2 * codewords.length);
            }
            codewordCount++;
        }
        codewords[2 * codewordCount - 2] += newPasses;
        codewords[2 * codewordCount - 1] += bytes;
        passes += newPasses;
    }

    void addPiece(int start, int length) {
        if (length == 0) {
            return;
        }
        if (2 * pieceCount == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * pieces.length);
        }
        pieces[2 * pieceCount] = start;
        pieces[2 * pieceCount + 1] = length;
        pieceCount++;
    }

    /// Copies all its bytes in a row.
    void copyTo(byte[] from, byte[] to) {
        int at = 0;
        for (int i = 0; i < pieceCount; i++) {
            System.arraycopy(from, pieces[2 * i], to, at, pieces[2 * i + 1]);
            at += pieces[2 * i + 1];
        }
    }
}
