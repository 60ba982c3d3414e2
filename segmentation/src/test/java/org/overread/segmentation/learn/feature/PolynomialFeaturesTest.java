// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.segmentation.learn.feature.FeatureSettings.Extent;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// Derivatives are those of calculus, in millimetres, whatever the sides of a voxel: blurring adds a constant to a
/// quadratic function and nothing to a linear one.
final class PolynomialFeaturesTest {
    private static final double TOLERANCE = 2e-3;

    private static PixelFeatures features(
            VolumeGeometry geometry, Extent extent, double sigma, Drawn.Function function) {
        return new PixelFeatures(
                Drawn.of(geometry, function),
                geometry,
                new FeatureSettings(List.of(sigma), extent),
                1 << 24);
    }

    private static void assertFeatures(double[] expected, float[] found) {
        assertEquals(expected.length, found.length);
        for (int n = 0; n < expected.length; n++) {
            if (!Double.isNaN(expected[n])) {
                assertEquals(expected[n], found[n], TOLERANCE, "feature " + n);
            }
        }
    }

    /// The Hessian 5 2; 2 2 has the eigenvalues 6 and 1; a Gaussian adds half its trace times the variance.
    @ParameterizedTest
    @CsvSource({"1,1,0.8", "0.5,1.25,0.8", "0.8,0.8,1.5"})
    void quadraticsInASliceHaveTheirOwnDerivatives(double sideI, double sideJ, double sigma) {
        var geometry = Drawn.even(new GridSize(40, 36, 3), sideI, sideJ, 4);
        double x0 = 20 * sideI;
        double y0 = 17 * sideJ;
        var features =
                features(
                        geometry,
                        Extent.IN_SLICE,
                        sigma,
                        (x, y, z) -> {
                            double u = x - x0;
                            double v = y - y0;
                            return 0.5 * (5 * u * u + 4 * u * v + 2 * v * v) + 3 * u - 4 * v + 7;
                        });
        float[] row = Drawn.row(features, 20, 17, 1);
        double variance = sampledVariance(sigma / sideI, sideI);
        double varianceJ = sampledVariance(sigma / sideJ, sideJ);
        double blurred = 7 + 0.5 * (5 * variance + 2 * varianceJ);
        assertFeatures(new double[] {7, blurred, 5, 7, 6, 1, Double.NaN, Double.NaN}, row);
    }

    /// Of the weights as they are defined: exp(-n²/2s²) cut at three standard deviations.
    private static double sampledVariance(double sigma, double side) {
        int radius = (int) (3 * sigma + 0.5);
        double sum = 0;
        double squares = 0;
        for (int n = -radius; n <= radius; n++) {
            double weight = Math.exp(-n * n / (2 * sigma * sigma));
            sum += weight;
            squares += weight * n * n;
        }
        return squares / sum * side * side;
    }

    /// The Hessian 2 0 0; 0 3 4; 0 4 9 has the eigenvalues 11, 2 and 1.
    @ParameterizedTest
    @CsvSource({"1,1,1,1", "0.5,0.8,3,0.9", "0.7,0.7,5,0.7", "1,1,0.5,1.2"})
    void quadraticsInSpaceHaveTheirOwnDerivatives(
            double sideI, double sideJ, double sideK, double sigma) {
        var geometry = Drawn.even(new GridSize(40, 36, 24), sideI, sideJ, sideK);
        var features =
                features(
                        geometry,
                        Extent.IN_SPACE,
                        sigma,
                        (x, y, z) -> cubeless(x - 20 * sideI, y - 17 * sideJ, z - 12 * sideK));
        float[] row = Drawn.row(features, 20, 17, 12);
        double steepness = Math.sqrt(1 + 4 + 9);
        assertFeatures(
                new double[] {5, Double.NaN, steepness, 14, 11, 2, 1, Double.NaN, Double.NaN}, row);
    }

    private static double cubeless(double x, double y, double z) {
        return 0.5 * (2 * x * x + 3 * y * y + 8 * y * z + 9 * z * z) + x - 2 * y + 3 * z + 5;
    }

    @Test
    void slicesWhoseDistancesDifferHaveTheSameDerivatives() {
        double[] z = {0, 4, 7, 12, 15, 21, 25};
        var origins =
                java.util.Arrays.stream(z).mapToObj(at -> new PatientPoint(0, 0, at)).toList();
        var geometry =
                new VolumeGeometry(
                        new GridSize(40, 36, z.length),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        new SliceStack.Table(origins));
        for (int k = 1; k < z.length - 1; k++) {
            double here = z[k];
            var features =
                    features(
                            geometry,
                            Extent.IN_SPACE,
                            0.4, // too narrow to reach another slice
                            (x, y, at) -> cubeless(x - 20, y - 17, at - here));
            assertFeatures(
                    new double[] {
                        5, Double.NaN, Math.sqrt(14), 14, 11, 2, 1, Double.NaN, Double.NaN
                    },
                    Drawn.row(features, 20, 17, k));
        }
    }

    @Test
    void aSlopeAcrossUnevenSlicesIsBlurredToItself() {
        // dense below, sparse above: weights that count slices and not room would pull down
        var origins =
                java.util.stream.IntStream.range(0, 41)
                        .mapToObj(k -> new PatientPoint(0, 0, k <= 20 ? k : 20 + 3.0 * (k - 20)))
                        .toList();
        var geometry =
                new VolumeGeometry(
                        new GridSize(12, 12, 41),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        new SliceStack.Table(origins));
        var features = features(geometry, Extent.IN_SPACE, 6, (x, y, z) -> 2 * z);
        float[] row = Drawn.row(features, 6, 6, 20);
        assertEquals(2 * 20, row[1], 0.35);
    }

    @Test
    void theStructureTensorTellsEdgesFromCornersAndSlopesFromNothing() {
        var geometry = Drawn.even(new GridSize(60, 60, 1), 1, 1, 1);
        var slope = features(geometry, Extent.IN_SLICE, 1.5, (x, y, z) -> 3 * x + 4 * y);
        float[] row = Drawn.row(slope, 30, 30, 0);
        assertEquals(25, row[6], 0.01); // the square of the gradient along itself
        assertEquals(0, row[7], 0.01); // and none across
        // u² + v² about the middle: its gradient turns, with mean squares of 4 times the variance
        // on either axis
        var bowl =
                features(
                        geometry,
                        Extent.IN_SLICE,
                        1.5,
                        (x, y, z) -> (x - 30) * (x - 30) + (y - 30) * (y - 30));
        double expected = 4 * sampledVariance(1.5, 1);
        assertEquals(expected, Drawn.row(bowl, 30, 30, 0)[6], 0.01);
        assertEquals(expected, Drawn.row(bowl, 30, 30, 0)[7], 0.01);
    }

    @Test
    void namesStandForTheFeatures() {
        var inSlice = new FeatureSettings(List.of(0.7, 1.4), Extent.IN_SLICE);
        assertEquals(inSlice.count(), inSlice.names().size());
        assertEquals("value", inSlice.names().getFirst());
        assertEquals("steepness 1.4 mm", inSlice.names().get(9));
        var inSpace = new FeatureSettings(List.of(0.7, 1.4), Extent.IN_SPACE);
        assertEquals(inSpace.count(), inSpace.names().size());
        assertEquals("Hessian 3 0.7 mm", inSpace.names().get(6));
    }
}
