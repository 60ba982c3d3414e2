// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

/// How much JSON may be: bytes in all, levels of nesting, bytes of one string as it is spelled.
public record JsonLimits(int bytes, int depth, int string) {
    /// Of a statement.
    public static final JsonLimits STATEMENT = new JsonLimits(256 << 10, 16, 4 << 10);

    /// Of an envelope around a statement: its payload is one string.
    public static final JsonLimits ENVELOPE = new JsonLimits(512 << 10, 4, 400 << 10);
}
