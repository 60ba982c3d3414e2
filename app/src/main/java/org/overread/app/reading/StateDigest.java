// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.overread.segmentation.edit.Change;
import org.overread.segmentation.edit.Change.BlockChange;
import org.overread.segmentation.edit.Edit;
import org.overread.segmentation.edit.StepBytes;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Block;
import org.overread.sync.bundle.bytes.Digest;

/// A digest of all segments that follows an edit at the cost of the blocks that it touched: the sum of the digests of all
/// blocks, each with its segment and place, and the digest of the words. Equal states have equal digests, however they
/// were come by. Immutable.
///
/// It finds what a disk or a program got wrong; against somebody who wants two states to look the same, versions have
/// digests that are no sums.
final class StateDigest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final BigInteger voxels;
    private final Digest words;

    private StateDigest(BigInteger voxels, Digest words) {
        this.voxels = voxels;
        this.words = words;
    }

    /// Looks at every block.
    static StateDigest of(Segments segments) {
        BigInteger sum = BigInteger.ZERO;
        for (Segment segment : segments.list()) {
            var blocks = new BigInteger[] {BigInteger.ZERO};
            segment.mask()
                    .forEachBlock(
                            (n, block) -> blocks[0] = blocks[0].add(term(segment.id(), n, block)));
            sum = sum.add(blocks[0]);
        }
        return new StateDigest(sum.mod(MODULUS), words(segments));
    }

    /// Of the state that an edit led to from this one.
    StateDigest after(Edit edit, Segments now) {
        BigInteger sum = voxels;
        Digest said = words;
        for (Change change : edit.changes()) {
            switch (change) {
                case Change.Voxels(SegmentId id, var blocks) -> {
                    for (BlockChange block : blocks) {
                        if (block.before().isPresent()) {
                            sum = sum.subtract(term(id, block.index(), block.before().get()));
                        }
                        if (block.after().isPresent()) {
                            sum = sum.add(term(id, block.index(), block.after().get()));
                        }
                    }
                }
                case Change.Traits _, Change.Added _, Change.Removed _, Change.Reordered _ ->
                        said = words(now);
            }
        }
        return new StateDigest(sum.mod(MODULUS), said);
    }

    Digest digest() {
        MessageDigest sha = Digest.sha256();
        sha.update(words.toArray());
        sha.update(voxels.toByteArray());
        return Digest.wrap(sha.digest());
    }

    private static Digest words(Segments segments) {
        return Digest.ofBytes(StepBytes.words(segments));
    }

    private static BigInteger term(SegmentId id, int index, Block block) {
        MessageDigest sha = Digest.sha256();
        sha.update(ByteBuffer.allocate(8).putInt(id.number()).putInt(index).flip());
        sha.update(block.digest());
        return new BigInteger(1, sha.digest());
    }
}
