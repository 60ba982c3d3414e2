// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.io.IOException;
import java.time.Duration;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.work.TimeLimit;
import org.overread.viewer.work.TimeLimitExceededException;

/// What one file may cost, whatever it claims: beyond that it is refused like any other that cannot be read.
final class Bounds {
    /// A header takes a tenth of a millisecond, on a slow share some hundred.
    static final Duration HEADER = Duration.ofSeconds(30);

    /// The largest honest slices take seconds.
    static final Duration SLICE = Duration.ofMinutes(2);

    private Bounds() {}

    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /// The reading's own refusal, or one for the time or the memory that it took.
    static <T> T within(Duration most, Reading<T> reading) throws IOException {
        try {
            return TimeLimit.<T, IOException>within(most, reading::read);
        } catch (TimeLimitExceededException e) {
            throw new DicomReadException(new SkipReason.TooSlow(e.limit()), e);
        } catch (OutOfMemoryError e) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("there is too little memory left to read it"), e);
        }
    }
}
