// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import org.overread.sync.bundle.bytes.Digest;

/// What a table says of one block.
public sealed interface BlockEntry {

    /// All values are this one; there is no object.
    record Uniform(int value) implements BlockEntry {}

    /// An object holds them. `content` is the digest of shape and runs, which does not depend on how they were
    /// compressed: blocks are equal where it is. `length` counts the object's bytes.
    record Stored(Digest object, Digest content, int length) implements BlockEntry {}
}
