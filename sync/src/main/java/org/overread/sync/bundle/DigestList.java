// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import org.overread.sync.bundle.bytes.Digest;

/// Pairs of digests in the order in which they came, each first digest once; 68 bytes a pair and no objects, since a bundle
/// of 2 GiB names half a million blocks.
final class DigestList {
    private static final int WORDS = 8;
    private static final int CHUNK = 1024;

    private final int most;
    private final long[][] chunks;
    private int[] index = new int[64]; // position + 1; 0 is free
    private int count;

    DigestList(int most) {
        this.most = most;
        chunks = new long[(most - 1) / CHUNK + 1][];
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == most;
    }

    /// The position of a first digest, or -1.
    int find(Digest first) {
        return index[slot(first)] - 1;
    }

    void add(Digest first, Digest second) {
        if (isFull()) {
            throw new IllegalStateException("full: " + most);
        }
        if (chunks[count / CHUNK] == null) {
            chunks[count / CHUNK] = new long[CHUNK * WORDS];
        }
        put(2 * count, first);
        put(2 * count + 1, second);
        index[slot(first)] = ++count;
        if (count * 2 > index.length) {
            index = new int[index.length * 2];
            for (int n = 0; n < count; n++) {
                index[slot(first(n))] = n + 1;
            }
        }
    }

    Digest first(int position) {
        return get(2 * position);
    }

    Digest second(int position) {
        return get(2 * position + 1);
    }

    /// Where the digest is, or the free place where it would be. Words of a digest are evenly spread, and whoever wants
    /// them otherwise has to find SHA-256 values with many equal bits.
    private int slot(Digest first) {
        int mask = index.length - 1;
        int at = (int) (first.w1() ^ (first.w3() >>> 17)) & mask;
        while (index[at] != 0 && !first(index[at] - 1).equals(first)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void put(int half, Digest digest) {
        long[] chunk = chunks[half / 2 / CHUNK];
        int at = half % (2 * CHUNK) * 4;
        chunk[at] = digest.w0();
        chunk[at + 1] = digest.w1();
        chunk[at + 2] = digest.w2();
        chunk[at + 3] = digest.w3();
    }

    private Digest get(int half) {
        long[] chunk = chunks[half / 2 / CHUNK];
        int at = half % (2 * CHUNK) * 4;
        return new Digest(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]);
    }
}
