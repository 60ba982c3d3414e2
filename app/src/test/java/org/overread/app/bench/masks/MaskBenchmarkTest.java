// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.PeerLines;

/// What ITK's program says of itself.
final class MaskBenchmarkTest {
    private static final String SAID =
            """
            ConnectedThreshold 6                            0.253 s      66.3 Mvox/s(total)
               filled 4713423 (28.1%) -> 18.6 Mvox filled/s
            ConnectedComponent solid 6                      0.025 s     671.1 Mvox/s(total)
            ConnectedComponent speckle 6                    0.153 s     109.7 Mvox/s(total)
               objects 312919
            ConnectedComponent speckle 26                   0.160 s     104.9 Mvox/s(total)
            BinaryDilate ball r2                            0.530 s      31.7 Mvox/s(total)
            BinaryFillhole                                  0.920 s      18.2 Mvox/s(total)
            BinaryMedian r1                                 0.418 s      40.1 Mvox/s(total)
            SignedMaurer                                    0.466 s      36.0 Mvox/s(total)
            """;

    private static PeerLines peer(String figure) {
        return new PeerLines(List.of("itk"), MaskBenchmark.itkLines(), List.of(figure));
    }

    @Test
    void secondsAreReadForEachQuantityAndNoneWhereThePeerTakesNoPart() throws BenchFailedException {
        List<Double> expected =
                List.of(
                        253.0,
                        153.0,
                        160.0,
                        530.0,
                        920.0,
                        418.0,
                        466.0,
                        466.0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
        List<Double> found = peer("objects 312919").milliseconds(SAID);
        assertEquals(expected.size(), found.size());
        assertEquals(new MaskBenchmark().quantities().size(), found.size());
        for (int n = 0; n < expected.size(); n++) {
            assertEquals(expected.get(n), found.get(n), 1e-9);
        }
    }

    @Test
    void aMissingLineIsAFault() {
        String cut = SAID.replace("BinaryFillhole", "Binary");
        assertThrows(BenchFailedException.class, () -> peer("objects 312919").milliseconds(cut));
    }

    @Test
    void aFigureThatIsNotOursIsAFault() {
        assertThrows(BenchFailedException.class, () -> peer("objects 31291").milliseconds(SAID));
    }

    @Test
    void linesWithAPlusBetweenThemAreAdded() throws BenchFailedException {
        var peer =
                new PeerLines(List.of("itk"), List.of("BinaryFillhole+BinaryMedian r1"), List.of());
        assertEquals(1338, peer.milliseconds(SAID).getFirst(), 1e-9);
    }
}
