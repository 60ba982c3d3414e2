// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// The tree of RFC 6962: leaves and inner nodes are hashed with different first bytes, so that neither passes for the
/// other; the left side of every node is a full tree.
public final class TreeHash {
    /// The digest of a tree without leaves.
    public static final Digest EMPTY = Digest.ofBytes(new byte[0]);

    private TreeHash() {}

    public static Digest leaf(Bytes entry) {
        MessageDigest sha = Digest.sha256();
        sha.update((byte) 0);
        entry.addTo(sha);
        return Digest.wrap(sha.digest());
    }

    public static Digest node(Digest left, Digest right) {
        return node(Digest.sha256(), left, right);
    }

    static Digest node(MessageDigest sha, Digest left, Digest right) {
        sha.update((byte) 1);
        sha.update(left.toArray());
        sha.update(right.toArray());
        return Digest.wrap(sha.digest());
    }

    /// Grows leaf by leaf; keeps one digest a level.
    public static final class Growing {
        private final MessageDigest sha = Digest.sha256();
        private final List<Digest> peaks = new ArrayList<>(); // of full trees, largest first
        private long size;

        public void add(Digest leaf) {
            Digest node = leaf;
            for (long bits = size; (bits & 1) != 0; bits >>= 1) {
                node = node(sha, peaks.removeLast(), node);
            }
            peaks.add(node);
            size++;
        }

        public long size() {
            return size;
        }

        /// The digest over all leaves so far.
        public Digest root() {
            if (peaks.isEmpty()) {
                return EMPTY;
            }
            Digest node = peaks.getLast();
            for (int n = peaks.size() - 2; n >= 0; n--) {
                node = node(sha, peaks.get(n), node);
            }
            return node;
        }
    }
}
