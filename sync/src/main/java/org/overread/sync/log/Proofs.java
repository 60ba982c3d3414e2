// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;

/// Makes and checks the proofs of RFC 6962 (checked as RFC 9162, sections 2.1.3.2 and 2.1.4.2, says).
public final class Proofs {
    /// No tree that can be counted needs more.
    public static final int LONGEST = 63;

    private Proofs() {}

    /// That a leaf is in a tree: the digests beside its way up.
    public static List<Digest> inclusion(long index, long size, TreeNodes nodes)
            throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf %d of %d".formatted(index, size));
        }
        var path = new ArrayList<Digest>();
        collect(index, 0, size, nodes, path);
        return List.copyOf(path);
    }

    private static void collect(
            long index, long from, long size, TreeNodes nodes, List<Digest> path)
            throws IOException {
        if (size == 1) {
            return;
        }
        long left = largestPowerBelow(size);
        if (index < left) {
            collect(index, from, left, nodes, path);
            path.add(root(from + left, size - left, nodes));
        } else {
            collect(index - left, from + left, size - left, nodes, path);
            path.add(root(from, left, nodes));
        }
    }

    /// That a tree continues a smaller one.
    public static List<Digest> consistency(long before, long size, TreeNodes nodes)
            throws IOException {
        if (before < 1 || before > size) {
            throw new IllegalArgumentException("sizes %d and %d".formatted(before, size));
        }
        var path = new ArrayList<Digest>();
        if (before < size) {
            collectOld(before, 0, size, true, nodes, path);
        }
        return List.copyOf(path);
    }

    private static void collectOld(
            long before, long from, long size, boolean whole, TreeNodes nodes, List<Digest> path)
            throws IOException {
        if (before == size) {
            if (!whole) {
                path.add(root(from, size, nodes));
            }
            return;
        }
        long left = largestPowerBelow(size);
        if (before <= left) {
            collectOld(before, from, left, whole, nodes, path);
            path.add(root(from + left, size - left, nodes));
        } else {
            collectOld(before - left, from + left, size - left, false, nodes, path);
            path.add(root(from, left, nodes));
        }
    }

    /// The digest over leaves `from` to `from + size - 1`; `from` is a multiple of the power of two that covers `size`.
    public static Digest root(long from, long size, TreeNodes nodes) throws IOException {
        if (size == 0) {
            return TreeHash.EMPTY;
        }
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.node(level, from >> level);
        }
        long left = largestPowerBelow(size);
        return TreeHash.node(root(from, left, nodes), root(from + left, size - left, nodes));
    }

    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    /// Checks that the leaf is in the tree of this size and digest.
    public static void checkInclusion(
            Digest leaf, long index, long size, Digest root, List<Digest> path)
            throws RefusedException {
        if (index < 0 || index >= size) {
            throw new RefusedException(LogFault.PROOF_INDEX);
        }
        long at = index;
        long last = size - 1;
        Digest node = leaf;
        for (Digest beside : path) {
            if (last == 0) {
                throw new RefusedException(LogFault.PROOF_LENGTH);
            }
            if ((at & 1) == 1 || at == last) {
                node = TreeHash.node(beside, node);
                while ((at & 1) == 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                node = TreeHash.node(node, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new RefusedException(LogFault.PROOF_LENGTH);
        }
        if (!node.equals(root)) {
            throw new RefusedException(LogFault.PROOF_WRONG);
        }
    }

    /// Checks that the larger tree continues the smaller one.
    public static void checkConsistency(
            long before, Digest rootBefore, long size, Digest root, List<Digest> path)
            throws RefusedException {
        if (before < 0 || before > size) {
            throw new RefusedException(LogFault.PROOF_INDEX);
        }
        if (before == size || before == 0) {
            if (!path.isEmpty()) {
                throw new RefusedException(LogFault.PROOF_LENGTH);
            }
            if (!rootBefore.equals(before == 0 ? TreeHash.EMPTY : root)) {
                throw new RefusedException(LogFault.CONSISTENCY_WRONG);
            }
            return;
        }
        if (path.isEmpty()) {
            throw new RefusedException(LogFault.PROOF_LENGTH);
        }
        long at = before - 1;
        long last = size - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        boolean power = Long.bitCount(before) == 1;
        Digest old = power ? rootBefore : path.getFirst();
        Digest now = old;
        for (Digest beside : path.subList(power ? 0 : 1, path.size())) {
            if (last == 0) {
                throw new RefusedException(LogFault.PROOF_LENGTH);
            }
            if ((at & 1) == 1 || at == last) {
                old = TreeHash.node(beside, old);
                now = TreeHash.node(beside, now);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                now = TreeHash.node(now, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new RefusedException(LogFault.PROOF_LENGTH);
        }
        if (!old.equals(rootBefore) || !now.equals(root)) {
            throw new RefusedException(LogFault.CONSISTENCY_WRONG);
        }
    }
}
