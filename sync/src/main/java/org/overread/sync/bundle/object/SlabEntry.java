// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.object;

import java.util.Optional;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Digest;

/// What a statement says of one slab.
public sealed interface SlabEntry {

    /// All values of the slab are this one; there is no table.
    record Uniform(int value) implements SlabEntry {}

    /// This table lists the blocks.
    record Listed(Digest table) implements SlabEntry {}

    Pattern UNIFORM = Pattern.compile("u:(0|[1-9][0-9]{0,4})");

    /// As statements spell it: `u:0` or the digest.
    default String text() {
        return switch (this) {
            case Uniform(int value) -> "u:" + value;
            case Listed(Digest table) -> table.toString();
        };
    }

    static Optional<SlabEntry> parse(String text, ValueType type) {
        if (UNIFORM.matcher(text).matches()) {
            int value = Integer.parseInt(text, 2, text.length(), 10);
            return value > type.largest() ? Optional.empty() : Optional.of(new Uniform(value));
        }
        return Digest.parse(text).map(Listed::new);
    }
}
