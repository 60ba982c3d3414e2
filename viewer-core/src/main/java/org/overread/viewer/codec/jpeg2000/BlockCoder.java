// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// Decodes code-blocks, one after the other, into an array of its own.
sealed interface BlockCoder permits MqBlockCoder, HighThroughputBlockCoder {

    /// Decodes a block of a band. The result's rows are as long as the block is wide; a value
    /// has its sign in bit 31 and below it twice the magnitude, whose last known bit is followed by a 1 that stands for
    /// the middle of what is not known; 0 where nothing is known. It holds until the next call.
    int[] decode(CodeBlock block, byte[] tile, Band band) throws BrokenPictureException;
}
