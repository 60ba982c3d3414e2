// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.front;

import java.util.Locale;
import org.overread.segmentation.mask.Mask;

/// How a front in the window stands.
public sealed interface FrontState {

    /// No bubble was put.
    record Waiting() implements FrontState {}

    /// There are bubbles, and nothing moved yet.
    record Ready(int bubbles) implements FrontState {}

    /// What the front holds after so many steps.
    record Moved(Mask mask, long steps, double millilitres, Space space, Pace pace)
            implements FrontState {
        Moved with(Pace other) {
            return new Moved(mask, steps, millilitres, space, other);
        }
    }

    /// Whether the front has all the space that it wants.
    enum Space {
        OPEN(""),
        /// It stands at the end of what is looked at around the bubbles, and the volume goes on.
        ENDS("  ·  at the end of its reach: put a bubble there");

        private final String words;

        Space(String words) {
            this.words = words;
        }
    }

    /// It does not work like this; a sentence.
    record Unable(String sentence) implements FrontState {}

    /// Whether the front moves.
    enum Pace {
        RUNNING("running; Space pauses"),
        PAUSED("paused; Space goes on, Enter keeps"),
        AT_REST("at rest; Space goes on, Enter keeps");

        private final String words;

        Pace(String words) {
            this.words = words;
        }
    }

    /// What the strip says.
    default String words() {
        return switch (this) {
            case Waiting _ ->
                    "Click to put a bubble; [ and ], or Alt and the wheel, change its size";
            case Ready(int bubbles) ->
                    bubbles == 1
                            ? "1 bubble  ·  Space starts"
                            : bubbles + " bubbles  ·  Space starts";
            case Unable(String sentence) -> sentence;
            case Moved moved ->
                    String.format(
                            Locale.ROOT,
                            "%.2f ml  ·  step %d  ·  %s%s",
                            moved.millilitres(),
                            moved.steps(),
                            moved.pace().words,
                            moved.space().words);
        };
    }
}
