// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.formats.data.DataPart;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.data.RawSamples;
import org.overread.viewer.formats.data.SampleStream;
import org.overread.viewer.formats.outcome.LookOutcome;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.sample.StoredType;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.overread.viewer.work.TimeLimit;
import org.overread.viewer.work.TimeLimitExceededException;

/// Reading ends when its time is up. The tests give it none.
class TimeBoundsTest {
    private static final Duration NONE = Duration.ZERO;

    @TempDir Path folder;

    @Test
    void headerThatTakesTooLongIsRefused() throws IOException {
        Path file = new NiftiBytes().packedIn(folder);
        String name = String.valueOf(file.getFileName());
        assertEquals(
                new LookOutcome.Refused(new ReadRefusal.TooSlow(name, NONE)),
                TimeLimit.<LookOutcome, RuntimeException>within(NONE, () -> ImageFiles.look(file)));
        assertEquals(
                new ReadOutcome.Refused(new ReadRefusal.TooSlow(name, NONE)),
                TimeLimit.<ReadOutcome, RuntimeException>within(
                        NONE,
                        () -> ImageFiles.read(file, Progress.Listener.NONE, new CancelToken())));
    }

    @Test
    void packedSamplesLookAtTheTime() throws IOException {
        Path file = Files.write(folder.resolve("s.gz"), NiftiBytes.gzip(new byte[100]));
        try (var samples = new SampleStream(List.of(part(file, Coding.GZIP)))) {
            assertThrows(
                    TimeLimitExceededException.class,
                    () ->
                            TimeLimit.<Integer, Exception>within(
                                    NONE,
                                    () -> {
                                        samples.fill(new byte[100], 100);
                                        return 0;
                                    }));
        }
    }

    @Test
    void plainSamplesLookAtTheTime() throws IOException {
        Path file = Files.write(folder.resolve("s.raw"), new byte[100]);
        try (RawSamples samples = RawSamples.of(List.of(part(file, Coding.RAW))).orElseThrow()) {
            assertThrows(
                    TimeLimitExceededException.class,
                    () ->
                            TimeLimit.<Integer, Exception>within(
                                    NONE,
                                    () -> {
                                        samples.fill(0, new byte[100], 100);
                                        return 0;
                                    }));
        }
    }

    private static DataPart part(Path file, Coding coding) {
        return new DataPart(file, coding, 0, 0, 0, StoredType.UINT8, 100);
    }
}
