// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg;

import org.overread.viewer.codec.picture.BrokenPictureException;

/// Reads the coefficients of one component's blocks in the order in which a scan codes them.
sealed interface BlockCoder permits SequentialCoder, ProgressiveCoder {

    /// Reads what the scan says of the block whose 64 coefficients begin at `block`.
    void decode(int block) throws BrokenPictureException;

    /// Forgets what it remembers between blocks.
    void restart();
}
