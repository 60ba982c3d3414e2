// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.overread.app.truth.TruthCase.Truth;
import org.overread.app.truth.TruthLine.Outcome;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.PatientVector;

/// The truth set sees a mistake where there is one: files that are not what the truth says they are.
class JudgeTest {
    private static TruthLine judged(BiConsumer<DataSet, Integer> change) throws Exception {
        return judged(change, Kind.REGULAR);
    }

    private static TruthLine judged(BiConsumer<DataSet, Integer> change, Kind verdict)
            throws Exception {
        TruthCase one =
                TruthCase.opened(
                        "test",
                        "changed",
                        folder -> {
                            for (BeadSlice slice : ValueCases.stack()) {
                                DataSet image = Ct.image(slice, Coding.USUAL);
                                change.accept(image, slice.number());
                                GeometryCases.write(folder, slice.number(), image);
                            }
                            return Truth.of(Part.of(ValueCases.stack(), verdict));
                        });
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            return TruthSet.judge(one, new Judge(pool), List.of());
        }
    }

    private static void assertMistake(TruthLine line) {
        assertEquals(Outcome.SILENT_MISTAKE, line.outcome(), line::words);
    }

    @Test
    void filesAsTheTruthSaysAreRight() throws Exception {
        assertEquals(Outcome.RIGHT, judged((_, _) -> {}).outcome());
    }

    @Test
    void aTenthOfAMillimetreIsAMistake() throws Exception {
        TruthLine line =
                judged(
                        (image, n) ->
                                Ct.place(
                                        image,
                                        ValueCases.stack()
                                                .get(n)
                                                .origin()
                                                .plus(new PatientVector(0.1, 0, 0))));

        assertMistake(line);
        assertEquals(0.1, line.errorMm(), 1e-6);
    }

    @Test
    void oneUnitIsAMistake() throws Exception {
        TruthLine line = judged((image, _) -> image.text(Ct.INTERCEPT, "DS", "-1023"));

        assertMistake(line);
        assertEquals(1, line.errorValue(), 1e-6);
    }

    @Test
    void mirroredRowsAreAMistake() throws Exception {
        assertMistake(judged((image, _) -> image.text(Ct.ORIENTATION, "DS", "-1\\0\\0\\0\\1\\0")));
    }

    @Test
    void exchangedSlicesAreAMistake() throws Exception {
        assertMistake(
                judged(
                        (image, n) ->
                                Ct.place(
                                        image,
                                        ValueCases.stack().get(n < 2 ? 1 - n : n).origin())));
    }

    @Test
    void exchangedSpacingIsAMistake() throws Exception {
        assertMistake(judged((image, _) -> image.text(Ct.SPACING, "DS", "0.8\\0.7")));
    }

    @Test
    void aVolumeTooManyIsAMistake() throws Exception {
        assertMistake(
                judged((image, n) -> image.text(0x0020_0052, "UI", n < 9 ? "2.25.1" : "2.25.2")));
    }

    @Test
    void aSliceThatIsLeftOutIsAMistake() throws Exception {
        assertMistake(judged((image, n) -> image.us(0x0028_0010, n == 3 ? 0 : BeadSlice.ROWS)));
    }

    @Test
    void aVerdictThatSaysNothingIsAMistake() throws Exception {
        assertMistake(judged((_, _) -> {}, Kind.GAPPED));
    }
}
