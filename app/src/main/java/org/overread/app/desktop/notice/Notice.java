// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message for a person: what happened, what is safe, what to do next; each a short sentence, or empty.
public record Notice(Tone tone, String happened, String safe, String next, Optional<Offer> offer) {

    /// How it is meant. The word and the icon say it too, never the colour alone.
    public enum Tone {
        /// Proven or saved.
        GOOD("Done"),
        /// Needs a look.
        CAUTION("Please check"),
        /// Refused or lost.
        BAD("Not done");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Something that the program can do for the person at once.
    public record Offer(String label, Runnable run) {}

    public static Notice good(String happened) {
        return new Notice(Tone.GOOD, happened, "", "", Optional.empty());
    }

    public static Notice caution(String happened, String safe, String next) {
        return new Notice(Tone.CAUTION, happened, safe, next, Optional.empty());
    }

    public static Notice bad(String happened, String safe, String next) {
        return new Notice(Tone.BAD, happened, safe, next, Optional.empty());
    }

    public Notice withOffer(String label, Runnable run) {
        return new Notice(tone, happened, safe, next, Optional.of(new Offer(label, run)));
    }

    /// What is safe and what to do next, as one text.
    public String rest() {
        return Stream.of(safe, next)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean saysTheSameAs(Notice other) {
        return tone == other.tone && happened.equals(other.happened) && rest().equals(other.rest());
    }
}
