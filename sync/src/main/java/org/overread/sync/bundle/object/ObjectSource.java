// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.io.IOException;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;

/// Where objects come from: a store, a bundle, a map in a test. What it hands out has been checked against its digest.
@FunctionalInterface
public interface ObjectSource {

    /// The object of this digest; empty where there is none.
    Optional<StoredObject> find(Digest digest) throws IOException;
}
