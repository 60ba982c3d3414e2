// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import org.junit.jupiter.api.Test;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

final class SampleStudyTest {
    private static final List<SampleSeries> STUDY = SampleStudy.series();
    private static final SampleSeries CT = STUDY.get(0);
    private static final SampleSeries MR = STUDY.get(1);
    private static final SampleSeries LATER = STUDY.get(2);
    private static final ForkJoinPool POOL = ForkJoinPool.commonPool();

    private static long count(RandomAccessibleInterval<? extends BooleanType<?>> mask) {
        long count = 0;
        for (BooleanType<?> voxel : mask) {
            count += voxel.get() ? 1 : 0;
        }
        return count;
    }

    private static double countedMl(SampleSeries series, String name) {
        PhantomStructure structure = series.phantom().structure(name);
        VolumeGeometry g = series.geometry();
        double voxelMl = g.spacingI() * g.spacingJ() * g.spacingK() / 1000;
        return count(series.truth(structure, POOL, new CancelToken())) * voxelMl;
    }

    /// Every fourth slice only: a quarter of the work, the same anatomy.
    private static SampleSeries coarse(SampleSeries series) {
        VolumeGeometry g = series.geometry();
        var size = new GridSize(g.size().i(), g.size().j(), g.size().k() / 4);
        var stack = new SliceStack.Even(g.origin(), g.kStep(0).times(4));
        return series.on(new VolumeGeometry(size, g.iStep(), g.jStep(), stack));
    }

    @Test
    void lesionsHaveTheVolumeOfTheirFormula() {
        assertEquals(4 / 3.0 * Math.PI * 14 * 14 * 14 / 1000, countedMl(CT, "Liver lesion 1"), 0.1);
        assertEquals(
                4 / 3.0 * Math.PI * 12 * 10 * 15 / 1000, countedMl(CT, "Liver lesion 2"), 0.08);
        assertEquals(4 / 3.0 * Math.PI * 9 * 7 * 8 / 1000, countedMl(CT, "Liver lesion 3"), 0.05);
    }

    @Test
    void aTiltedGridSeesTheSameVolumes() {
        for (String name : List.of("Liver lesion 1", "Liver lesion 2", "Left kidney")) {
            double ct = countedMl(CT, name);
            assertEquals(ct, countedMl(MR, name), 0.02 * ct, name);
        }
    }

    @Test
    void onlyTheSecondLesionHasGrown() {
        double first = countedMl(CT, "Liver lesion 2");
        assertEquals(1.45 * 1.45 * 1.45, countedMl(LATER, "Liver lesion 2") / first, 0.04);
        assertEquals(1, countedMl(LATER, "Liver lesion 1") / countedMl(CT, "Liver lesion 1"), 0.01);
    }

    @Test
    void theMrSharesTheFrameOfTheFirstCtAndTheLaterCtDoesNot() {
        assertEquals(CT.frame(), MR.frame());
        assertTrue(CT.frame() != LATER.frame());
        assertTrue(Math.abs(MR.geometry().normal().dot(PatientVector.HEAD)) < 0.99);
    }

    @Test
    void tissuesHaveTheirHounsfieldUnits() {
        SampleSeries ct = CT;
        Volume volume = ct.volume(POOL, Progress.Listener.NONE, new CancelToken());
        assertEquals(106, meanInside(ct, volume, "Liver"), 6); // with vessels and lesions
        assertEquals(122, meanInside(ct, volume, "Spleen"), 6);
        assertEquals(74, meanInside(ct, volume, "Liver lesion 1"), 6);
        assertEquals(170, meanInside(ct, volume, "Aorta"), 12); // down to where it divides
        assertEquals(-1000, meanInside(ct, volume, "Trachea"), 60);
        // a lung holds vessels: its mean is higher than its air-filled tissue, its median is not
        assertEquals(-860, medianInside(ct, volume, "Right lung"), 10);
    }

    private static double meanInside(SampleSeries series, Volume volume, String name) {
        return Arrays.stream(valuesInside(series, volume, name)).average().orElseThrow();
    }

    private static double medianInside(SampleSeries series, Volume volume, String name) {
        int[] sorted = valuesInside(series, volume, name);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static int[] valuesInside(SampleSeries series, Volume volume, String name) {
        var mask = series.truth(series.phantom().structure(name), POOL, new CancelToken());
        var voxels = (Voxels.Int16) volume.voxels();
        var values = IntStream.builder();
        var cursor = mask.localizingCursor();
        int width = volume.geometry().size().i();
        while (cursor.hasNext()) {
            if (cursor.next().get()) {
                int n = cursor.getIntPosition(0) + width * cursor.getIntPosition(1);
                values.add(voxels.slice(cursor.getIntPosition(2))[n]);
            }
        }
        return values.build().toArray();
    }

    @Test
    void airLeaksFromTheTracheaToTheOutside() {
        Volume volume = CT.volume(POOL, Progress.Listener.NONE, new CancelToken());
        var size = volume.geometry().size();
        var voxels = (Voxels.Int16) volume.voxels();
        var start = volume.geometry().toVoxel(Painting.at(-8, 21, 140));
        int seed =
                ((int) Math.round(start.k()) * size.j() + (int) Math.round(start.j())) * size.i()
                        + (int) Math.round(start.i());
        var seen = new BitSet();
        var front = new ArrayDeque<Integer>();
        front.add(seed);
        seen.set(seed);
        boolean outside = false;
        while (!front.isEmpty() && !outside) {
            int n = front.remove();
            int i = n % size.i();
            int j = n / size.i() % size.j();
            int k = n / size.i() / size.j();
            outside = j == 0;
            int[][] around = {
                {i - 1, j, k},
                {i + 1, j, k},
                {i, j - 1, k},
                {i, j + 1, k},
                {i, j, k - 1},
                {i, j, k + 1}
            };
            for (int[] v : around) {
                int m = (v[2] * size.j() + v[1]) * size.i() + v[0];
                if (size.contains(v[0], v[1], v[2])
                        && !seen.get(m)
                        && voxels.slice(v[2])[v[1] * size.i() + v[0]] < -950) {
                    seen.set(m);
                    front.add(m);
                }
            }
        }
        assertTrue(outside);
    }

    @Test
    void samplingIsTheSameEveryTimeAndOnAnyThreads() {
        SampleSeries ct = coarse(coarse(CT));
        var once =
                (Voxels.Int16) ct.volume(POOL, Progress.Listener.NONE, new CancelToken()).voxels();
        var again =
                (Voxels.Int16)
                        ct.volume(Runnable::run, Progress.Listener.NONE, new CancelToken())
                                .voxels();
        assertArrayEquals(once.slice(4), again.slice(4));
    }

    @Test
    void aCancelledSeriesEndsAtOnce() {
        var cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class, () -> CT.volume(POOL, Progress.Listener.NONE, cancel));
    }
}
