// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.RandomMasks;
import org.overread.segmentation.mask.Reference;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

final class GrowFromSeedsTest {
    private static final int N = 128;

    /// Stripes of all four tissues in some slices.
    private static List<Seed> stripes(Volume phantom) {
        var values = (Voxels.Int16) phantom.voxels();
        var size = phantom.geometry().size();
        var edits = new ArrayList<MaskEdit>();
        for (int label = 0; label <= 4; label++) {
            edits.add(Mask.empty(size).edit());
        }
        for (int k = N / 16; k < N; k += N / 8) {
            short[] slice = values.slice(k);
            for (int n = 0; n < slice.length; n++) {
                if ((n % N + n / N) % 17 < 3) {
                    int v = slice[n];
                    int label = v > 80 ? 4 : v > 0 ? 3 : v > -500 ? 2 : 1;
                    edits.get(label).set(n % N, n / N, k);
                }
            }
        }
        var seeds = new ArrayList<Seed>();
        for (int label = 1; label <= 4; label++) {
            seeds.add(new Seed.Stroke(label, edits.get(label).mask()));
        }
        return seeds;
    }

    @Test
    void labelsAreThoseOfFastGrowCut() throws InterruptedException {
        Volume phantom = Phantom.nested(N);
        var found = segmented("grow-from-seeds", phantom, stripes(phantom), "faces=as-itk");
        assertEquals(
                List.of(1_508_137L, 382_310L, 165_480L, 41_225L),
                found.regions().stream().map(r -> r.mask().count()).toList());
    }

    /// The oracle relaxes every step until nothing changes.
    private static float[] distances(
            GridSize size, int[] values, List<Seed.Point> seeds, double price, boolean faces) {
        var distances = new float[values.length];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        for (Seed.Point s : seeds) {
            distances[(s.k() * size.j() + s.j()) * size.i() + s.i()] = 0;
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int n = 0; n < values.length; n++) {
                int i = n % size.i();
                int j = n / size.i() % size.j();
                int k = n / size.i() / size.j();
                boolean inner =
                        i > 0
                                && i < size.i() - 1
                                && j > 0
                                && j < size.j() - 1
                                && k > 0
                                && k < size.k() - 1;
                for (int d = 0; d < 27 && (inner || faces); d++) {
                    int di = d % 3 - 1;
                    int dj = d / 3 % 3 - 1;
                    int dk = d / 9 - 1;
                    if (d != 13 && size.contains(i + di, j + dj, k + dk)) {
                        int to = ((k + dk) * size.j() + j + dj) * size.i() + i + di;
                        float sum =
                                distances[n]
                                        + Math.abs(values[to] - values[n])
                                        + (float) (price * Math.sqrt(di * di + dj * dj + dk * dk));
                        if (sum < distances[to]) {
                            distances[to] = sum;
                            moved = true;
                        }
                    }
                }
            }
        }
        return distances;
    }

    @ParameterizedTest
    @CsvSource({
        "9,8,7,0,true",
        "9,8,7,0,false",
        "9,8,7,2.5,true",
        "30,1,1,0,true",
        "12,9,1,1,true"
    })
    void distancesAreTheShortestThereAre(int ni, int nj, int nk, double price, boolean conduct) {
        var size = new GridSize(ni, nj, nk);
        var random = new SplittableRandom(5);
        int[] values = random.ints(size.voxels(), -200, 200).toArray();
        var seeds =
                List.of(
                        new Seed.Point(1, ni / 2, nj / 2, nk / 2),
                        new Seed.Point(2, ni - 2, nj / 3, nk / 2));
        var growth =
                new GeodesicGrowth(
                        Phantom.of(size, values),
                        BitSlices.all(size),
                        new VoxelBox(0, 0, 0, ni - 1, nj - 1, nk - 1),
                        price,
                        conduct ? GeodesicGrowth.Faces.CONDUCT : GeodesicGrowth.Faces.AS_ITK);
        growth.add(List.copyOf(seeds));
        growth.run(new CancelToken());
        float[] expected = distances(size, values, seeds, price, conduct);
        float[] first = distances(size, values, seeds.subList(0, 1), price, conduct);
        float[] second = distances(size, values, seeds.subList(1, 2), price, conduct);
        for (int n = 0; n < values.length; n++) {
            int i = n % ni;
            int j = n / ni % nj;
            int k = n / ni / nj;
            assertEquals(expected[n], growth.distance(i, j, k), 1e-3f, "voxel " + n);
            if (Math.abs(first[n] - second[n]) > 1e-2) { // else either label is right
                assertEquals(first[n] < second[n] ? 1 : 2, growth.label(i, j, k), "voxel " + n);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001})
    void laterSeedsAndSeedsTakenAwayEndWhereANewRunEnds(double price) {
        var size = new GridSize(16, 14, 12);
        int[] values = new SplittableRandom(9).ints(size.voxels(), 0, 300).toArray();
        Volume volume = Phantom.of(size, values);
        List<Seed> first = List.of(new Seed.Point(1, 2, 2, 2), new Seed.Point(2, 12, 10, 9));
        List<Seed> third = List.of(new Seed.Point(3, 8, 7, 6));
        var grown = growth(volume, first, price);
        float before = grown.distance(8, 7, 5);
        grown.add(third);
        grown.run(new CancelToken());
        var all = new ArrayList<>(first);
        all.addAll(third);
        assertSame(growth(volume, all, price), grown, size);
        grown.replace(3, List.of());
        grown.run(new CancelToken());
        assertSame(growth(volume, first, price), grown, size);
        assertEquals(before, grown.distance(8, 7, 5));
    }

    private static GeodesicGrowth growth(Volume volume, List<Seed> seeds, double price) {
        var size = volume.geometry().size();
        var growth =
                new GeodesicGrowth(
                        volume,
                        BitSlices.all(size),
                        new VoxelBox(0, 0, 0, size.i() - 1, size.j() - 1, size.k() - 1),
                        price,
                        GeodesicGrowth.Faces.CONDUCT);
        growth.add(seeds);
        growth.run(new CancelToken());
        return growth;
    }

    private static void assertSame(GeodesicGrowth a, GeodesicGrowth b, GridSize size) {
        for (int n = 0; n < size.voxels(); n++) {
            int i = n % size.i();
            int j = n / size.i() % size.j();
            int k = n / size.i() / size.j();
            assertEquals(a.distance(i, j, k), b.distance(i, j, k), 1e-3f);
        }
    }

    /// A price too small to count makes the tool go through the volume as a whole.
    @ParameterizedTest
    @CsvSource({"CONDUCT,1000", "AS_ITK,1000", "CONDUCT,4", "CONDUCT,30000"})
    void tilesAndSingleVoxelsEndAtTheSameDistances(GeodesicGrowth.Faces faces, int largest) {
        var size = new GridSize(70, 67, 66); // several tiles
        int[] values = new SplittableRandom(7).ints(size.voxels(), -largest, largest).toArray();
        Volume volume = Phantom.of(size, values);
        List<Seed> seeds =
                List.of(
                        new Seed.Point(1, 0, 5, 9),
                        new Seed.Point(2, 60, 60, 60),
                        new Seed.Point(3, 33, 33, 33),
                        new Seed.Point(4, 35, 3, 64));
        Mask within = RandomMasks.where(size, (i, j, k) -> (i * 7 + j * 3 + k * 11) % 5 > 0);
        BitSlices open = BitSlices.all(size).within(within);
        VoxelBox box = within.bounds().orElseThrow();
        var slow = new QueuedDistances(volume, open, box, 0, faces);
        slow.add(seeds);
        slow.run(Crew.alone());
        Reference.crews()
                .forEach(
                        crew -> {
                            var fast =
                                    new TiledDistances(volume, open, box, faces, Short.MIN_VALUE);
                            fast.add(seeds);
                            assertEquals(SeedDistances.Reach.ALL, fast.run(crew));
                            for (int n = 0; n < size.voxels(); n++) {
                                int i = n % size.i();
                                int j = n / size.i() % size.j();
                                int k = n / size.i() / size.j();
                                assertEquals(slow.distance(i, j, k), fast.distance(i, j, k));
                            }
                        });
    }

    /// Nothing is farther than anything else, and the lowest label would have all.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001})
    void seedsKeepTheirLabelWhereNothingChanges(double price) {
        var size = new GridSize(9, 9, 9);
        var growth =
                growth(
                        Phantom.of(size, new int[729]),
                        List.of(new Seed.Point(1, 2, 2, 2), new Seed.Point(2, 3, 2, 2)),
                        price);
        assertEquals(1, growth.label(2, 2, 2));
        assertEquals(2, growth.label(3, 2, 2));
        assertEquals(0, growth.distance(3, 2, 2));
    }

    @Test
    void waysTooLongForWholeNumbersAreMeasuredAllTheSame() {
        var size = new GridSize(100, 1, 1);
        int[] values = IntStream.range(0, 100).map(i -> i % 2 == 0 ? -32768 : 32767).toArray();
        var growth =
                growth(
                        Phantom.of(size, values),
                        List.of(new Seed.Point(1, 0, 0, 0), new Seed.Point(2, 1, 0, 0)),
                        0);
        assertEquals(98 * 65535f, growth.distance(99, 0, 0));
        assertEquals(2, growth.label(99, 0, 0));
    }

    @Test
    void oneLabelPartsNothing() throws InterruptedException {
        Volume v = Phantom.of(new GridSize(3, 3, 1), new int[9]);
        assertTrue(
                refusal("grow-from-seeds", v, List.of(new Seed.Point(0, 0, 0)))
                        .contains("two or more labels, and was given 1"));
    }
}
