// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.mask;
import static org.overread.segmentation.tool.Calls.number;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Phantom;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Thresholds and counts that ITK 5.2.1 finds in the same three volumes of 64³.
final class ThresholdTest {
    private static final List<Volume> VOLUMES = List.of(nested(), shallow(), steep());

    private static Volume nested() {
        return Phantom.nested(64);
    }

    /// The air is as bright as fat.
    private static Volume shallow() {
        Volume nested = Phantom.nested(64);
        return changed(nested, (_, value) -> value < -500 ? value + 940 : value);
    }

    /// A parabola along i with a step.
    private static Volume steep() {
        return changed(
                Phantom.nested(64),
                (n, value) -> {
                    int i = n % 64;
                    return i * i / 8 + (value & 15) + (i > 40 ? 200 : 0);
                });
    }

    @FunctionalInterface
    private interface Change {
        int of(int n, int value);
    }

    private static Volume changed(Volume from, Change change) {
        var image = PlanarImgs.shorts(64, 64, 64);
        var old = (Voxels.Int16) from.voxels();
        for (int k = 0; k < 64; k++) {
            short[] to = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < to.length; n++) {
                to[n] = (short) change.of(n, old.slice(k)[n]);
            }
        }
        return Phantom.of(new GridSize(64, 64, 64), new Voxels.Int16(image));
    }

    @ParameterizedTest
    @CsvSource({
        "0,otsu,256,-984,73615", "0,huang,256,-986,79607", "0,intermodes,256,-519,73615",
        "0,isodata,256,-74,69214", "0,kittler,256,-869,73615", "0,li,256,-779,73615",
        "0,max-entropy,256,-47,28806", "0,moments,256,-74,69214", "0,renyi-entropy,256,-47,28806",
        "0,shanbhag,256,-47,28806", "0,triangle,256,-977,73615", "0,yen,256,-47,28806",
        "0,otsu,100,-981,73615", "0,huang,100,-987,85575", "0,intermodes,100,-20,25843",
        "0,isodata,100,-77,73615", "0,kittler,100,-872,73615", "0,li,100,-780,73615",
        "0,max-entropy,100,-54,39300", "0,moments,100,-77,73615", "0,renyi-entropy,100,-54,39300",
        "0,shanbhag,100,-43,25843", "0,triangle,100,-964,73615", "0,yen,100,-54,39300",
        "1,otsu,256,-44,25843", "1,huang,256,-45,25843", "1,isodata,256,24,25178",
        "1,kittler,256,-31,25843", "1,li,256,-21,25843", "1,max-entropy,256,-45,25843",
        "1,moments,256,26,23912", "1,renyi-entropy,256,-45,25843", "1,shanbhag,256,34,18631",
        "1,triangle,256,-51,70468", "1,yen,256,-45,25843", "1,intermodes,100,-7,25843",
        "1,kittler,100,-30,25843", "1,li,100,-20,25843", "1,triangle,100,-41,25843",
        "2,otsu,256,216,94208", "2,huang,256,212,95020", "2,intermodes,256,229,94208",
        "2,isodata,256,409,94208", "2,kittler,256,276,94208", "2,li,256,237,94208",
        "2,max-entropy,256,445,81184", "2,moments,256,415,92673", "2,renyi-entropy,256,281,94208",
        "2,shanbhag,256,479,68585", "2,triangle,256,51,183195", "2,yen,256,204,97330",
        "2,otsu,100,220,94208", "2,huang,100,216,94208", "2,intermodes,100,231,94208",
        "2,isodata,100,408,94208", "2,kittler,100,273,94208", "2,li,100,238,94208",
        "2,max-entropy,100,451,79382", "2,moments,100,415,92673", "2,renyi-entropy,100,273,94208",
        "2,shanbhag,100,479,68585", "2,triangle,100,231,94208", "2,yen,100,202,98315"
    })
    void thresholdsAreThoseOfItk(int volume, String method, int bins, int threshold, long above)
            throws InterruptedException {
        String[] settings = {"method=" + method, "bins=" + bins};
        var found = segmented("threshold", VOLUMES.get(volume), List.of(), settings);
        assertEquals(threshold, number(found, "threshold"));
        Mask bright = found.regions().getFirst().mask();
        assertEquals(above, bright.count());
        Mask dark =
                mask(
                        "threshold",
                        VOLUMES.get(volume),
                        List.of(),
                        settings[0],
                        settings[1],
                        "side=up-to");
        assertEquals(Mask.full(bright.size()), bright.union(dark));
        assertTrue(bright.intersection(dark).isEmpty());
    }

    /// ITK's multiple thresholds with 128 bins, cut towards zero.
    @ParameterizedTest
    @CsvSource({
        "0,2,-980,-44,0",
        "0,3,-980,-44,63",
        "1,2,-44,55,0",
        "1,3,-61,-44,55",
        "2,2,216,555,0",
        "2,3,88,216,555"
    })
    void severalThresholdsAreThoseOfItk(int volume, int count, int first, int second, int third)
            throws InterruptedException {
        var found =
                segmented(
                        "threshold",
                        VOLUMES.get(volume),
                        List.of(),
                        "method=otsu",
                        "bins=128",
                        "thresholds=" + count,
                        "wantedClass=1");
        assertEquals(first, number(found, "threshold 1"));
        assertEquals(second, number(found, "threshold 2"));
        if (count == 3) {
            assertEquals(third, number(found, "threshold 3"));
        }
        assertEquals(first + 1, number(found, "lower"));
        assertEquals(second, number(found, "upper"));
    }

    @Test
    void aHistogramThatNeverHasTwoPeaksIsRefused() throws InterruptedException {
        assertEquals(
                "The method intermodes finds no threshold in this histogram; choose another one.",
                refusal("threshold", VOLUMES.get(1), List.of(), "method=intermodes"));
    }

    @Test
    void realNumbersArePartedToo() throws InterruptedException {
        Volume reals =
                Phantom.of(
                        new GridSize(8, 1, 1),
                        0.1f,
                        0.2f,
                        0.15f,
                        Float.NaN,
                        0.9f,
                        1f,
                        Float.POSITIVE_INFINITY,
                        0.95f);
        var found = segmented("threshold", reals, List.of(), "method=otsu");
        assertEquals(4, found.regions().getFirst().mask().count());
        assertTrue(number(found, "threshold") > 0.2 && number(found, "threshold") < 0.9);
    }

    @Test
    void aFlatVolumeHasNothingToPart() throws InterruptedException {
        Volume flat = Phantom.of(new GridSize(3, 1, 1), 5, 5, 5);
        assertTrue(
                refusal("threshold", flat, List.of(), "method=li")
                        .startsWith("The voxels have one"));
        assertTrue(refusal("threshold", flat, List.of()).contains("choose a method"));
        assertTrue(
                refusal("threshold", flat, List.of(), "lower=2", "upper=1")
                        .startsWith("The range is empty"));
        assertEquals(3, mask("threshold", flat, List.of(), "lower=5", "upper=5").count());
    }

    @ParameterizedTest
    @CsvSource({"mean,2,0", "niblack,1,1", "sauvola,3,2", "niblack,40,9"})
    void theSurroundingsAreTheBoxAroundTheVoxel(String method, int radius, int slices)
            throws InterruptedException {
        var size = new GridSize(13, 9, 5);
        int[] values = new int[(int) size.voxels()];
        for (int n = 0; n < values.length; n++) {
            values[n] = n * 7919 % 211;
        }
        Volume volume = Phantom.of(size, values);
        Mask found =
                mask(
                        "local-threshold",
                        volume,
                        List.of(),
                        "method=" + method,
                        "radius=" + radius,
                        "sliceRadius=" + slices,
                        "k=0.3",
                        "range=100",
                        "offset=0.01");
        for (int n = 0; n < values.length; n++) {
            int i = n % 13;
            int j = n / 13 % 9;
            int k = n / 117;
            double sum = 0;
            double squares = 0;
            double count = 0;
            for (int dk = -slices; dk <= slices; dk++) {
                for (int dj = -radius; dj <= radius; dj++) {
                    for (int di = -radius; di <= radius; di++) {
                        int at =
                                (Math.clamp(k + dk, 0, 4) * 9 + Math.clamp(j + dj, 0, 8)) * 13
                                        + Math.clamp(i + di, 0, 12);
                        sum += values[at];
                        squares += (double) values[at] * values[at];
                        count++;
                    }
                }
            }
            double mean = sum / count;
            double deviation = Math.sqrt(squares / count - mean * mean);
            double threshold =
                    0.01
                            + switch (method) {
                                case "mean" -> mean;
                                case "niblack" -> mean + 0.3 * deviation;
                                default -> mean * (1 + 0.3 * (deviation / 100 - 1));
                            };
            assertEquals(values[n] > threshold, found.contains(i, j, k), "voxel " + n);
        }
    }
}
