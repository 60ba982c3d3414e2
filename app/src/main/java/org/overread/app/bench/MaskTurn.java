// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.components.Holes;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.mask.morphology.BallDefinition;
import org.overread.segmentation.mask.morphology.Kernel;
import org.overread.segmentation.mask.morphology.Morphology;
import org.overread.segmentation.mask.smooth.Median;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.CancelToken;

/// Ours: each operation timed, and its result compared with the figure that ITK or SciPy gives.
final class MaskTurn implements Turn, AutoCloseable {
    static final int PARTS_BY_FACES = 312_919;
    static final int PARTS_BY_CORNERS = 9_220;

    private static final int SIDE = 256;
    private static final double DILATED = 5_047_497;
    private static final double FILLED = 1_126_090;
    private static final double MEDIAN = 4_713_219;
    private static final double SUM_OF_DISTANCES = 547_046_727.5246085;
    private static final double ROUNDING = 1e-6 * SUM_OF_DISTANCES; // of 32-bit numbers
    private static final double MARGIN = 1_851_266;
    private static final double OPENED = 4_713_315;
    private static final double MARGIN_MM = 5;
    private static final Spacing SLICES = new Spacing(0.7, 0.7, 2.5);

    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    private final Crew crew = Crew.of(pool, new CancelToken());
    private final Mask solid;
    private final Mask specks;
    private final Mask shell;

    MaskTurn() {
        var voxels = PhantomVoxels.of(SIDE);
        solid = MaskRows.between(voxels, -100, Short.MAX_VALUE, crew);
        shell = MaskRows.between(voxels, 24, 56, crew);
        specks =
                MaskRows.between(voxels, 42, 109, crew)
                        .union(MaskRows.between(voxels, -49, 9, crew));
    }

    @Override
    public List<Double> take() throws BenchFailedException {
        var times = new ArrayList<Double>();
        Kernel ball = Kernel.ball(2, BallDefinition.ITK);
        times.add(
                timed(
                        () -> Components.of(specks, Connectivity.FACES, crew),
                        Components::count,
                        PARTS_BY_FACES,
                        0));
        times.add(
                timed(
                        () -> Components.of(specks, Connectivity.CORNERS, crew),
                        Components::count,
                        PARTS_BY_CORNERS,
                        0));
        times.add(timed(() -> Morphology.dilate(solid, ball, crew), Mask::count, DILATED, 0));
        times.add(
                timed(() -> Holes.fill(specks, Connectivity.FACES, crew), Mask::count, FILLED, 0));
        times.add(timed(() -> Median.ofVoxels(1, 1, 1).of(solid, crew), Mask::count, MEDIAN, 0));
        times.add(
                timed(
                        () -> DistanceMap.of(solid, Spacing.ONE, Convention.BORDER_CENTRES, crew),
                        MaskTurn::sum,
                        SUM_OF_DISTANCES,
                        ROUNDING));
        times.add(timed(() -> Margin.grow(shell, MARGIN_MM, SLICES, crew), Mask::count, MARGIN, 0));
        times.add(timed(() -> Morphology.open(solid, ball, crew), Mask::count, OPENED, 0));
        return times;
    }

    private static double sum(DistanceMap map) {
        double sum = 0;
        for (int k = 0; k < map.size().k(); k++) {
            for (float mm : map.slice(k)) {
                sum += Math.abs(mm);
            }
        }
        return sum;
    }

    static <T> double timed(
            Supplier<T> work, ToDoubleFunction<T> figure, double expected, double tolerance)
            throws BenchFailedException {
        long begun = System.nanoTime();
        T result = work.get();
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        double found = figure.applyAsDouble(result);
        if (!(Math.abs(found - expected) <= tolerance)) { // negated: NaN is refused too
            throw new BenchFailedException(
                    "The result is %s and must be %s.".formatted(found, expected));
        }
        return milliseconds;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
