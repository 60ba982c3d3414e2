// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.PatientPoint;

/// Every tool against the truth of the sample study, drawn on small grids of its own: noise, soft edges and neighbours
/// of like values included.
final class GrowerTruthTest {
    private static final SampleOrgan SPLEEN =
            SampleOrgan.of("Spleen", new PatientPoint(95, 38, -42), 62, 80, 2, 4);
    private static final SampleOrgan KIDNEY =
            SampleOrgan.of("Left kidney", new PatientPoint(69, 44, -98), 44, 70, 1.6, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spleen|connected, leak cut|0.9",
                "Spleen|watershed|0.9",
                "Spleen|random walker|0.88",
                "Spleen|graph cut|0.88",
                "Spleen|grow from seeds|0.93",
                "Spleen|geodesic contour|0.8",
                "Spleen|region contour|0.86",
                "Left kidney|connected, near|0.9",
                "Left kidney|connected, leak cut|0.91",
                "Left kidney|confidence, near|0.85",
                "Left kidney|confidence, leak cut|0.9",
                "Left kidney|watershed|0.96",
                "Left kidney|random walker|0.95",
                "Left kidney|graph cut|0.87",
                "Left kidney|grow from seeds|0.95",
                "Left kidney|geodesic contour|0.93",
                "Left kidney|region contour|0.83"
            })
    void theOrganIsFound(String organ, String tool, double least) throws InterruptedException {
        SampleOrgan sample = organ.equals("Spleen") ? SPLEEN : KIDNEY;
        GrowerTruth.Line line = new GrowerTruth().run(tool, organ, sample);
        assertEquals(Optional.empty(), line.refusal());
        assertTrue(line.dice() >= least, line::toString);
    }

    @Test
    void everyToolIsCompared() {
        assertEquals(
                Toolbox.open().cards().stream()
                        .filter(ToolCard::isOurs)
                        .map(ToolCard::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(GrowerTruth.tools()));
    }
}
