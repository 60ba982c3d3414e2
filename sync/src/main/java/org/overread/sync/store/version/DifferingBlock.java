// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.version;

import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.object.BlockShape;

/// A block in which two versions differ.
///
/// @param number of the block in its layers
/// @param before its values in the layers of labels of the one version, a layer after the other
/// @param after its values in those of the other
public record DifferingBlock(int number, BlockShape shape, List<Bytes> before, List<Bytes> after) {
    public DifferingBlock {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// What is done with one. Blocks come in the order of their numbers.
    @FunctionalInterface
    public interface Visitor {
        void visit(DifferingBlock block);
    }
}
