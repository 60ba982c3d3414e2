// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.PatientPoint;

/// Every tool against the truth of the sample study, drawn on small grids of its own: noise, soft edges and neighbours
/// of like values included.
final class SampleOrganTest {
    private static final SampleOrgan SPLEEN =
            SampleOrgan.of("Spleen", new PatientPoint(95, 38, -42), 62, 80, 2, 4);
    private static final SampleOrgan KIDNEY =
            SampleOrgan.of("Left kidney", new PatientPoint(69, 44, -98), 44, 70, 1.6, 3);

    @ParameterizedTest
    @CsvSource({
        "Spleen,watershed,0.9,",
        "Spleen,random-walker,0.9,",
        "Spleen,graph-cut,0.88,",
        "Spleen,grow-from-seeds,0.93,",
        "Spleen,geodesic-contour,0.8,bubbleMm=3",
        "Spleen,region-contour,0.86,drive=around-seeds bubbleMm=3",
        "Left kidney,watershed,0.96,",
        "Left kidney,random-walker,0.95,",
        "Left kidney,graph-cut,0.87,",
        "Left kidney,grow-from-seeds,0.95,",
        "Left kidney,geodesic-contour,0.93,bubbleMm=3",
        "Left kidney,region-contour,0.83,drive=around-seeds bubbleMm=3",
        "Left kidney,connected-threshold,0.91,lower=135 upper=220 maxDistanceMm=35",
        "Left kidney,confidence-connected,0.9,multiplier=2.5 maxDistanceMm=35"
    })
    void theOrganIsFound(String organ, String tool, double least, String settings)
            throws InterruptedException {
        SampleOrgan sample = organ.equals("Spleen") ? SPLEEN : KIDNEY;
        var all = new ArrayList<String>();
        if (settings != null) {
            all.addAll(List.of(settings.split(" ", -1)));
        }
        Mask mask =
                segmented(tool, sample.volume(), sample.scribbles(), all.toArray(String[]::new))
                        .regions()
                        .getFirst()
                        .mask();
        assertTrue(
                sample.dice(mask) >= least,
                () ->
                        "Dice %.3f, %.1f ml of %.1f ml"
                                .formatted(
                                        sample.dice(mask),
                                        sample.millilitres(mask),
                                        sample.millilitres(sample.truth())));
    }
}
