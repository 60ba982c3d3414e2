// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.FrameTiming;

/// Reads when the frames of a film were taken (DICOM PS3.3 C.7.6.5).
final class TimingReader {
    /// A day between two pictures is no film.
    private static final double LONGEST_MS = 86_400_000;

    private TimingReader() {}

    /// Empty where there is one frame, or nothing says how fast they follow one another.
    static Optional<FrameTiming> read(Attributes header, int frames) {
        if (frames < 2) {
            return Optional.empty();
        }
        List<Double> steps = header.numbers(TagNumbers.FRAME_TIME_VECTOR);
        if (steps.size() == frames
                && steps.stream().skip(1).allMatch(step -> step >= 0 && step < LONGEST_MS)) {
            return Optional.of(new FrameTiming(sums(steps)));
        }
        double step = header.number(TagNumbers.FRAME_TIME).orElse(0);
        if (!isStep(step)) {
            step = 1000 / header.number(TagNumbers.CINE_RATE).orElse(0);
        }
        if (!isStep(step)) {
            step = 1000 / header.number(TagNumbers.DISPLAY_RATE).orElse(0);
        }
        return isStep(step) ? Optional.of(FrameTiming.even(frames, step)) : Optional.empty();
    }

    private static boolean isStep(double ms) {
        return ms > 0 && ms < LONGEST_MS;
    }

    /// The first step leads to the first frame, from nowhere.
    private static List<Double> sums(List<Double> steps) {
        var starts = new ArrayList<Double>(steps.size());
        double at = 0;
        starts.add(at);
        for (int n = 1; n < steps.size(); n++) {
            at += steps.get(n);
            starts.add(at);
        }
        return starts;
    }
}
