// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// A term of a published vocabulary, such as SNOMED CT or RadLex: the scheme's designator, the value, and its meaning in
/// words.
public record Code(String scheme, String value, String meaning) {
    public Code {
        if (scheme.isBlank() || value.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException(
                    "A code has a scheme, a value and a meaning; here they are '%s', '%s', '%s'."
                            .formatted(scheme, value, meaning));
        }
    }
}
