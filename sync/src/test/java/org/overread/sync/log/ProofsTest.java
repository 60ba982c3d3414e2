// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

/// Against the tree of the Certificate Transparency project's own tests: eight leaves, the roots of all sizes, some proofs.
final class ProofsTest {
    static final List<String> LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");
    static final List<String> ROOTS =
            List.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /// Straight from the definition, without tiles.
    private static final TreeNodes NODES =
            (level, index) -> Digest.wrap(hash(index << level, 1L << level));

    private static byte[] hash(long from, long size) {
        if (size == 1) {
            return leaf((int) from).toArray();
        }
        return TreeHash.node(
                        Digest.wrap(hash(from, size / 2)),
                        Digest.wrap(hash(from + size / 2, size / 2)))
                .toArray();
    }

    static Digest leaf(int index) {
        return TreeHash.leaf(
                index < 8 ? Bytes.hex(LEAVES.get(index)) : Bytes.utf8("leaf " + index));
    }

    private static Digest root(int size) throws IOException {
        return Proofs.root(0, size, NODES);
    }

    private static List<Digest> digests(String... hex) {
        return List.of(hex).stream().map(h -> Digest.ofHex(h).orElseThrow()).toList();
    }

    @Test
    void rootsAreThoseOfTheReferenceTree() throws IOException {
        var growing = new TreeHash.Growing();
        assertEquals(ROOTS.get(0), growing.root().hex());
        for (int size = 1; size <= 8; size++) {
            growing.add(leaf(size - 1));
            assertEquals(ROOTS.get(size), growing.root().hex());
            assertEquals(ROOTS.get(size), root(size).hex());
        }
    }

    @Test
    void inclusionProofsAreThoseOfTheReferenceTree() throws IOException {
        assertEquals(List.of(), Proofs.inclusion(0, 1, NODES));
        assertEquals(
                digests(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                Proofs.inclusion(0, 8, NODES));
        assertEquals(
                digests(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                Proofs.inclusion(5, 8, NODES));
        assertEquals(
                digests("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
                Proofs.inclusion(2, 3, NODES));
    }

    @Test
    void consistencyProofsAreThoseOfTheReferenceTree() throws IOException {
        assertEquals(
                digests(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
                Proofs.consistency(1, 8, NODES));
        assertEquals(
                digests(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                Proofs.consistency(6, 8, NODES));
        assertEquals(
                digests(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
                Proofs.consistency(2, 5, NODES));
    }

    @Test
    void everyProofOfSmallTreesHoldsAndEveryChangeOfOneFails()
            throws IOException, RefusedException {
        Digest other = Bytes.utf8("other").digest();
        for (int size = 1; size <= 33; size++) {
            Digest root = root(size);
            for (int index = 0; index < size; index++) {
                List<Digest> path = Proofs.inclusion(index, size, NODES);
                Proofs.checkInclusion(leaf(index), index, size, root, path);
                int at = index;
                int of = size;
                Refused.with(
                        LogFault.PROOF_WRONG,
                        () -> Proofs.checkInclusion(other, at, of, root, path));
                longerAndShorter(path, p -> Proofs.checkInclusion(leaf(at), at, of, root, p));
                for (int n = 0; n < path.size(); n++) {
                    var changed = new ArrayList<>(path);
                    changed.set(n, other);
                    Refused.with(
                            LogFault.PROOF_WRONG,
                            () -> Proofs.checkInclusion(leaf(at), at, of, root, changed));
                }
            }
            for (int before = 1; before <= size; before++) {
                List<Digest> path = Proofs.consistency(before, size, NODES);
                Digest old = root(before);
                Proofs.checkConsistency(before, old, size, root, path);
                int from = before;
                int to = size;
                Refused.with(
                        LogFault.CONSISTENCY_WRONG,
                        () -> Proofs.checkConsistency(from, other, to, root, path));
                longerAndShorter(path, p -> Proofs.checkConsistency(from, old, to, root, p));
            }
        }
    }

    private interface Check {
        void of(List<Digest> path) throws RefusedException;
    }

    private static void longerAndShorter(List<Digest> path, Check check) {
        var longer = new ArrayList<>(path);
        longer.add(TreeHash.EMPTY);
        Refused.with(LogFault.PROOF_LENGTH, () -> check.of(longer));
        if (!path.isEmpty()) {
            Refused.with(LogFault.PROOF_LENGTH, () -> check.of(path.subList(0, path.size() - 1)));
        }
    }

    @Test
    void placesBeyondTheTreeAreRefused() throws IOException {
        Digest root = root(5);
        Refused.with(
                LogFault.PROOF_INDEX, () -> Proofs.checkInclusion(leaf(0), 5, 5, root, List.of()));
        Refused.with(
                LogFault.PROOF_INDEX, () -> Proofs.checkInclusion(leaf(0), -1, 5, root, List.of()));
        Refused.with(
                LogFault.PROOF_INDEX, () -> Proofs.checkConsistency(6, root, 5, root, List.of()));
    }
}
