// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.trust;

import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Digest;

/// A digest as six words that two people can read to each other: 16 bits a word, consonants of four bits and vowels of two
/// in turn. 96 bits: nobody finds another key with the same words.
public final class Fingerprint {
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";
    private static final int WORDS = 6;

    private Fingerprint() {}

    public static List<String> words(Digest digest) {
        byte[] bytes = digest.toArray();
        var words = new ArrayList<String>(WORDS);
        for (int n = 0; n < WORDS; n++) {
            int bits = ((bytes[2 * n] & 0xFF) << 8) | (bytes[2 * n + 1] & 0xFF);
            words.add(
                    ""
                            + CONSONANTS.charAt(bits >>> 12)
                            + VOWELS.charAt((bits >>> 10) & 3)
                            + CONSONANTS.charAt((bits >>> 6) & 15)
                            + VOWELS.charAt((bits >>> 4) & 3)
                            + CONSONANTS.charAt(bits & 15));
        }
        return List.copyOf(words);
    }
}
