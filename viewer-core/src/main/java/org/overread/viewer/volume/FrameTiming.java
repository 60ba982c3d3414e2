// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import java.util.List;
import java.util.stream.IntStream;

/// When the pictures of a film were taken: the third axis of such a volume is time, not space. Milliseconds after the
/// first picture, one number a picture, never descending.
public record FrameTiming(List<Double> startsMs) {
    public FrameTiming {
        startsMs = List.copyOf(startsMs);
        if (startsMs.size() < 2) {
            throw new IllegalArgumentException("a film of %d pictures".formatted(startsMs.size()));
        }
        for (int n = 1; n < startsMs.size(); n++) {
            if (!(startsMs.get(n) >= startsMs.get(n - 1))) { // negated so that NaN is refused too
                throw new IllegalArgumentException("time runs backwards: " + startsMs);
            }
        }
    }

    /// Pictures as far apart as each other.
    public static FrameTiming even(int frames, double intervalMs) {
        return new FrameTiming(IntStream.range(0, frames).mapToObj(n -> n * intervalMs).toList());
    }

    /// From picture to picture.
    public double meanIntervalMs() {
        return (startsMs.getLast() - startsMs.getFirst()) / (startsMs.size() - 1);
    }
}
