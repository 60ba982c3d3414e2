// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.label;

/// How sure a reader is of a label. Nobody but the reader says it: a label that has not been rated has none.
public sealed interface Confidence {

    /// From 1, hardly sure, to 5, certain.
    record Rated(int level) implements Confidence {
        public Rated {
            if (level < 1 || level > 5) {
                throw new IllegalArgumentException(
                        "A confidence of %d; it must be 1 to 5.".formatted(level));
            }
        }
    }

    /// The images do not let a reader say.
    record NotAssessable() implements Confidence {}
}
