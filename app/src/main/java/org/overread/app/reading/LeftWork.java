// SPDX-License-Identifier: Apache-2.0
package org.overread.app.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.edit.StepBytes;
import org.overread.segmentation.label.Segments;
import org.overread.sync.bundle.bytes.Digest;

/// A reading as it was left, in memory.
///
/// @param steps all that can be undone, then what can be redone
/// @param done how many of them are done
/// @param highest the highest number that a segment ever had
/// @param base the version that it continues
/// @param active work since that version
/// @param trouble what is missing and why, as a sentence
public record LeftWork(
        Segments segments,
        List<Step> steps,
        int done,
        int highest,
        Optional<Digest> base,
        Duration active,
        Optional<String> trouble) {
    public LeftWork {
        steps = List.copyOf(steps);
    }

    /// A step, and its line in the history.
    public record Step(StepBytes bytes, HistoryStep line) {}

    /// Nothing was done yet.
    public static LeftWork fresh(Segments segments) {
        int highest = segments.list().stream().mapToInt(s -> s.id().number()).max().orElse(0);
        return new LeftWork(
                segments, List.of(), 0, highest, Optional.empty(), Duration.ZERO, Optional.empty());
    }
}
