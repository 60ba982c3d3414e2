// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;

/// A bright ball of radius 10 in noise, with a bright slab close by that must not be taken.
final class GrowAcrossTest {
    private static final GridSize SIZE = new GridSize(64, 60, 48);
    private static final double RADIUS = 10;

    private static boolean isIn(int i, int j, int k) {
        return Math.hypot(Math.hypot(i - 30, j - 28), k - 24) <= RADIUS;
    }

    private static Volume ball() {
        var random = new SplittableRandom(7);
        var values = new int[(int) SIZE.voxels()];
        int n = 0;
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    int tissue = isIn(i, j, k) || i > 50 ? 100 : 40;
                    values[n++] = tissue + random.nextInt(21) - 10;
                }
            }
        }
        return Phantom.of(SIZE, values);
    }

    private static Mask truth() {
        MaskEdit edit = Mask.empty(SIZE).edit();
        for (int k = 0; k < SIZE.k(); k++) {
            for (int j = 0; j < SIZE.j(); j++) {
                for (int i = 0; i < SIZE.i(); i++) {
                    if (isIn(i, j, k)) {
                        edit.set(i, j, k);
                    }
                }
            }
        }
        return edit.mask();
    }

    private static Seed line(int fromI, int toI, int j) {
        MaskEdit edit = Mask.empty(SIZE).edit();
        for (int i = fromI; i <= toI; i++) {
            edit.set(i, j, 24);
        }
        return new Seed.Stroke(1, edit.mask());
    }

    private static double dice(Mask found) {
        Mask truth = truth();
        return 2.0 * truth.intersection(found).count() / (truth.count() + found.count());
    }

    @Test
    void oneLineAcrossABallFindsTheBallAndNotItsNeighbour() throws InterruptedException {
        var found = segmented("grow-across", ball(), List.of(line(20, 40, 28)));
        assertTrue(dice(found.regions().getFirst().mask()) > 0.95, "Dice");
        assertEquals(21, number(found, "across"), 1e-9, "mm, the voxels at both ends whole");
    }

    @Test
    void aLineThatIsALittleTooLongOrTooShortFindsItToo() throws InterruptedException {
        assertTrue(dice(mask("grow-across", ball(), List.of(line(17, 43, 28)))) > 0.95);
        assertTrue(dice(mask("grow-across", ball(), List.of(line(22, 38, 28)))) > 0.95);
    }

    @Test
    void nothingIsAddedBeyondTheRoomAround() throws InterruptedException {
        Mask found = mask("grow-across", ball(), List.of(line(54, 63, 28)), "room=1.5");
        found.bounds()
                .ifPresent(
                        box -> {
                            // the slab goes on; the ball of 1.5 times 10 mm does not
                            assertTrue(box.lowJ() >= 28 - 8 && box.highJ() <= 28 + 8, box::toString);
                        });
        assertTrue(!found.isEmpty());
    }

    @Test
    void aSeedOutsideKeepsAPartOut() throws InterruptedException {
        MaskEdit half = Mask.empty(SIZE).edit();
        for (int j = 18; j < 26; j++) {
            for (int i = 24; i < 37; i++) {
                half.set(i, j, 24);
            }
        }
        Mask without =
                mask(
                        "grow-across",
                        ball(),
                        List.of(line(20, 40, 28), new Seed.Stroke(2, half.mask())));
        assertTrue(without.intersection(half.mask()).isEmpty());
    }

    @Test
    void aPointDoesNotSayHowLargeTheObjectIs() throws InterruptedException {
        assertTrue(
                refusal("grow-across", ball(), List.of(new Seed.Point(30, 28, 24)))
                        .startsWith("Draw a line across the object"));
        assertEquals(
                refusal("graph-cut", ball(), List.of(new Seed.Point(2, 1, 1, 1))),
                refusal("grow-across", ball(), List.of(new Seed.Point(2, 1, 1, 1))));
    }
}
