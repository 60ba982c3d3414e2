// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// A one-time code of 100 bits: 20 characters in groups of five, none of which is mistaken for another when it is read
/// aloud or typed (Crockford's alphabet). The code itself is never sent.
public record EnrolmentCode(String characters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;

    public EnrolmentCode {
        if (characters.length() != LENGTH
                || !characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not 20 characters of the alphabet");
        }
    }

    public static EnrolmentCode random(SecureRandom random) {
        var characters = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new EnrolmentCode(characters.toString());
    }

    /// As a person typed it: any case, with or without hyphens and spaces, o for 0, i and l for 1.
    public static Optional<EnrolmentCode> typed(String text) {
        String plain =
                text.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new EnrolmentCode(plain))
                : Optional.empty();
    }

    /// For people: `01234-56789-ABCDE-FGHJK`.
    public String text() {
        return characters.replaceAll("(.{5})(?=.)", "$1-");
    }

    /// Keeps the code out of logs.
    @Override
    public String toString() {
        return "EnrolmentCode[…]";
    }
}
