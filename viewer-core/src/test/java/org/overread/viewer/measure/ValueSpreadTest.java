// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.measure.Histogram.Bin;
import org.overread.viewer.phantom.Orientation;
import org.overread.viewer.phantom.Phantoms;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

final class ValueSpreadTest {

    private static ValueSpread of(double... values) {
        return ValueSpread.alike(Arrays.stream(values).sorted().toArray(), 1);
    }

    private static double[] times(double value, int count) {
        return DoubleStream.generate(() -> value).limit(count).toArray();
    }

    /// An L of pixels: 10 columns of 4 rows and, below its left end, 3 columns of 6 rows more; its corners lie between
    /// pixel centres, and the values are 100 i + j.
    @Test
    void anOutlineCountsThePixelsWhoseCentresItEncloses() {
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(40, 30, 5),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        0.5,
                        2,
                        3);
        Volume volume = Phantoms.of(geometry, p -> 100 * p.x() / 0.5 + p.y() / 2);
        double[][] corners = {
            {4.5, 9.5}, {14.5, 9.5}, {14.5, 13.5}, {7.5, 13.5}, {7.5, 19.5}, {4.5, 19.5}
        };
        var outline =
                new Marking.Polygon(
                        Arrays.stream(corners)
                                .map(c -> geometry.toPatient(new VoxelPoint(c[0], c[1], 2)))
                                .toList());
        double[] inside =
                IntStream.range(0, 40 * 30)
                        .filter(n -> isInL(n % 40, n / 40))
                        .mapToDouble(n -> 100 * (n % 40) + n / 40)
                        .sorted()
                        .toArray();
        assertEquals(58, inside.length);
        ValueSpread spread = ValueSpread.of(outline, volume).orElseThrow();
        assertEquals(58, spread.count());
        assertEquals(58 * 0.5 * 2, spread.size(), 1e-9); // mm²
        assertEquals(Arrays.stream(inside).average().orElseThrow(), spread.mean(), 1e-9);
        assertEquals((inside[28] + inside[29]) / 2, spread.median(), 1e-9);
        assertEquals(inside[57], spread.most(), 0);
    }

    private static boolean isInL(int i, int j) {
        return i >= 5 && j >= 10 && ((i < 15 && j < 14) || (i < 8 && j < 20));
    }

    /// On an oblique plane an outline around a rectangle holds what the rectangle holds.
    @ParameterizedTest
    @EnumSource
    void anOutlineAroundARectangleIsTheRectangle(Orientation orientation) {
        VolumeGeometry geometry = orientation.grid(new GridSize(30, 26, 22), 1.1, 0.9, 1.7);
        Volume volume = Phantoms.ramp(geometry, 100, new PatientVector(3, -2, 5));
        PatientVector a = new PatientVector(7.3, 2.2, 4.1);
        PatientVector b = a.cross(new PatientVector(0.3, 1, 0.2)).unit().times(5.9);
        var rectangle = new Region.Rectangle(geometry.center(), a, b);
        ValueSpread expected = ValueSpread.of(rectangle, volume).orElseThrow();
        ValueSpread spread =
                ValueSpread.of(new Marking.Polygon(rectangle.points()), volume).orElseThrow();
        assertEquals(expected.count(), spread.count());
        assertEquals(expected.size(), spread.size(), 1e-6);
        assertEquals(expected.mean(), spread.mean(), 1e-6);
    }

    /// The digital phantom of the Image Biomarker Standardisation Initiative has 50 voxels of 1, one of 3, 16 of 4 and 7
    /// of 6; figures to three digits as they were agreed on.
    @Test
    void theDigitalPhantomOfTheStandardHasItsPublishedFigures() {
        ValueSpread spread =
                of(
                        Stream.of(times(1, 50), times(3, 1), times(4, 16), times(6, 7))
                                .flatMapToDouble(Arrays::stream)
                                .toArray());
        assertEquals(74, spread.count());
        assertEquals(2.15, spread.mean(), 0.005);
        assertEquals(3.05, spread.sd() * spread.sd() * 73 / 74, 0.005);
        assertEquals(1.08, spread.skewness(), 0.005);
        assertEquals(-0.355, spread.excessKurtosis(), 0.0005);
        assertEquals(1, spread.median(), 0);
        assertEquals(1, spread.percentile(0.1), 0);
        assertEquals(4, spread.percentile(0.9), 0);
        assertEquals(3, spread.percentile(0.75) - spread.percentile(0.25), 0);
        assertEquals(1.27, spread.histogram(1).entropyBits(), 0.005);
    }

    /// 0, 1, …, 255 once each: the mean is 127.5, the variance (256² - 1) / 12, the entropy 8 bits, and 5 of 16 bins.
    @Test
    void whatIsSpreadEvenlyHasTheFiguresOfTheFormula() {
        ValueSpread spread = of(DoubleStream.iterate(0, v -> v + 1).limit(256).toArray());
        assertEquals(127.5, spread.mean(), 1e-12);
        assertEquals(Math.sqrt((256.0 * 256 - 1) / 12 * 256 / 255), spread.sd(), 1e-9);
        assertEquals(0, spread.skewness(), 1e-12);
        assertEquals(-1.2 * (256.0 * 256 + 1) / (256.0 * 256 - 1), spread.excessKurtosis(), 1e-9);
        assertEquals(8, spread.histogram(1).entropyBits(), 1e-12);
        assertEquals(4, spread.histogram(16).entropyBits(), 1e-12);
        assertEquals(25.5, spread.percentile(0.1), 1e-12); // numpy.percentile(range(256), 10)
    }

    /// Of a normal distribution of deviation s, bins of width w have ½ log2(2 π e s²) - log2(w) bits.
    @Test
    void noiseHasTheEntropyOfItsFormula() {
        var random = new Random(5);
        double[] values =
                DoubleStream.generate(() -> 40 + 12 * random.nextGaussian())
                        .limit(200_000)
                        .toArray();
        double truth = 0.5 * Math.log(2 * Math.PI * Math.E * 144) / Math.log(2) - 1;
        assertEquals(truth, of(values).histogram(2).entropyBits(), 0.01); // bits
    }

    @Test
    void edgesAreMultiplesOfTheWidthAndBelongToTheBinAbove() {
        Histogram found = of(-7, -5, -5, 0, 4, 5).histogram(5);
        assertEquals(-10, found.from(), 0);
        assertEquals(List.of(1, 2, 2, 1), found.bins().stream().map(Bin::count).toList());
        assertEquals(1, found.bins().stream().mapToDouble(Bin::share).sum(), 1e-12);
        assertEquals(5, found.edge(3), 0);
    }

    @Test
    void equalValuesHaveOneBinNoSpreadAndNothingToForetell() {
        ValueSpread spread = of(times(17, 9));
        Histogram found = spread.histogram(spread.usualWidth());
        assertEquals(List.of(new Bin(1, 9)), found.bins());
        assertEquals(0, found.entropyBits(), 0);
        assertEquals(0, spread.sd(), 0);
        assertEquals(0, spread.skewness(), 0);
        assertEquals(0, spread.excessKurtosis(), 0);
    }

    @Test
    void theUsualWidthIsRoundAndWholeForWholeValues() {
        ValueSpread whole = of(DoubleStream.iterate(0, v -> v + 1).limit(1000).toArray());
        assertEquals(100, whole.usualWidth(), 0); // 2 × 499.5 / 10 is just below 100
        assertEquals(1, of(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1).usualWidth(), 0); // 2 / 12^⅓ < 1
        assertEquals(
                0.1,
                of(DoubleStream.iterate(0, v -> v + 0.001).limit(1000).toArray()).usualWidth(),
                1e-12);
        double[] far =
                DoubleStream.concat(DoubleStream.of(1e9), Arrays.stream(times(1, 5000))).toArray();
        ValueSpread withOneFarValue = of(far);
        assertTrue(
                withOneFarValue.histogram(withOneFarValue.usualWidth()).bins().size()
                        <= Histogram.MOST_BINS + 1);
    }

    /// On an oblique plane voxels count with what the plane cuts of them; mean, deviation and median are those that the
    /// measure itself tells.
    @Test
    void anObliqueRegionHasTheFiguresOfItsMeasure() {
        VolumeGeometry geometry = Orientation.OBLIQUE.grid(new GridSize(40, 40, 30), 0.9, 1, 1.4);
        Volume ramp = Phantoms.ramp(geometry, 100, new PatientVector(3, -2, 5));
        PatientPoint middle = geometry.center();
        PatientVector a = new PatientVector(1, 0.4, 0.7).unit();
        PatientVector b = a.cross(new PatientVector(0.1, 1, -0.4)).unit();
        var ellipse = new Region.Ellipse(middle, a.times(11), b.times(7));
        RegionStatistics truth = RegionStatistics.of(ellipse, ramp).orElseThrow();
        ValueSpread spread = ValueSpread.of(ellipse, ramp).orElseThrow();
        assertEquals(truth.voxels(), spread.count());
        assertEquals(truth.size(), spread.size(), 1e-6);
        assertEquals(truth.mean(), spread.mean(), 1e-9);
        assertEquals(truth.sd(), spread.sd(), 1e-6);
        assertEquals(truth.median(), spread.median(), 0);
        assertEquals(truth.least(), spread.percentile(0), 0);
        assertEquals(truth.most(), spread.percentile(1), 0);
        Histogram found = spread.histogram(10);
        assertEquals(truth.voxels(), found.bins().stream().mapToInt(Bin::count).sum());
    }

    @Test
    void aRegionBesideTheVolumeHasNoSpread() {
        VolumeGeometry geometry = Orientation.AXIAL.grid(new GridSize(8, 8, 8), 1, 1, 1);
        Volume volume = Phantoms.ramp(geometry, 0, new PatientVector(1, 0, 0));
        PatientPoint away = geometry.center().plus(PatientVector.LEFT.times(500));
        assertEquals(
                Optional.empty(),
                ValueSpread.of(new Region.Sphere(away, away.plus(PatientVector.LEFT)), volume));
    }
}
