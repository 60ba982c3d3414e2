// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// Who a version says made it.
///
/// @param key the fingerprint of the person's key
/// @param sequence which of the key's statements it is
/// @param previous the key's statement before it
public record Author(Digest key, long sequence, Optional<Digest> previous) {

    /// Somebody without a key: the version names the person and cannot be signed.
    public static Author without(String person) {
        return new Author(Bytes.utf8("person " + person).digest(), 1, Optional.empty());
    }
}
