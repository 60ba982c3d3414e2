// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

import java.util.Optional;

/// Where a segment's first voxels came from, and what a person made of them. Empty texts say that nothing is known.
///
/// @param name of the tool, the model or the file's kind
/// @param digest of the model's or the imported file, in hexadecimal digits
/// @param dice of what was accepted against what was proposed; absent where nothing was proposed or nothing is decided
public record Provenance(
        Source source, String name, String version, String digest, Optional<Double> dice) {
    /// Drawn by a person.
    public static final Provenance HAND = new Provenance(Source.HAND, "", "", "", Optional.empty());

    /// Who made the first voxels.
    public enum Source {
        HAND,
        /// A tool that a person applied.
        TOOL,
        MODEL,
        /// A file of another program.
        IMPORT
    }

    public Provenance {
        if (dice.filter(d -> !(d >= 0 && d <= 1)).isPresent()) { // negated: NaN is refused too
            throw new IllegalArgumentException("a Dice of " + dice);
        }
    }

    public static Provenance of(Source source, String name) {
        return new Provenance(source, name, "", "", Optional.empty());
    }

    public Provenance withDice(double accepted) {
        return new Provenance(source, name, version, digest, Optional.of(accepted));
    }
}
