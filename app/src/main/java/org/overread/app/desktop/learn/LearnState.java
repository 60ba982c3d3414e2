// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.Locale;

/// How learning from scribbles stands.
public sealed interface LearnState {

    /// Nothing was drawn.
    record Waiting() implements LearnState {}

    /// The first answer is on its way.
    record Working() implements LearnState {}

    /// Shown where panes show it; `unsure` is the share of voxels looked at whose label is hardly likelier than another.
    record Proposed(int inside, int outside, double unsure) implements LearnState {}

    /// All slices of the range are being segmented.
    record Segmenting() implements LearnState {}

    /// It does not work like this; a sentence.
    record Unable(String sentence) implements LearnState {}

    /// What the strip says.
    default String words() {
        return switch (this) {
            case Waiting _ -> "Draw inside; with Ctrl draw outside";
            case Working _ -> "Learning …";
            case Segmenting _ -> "Segmenting the slices …";
            case Unable(String sentence) -> sentence;
            case Proposed p ->
                    String.format(
                            Locale.ROOT,
                            "%.0f %% unsure  ·  %d voxels inside, %d outside",
                            100 * p.unsure(),
                            p.inside(),
                            p.outside());
        };
    }
}
