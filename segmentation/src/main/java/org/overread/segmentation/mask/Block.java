// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.volume.BitBlock;

/// The voxels of a cube of 32 x 32 x 32, immutable: bit `i & 63` of word `(k * 32 + j) / 2`, two rows to a word.
///
/// An empty block does not exist: a mask leaves it out. Every full block is [#FULL]. Both are kept by [#of(long[])],
/// so two blocks that are the same object are equal, and most equal blocks of related masks are the same object.
public final class Block implements BitBlock {
    /// Voxels along each side.
    public static final int SIDE = BitBlock.SIDE;

    /// 64-bit words in a block.
    public static final int WORDS = BitBlock.WORDS;

    /// Every voxel of the cube.
    public static final Block FULL = full();

    private final long[] words;
    private final int count;

    // computed at most a few times over; the last write wins and all writes are equal
    private volatile byte @Nullable [] digest;

    private Block(long[] words, int count) {
        this.words = words;
        this.count = count;
    }

    private static Block full() {
        var words = new long[WORDS];
        Arrays.fill(words, -1);
        return new Block(words, WORDS * 64);
    }

    /// The block of these words, which are handed over and not changed afterwards; null where no bit is set.
    static @Nullable Block of(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return switch (count) {
            case 0 -> null;
            case WORDS * 64 -> FULL;
            default -> new Block(words, count);
        };
    }

    /// How many voxels are set; never 0.
    public int count() {
        return count;
    }

    @Override
    public boolean isFull() {
        return count == WORDS * 64;
    }

    /// Whether the two are one object, or both absent: a hint that costs nothing. Equal blocks may be two objects.
    @SuppressWarnings("ReferenceEquality") // identity is the question
    static boolean same(@Nullable Block a, @Nullable Block b) {
        return a == b;
    }

    /// Whether the voxel is set; indices within the cube.
    public boolean contains(int i, int j, int k) {
        return ((words[wordOf(j, k)] >>> bitOf(i, j)) & 1) != 0;
    }

    /// Word `n`: 32 voxels of an even row in the low half, of the next row in the high half.
    @Override
    public long word(int n) {
        return words[n];
    }

    /// A copy that may be changed.
    public long[] toWords() {
        return words.clone();
    }

    /// The number of the word that holds row `j` of slice `k`.
    public static int wordOf(int j, int k) {
        return (k * SIDE + j) >>> 1;
    }

    /// The bit of its word that voxel `i` of row `j` is.
    public static int bitOf(int i, int j) {
        return i + SIDE * (j & 1);
    }

    /// SHA-256 of the words, each written from its lowest byte on; computed when first asked for.
    public byte[] digest() {
        byte[] known = digest;
        if (known == null) {
            known = computeDigest();
            digest = known;
        }
        return known.clone();
    }

    private byte[] computeDigest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            var bytes = new byte[8];
            for (long word : words) {
                for (int b = 0; b < 8; b++) {
                    bytes[b] = (byte) (word >>> (8 * b));
                }
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Block block
                        && count == block.count
                        && Arrays.equals(words, block.words));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
