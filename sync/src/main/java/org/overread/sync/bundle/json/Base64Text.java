// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.util.Base64;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;

/// Bytes as base64 with padding, in the one way there is: no white space, no other alphabet, no bits to spare.
public final class Base64Text {
    private Base64Text() {}

    public static String of(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    /// The bytes; empty where the text is spelled in another way.
    public static Optional<Bytes> parse(String text) {
        try {
            Bytes bytes = Bytes.handedOver(Base64.getDecoder().decode(text));
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
