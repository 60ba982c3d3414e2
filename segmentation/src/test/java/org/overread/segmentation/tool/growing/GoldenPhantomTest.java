// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.Volume;

/// Counts that ITK 5.2.1 finds on the same phantom.
final class GoldenPhantomTest {
    private static final Volume P128 = Phantom.nested(128);
    private static final Volume P256 = Phantom.nested(256);

    private static List<Seed> center(int n) {
        return List.of(new Seed.Point(n / 2, n / 2, n / 2));
    }

    @Test
    void connectedThresholdFindsWhatItkFinds() throws InterruptedException {
        String[] range = {"lower=-100", "upper=300"};
        assertEquals(589_015, mask("connected-threshold", P128, center(128), range).count());
        assertEquals(4_713_423, mask("connected-threshold", P256, center(256), range).count());
    }

    @Test
    void neighborhoodConnectedFindsWhatItkFinds() throws InterruptedException {
        assertEquals(
                4_504_965,
                mask(
                                "neighborhood-connected",
                                P256,
                                center(256),
                                "lower=-100",
                                "upper=300",
                                "radius=1")
                        .count());
    }

    @Test
    void confidenceConnectedFindsWhatItkFinds() throws InterruptedException {
        var found =
                segmented(
                        "confidence-connected",
                        P256,
                        center(256),
                        "multiplier=2.5",
                        "iterations=4",
                        "radius=2");
        assertEquals(329_443, found.regions().getFirst().mask().count());
        assertEquals(119.506, number(found, "mean"), 5e-4);
        assertEquals(85.347, number(found, "variance"), 5e-4);
    }
}
