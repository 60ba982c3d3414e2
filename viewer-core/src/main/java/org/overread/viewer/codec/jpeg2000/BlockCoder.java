// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// Decodes code-blocks, in whatever order.
sealed interface BlockCoder permits MqBlockCoder, HighThroughputBlockCoder {
    /// Takes a decoded block. The rows of `values` are as long as the block is wide; a value
    /// has its sign in bit 31 and below it twice the magnitude, whose last known bit is followed by a 1 that stands for
    /// the middle of what is not known; 0 where nothing is known. They hold until it returns.
    interface Sink {
        void put(int[] values, CodeBlock block);
    }

    void decode(List<CodeBlock> blocks, byte[] tile, Sink sink) throws BrokenPictureException;
}
