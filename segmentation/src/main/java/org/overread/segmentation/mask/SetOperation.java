// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask;

import org.jspecify.annotations.Nullable;

/// Two masks into one, block by block, 64 voxels at a time.
enum SetOperation {
    UNION {
        @Override
        long words(long a, long b) {
            return a | b;
        }
    },
    INTERSECTION {
        @Override
        long words(long a, long b) {
            return a & b;
        }
    },
    DIFFERENCE {
        @Override
        long words(long a, long b) {
            return a & ~b;
        }
    },
    XOR {
        @Override
        long words(long a, long b) {
            return a ^ b;
        }
    };

    abstract long words(long a, long b);

    Mask apply(Mask a, Mask b) {
        requireSameGrid(a, b);
        var blocks = new @Nullable Block[a.grid().count()];
        for (int n = 0; n < blocks.length; n++) {
            blocks[n] = blocks(a.blockOrNull(n), b.blockOrNull(n));
        }
        return new Mask(a.grid(), blocks);
    }

    static void requireSameGrid(Mask a, Mask b) {
        if (!a.grid().equals(b.grid())) {
            throw new IllegalArgumentException(
                    "masks of different volumes: %s and %s".formatted(a.size(), b.size()));
        }
    }

    private @Nullable Block blocks(@Nullable Block a, @Nullable Block b) {
        if (Block.same(a, b)) {
            return words(-1, -1) == 0 ? null : a;
        }
        if (a == null) {
            return words(0, -1) == 0 ? null : b;
        }
        if (b == null) {
            return words(-1, 0) == 0 ? null : a;
        }
        var words = new long[Block.WORDS];
        boolean likeA = true;
        boolean likeB = true;
        for (int n = 0; n < words.length; n++) {
            words[n] = words(a.word(n), b.word(n));
            likeA &= words[n] == a.word(n);
            likeB &= words[n] == b.word(n);
        }
        // keep what was there: its digest is known and later comparisons see one object
        return likeA ? a : likeB ? b : Block.of(words);
    }
}
