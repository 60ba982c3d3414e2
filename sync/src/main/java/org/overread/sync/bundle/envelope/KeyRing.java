// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.envelope;

import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;

/// Keys that are known by their ids.
@FunctionalInterface
public interface KeyRing {
    Optional<PublicKey> find(Digest id);
}
