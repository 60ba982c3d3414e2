// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.IOException;
import org.overread.sync.bundle.bytes.Digest;

/// Digests of full subtrees: number `index` of those with `2^level` leaves.
@FunctionalInterface
public interface TreeNodes {
    Digest node(int level, long index) throws IOException;
}
