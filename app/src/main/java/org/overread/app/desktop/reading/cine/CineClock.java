// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.cine;

import java.util.Optional;
import org.overread.viewer.volume.FrameTiming;

/// Which picture is due: by the times of a film, or so many a second. Runs round. Immutable; milliseconds.
public record CineClock(int pictures, Optional<FrameTiming> timing, double picturesASecond) {

    public CineClock {
        if (pictures < 1 || !(picturesASecond > 0)) {
            throw new IllegalArgumentException(
                    "%d pictures, %s a second".formatted(pictures, picturesASecond));
        }
    }

    /// How fast the film was taken; what a stack of slices is shown at where nobody says.
    public static double natural(Optional<FrameTiming> timing, double otherwise) {
        return timing.map(FrameTiming::meanIntervalMs)
                .filter(interval -> interval > 0)
                .map(interval -> 1000 / interval)
                .orElse(otherwise);
    }

    /// The time at which a picture begins.
    public double startMs(int picture) {
        return timing.map(times -> times.startsMs().get(picture) / speed())
                .orElse(1000 * picture / picturesASecond);
    }

    /// The picture that is shown at a time after the first began.
    public int pictureAt(double ms) {
        double within = ms % lengthMs();
        if (timing.isEmpty()) {
            return Math.min(pictures - 1, (int) (within * picturesASecond / 1000 + 1e-9));
        }
        int shown = 0;
        while (shown + 1 < pictures && startMs(shown + 1) <= within + 1e-9) {
            shown++;
        }
        return shown;
    }

    /// How long one round takes; the last picture stays as long as the others do on average.
    public double lengthMs() {
        return timing.map(times -> (times.startsMs().getLast() + times.meanIntervalMs()) / speed())
                .filter(length -> length > 0)
                .orElse(1000 * pictures / picturesASecond);
    }

    /// Against the speed of the film itself.
    private double speed() {
        return picturesASecond / natural(timing, picturesASecond);
    }
}
