// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.List;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.Recorded;
import org.overread.app.bench.volumes.BenchPhantom;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.seeds.GeodesicGrowth;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// Growing four labels from stripes of seeds in every 32nd slice of 256³, 100 voxels added to one of them, and that label
/// grown anew without them. FastGrowCut is in no package that can be measured beside it: its recorded times are, and the
/// counts of its labels are checked, again after what was added is taken away.
public final class SeedGrowthBenchmark implements Benchmark {
    private static final int SIDE = 256;
    private static final List<Long> RIGHT = List.of(12_063_793L, 3_060_382L, 1_323_598L, 329_443L);

    @Override
    public String name() {
        return "segmentation-seeds";
    }

    @Override
    public String purpose() {
        return "Grow from seeds on a phantom of 256³: all of it, and an update.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity("B6 full", "ms"),
                new Quantity("B6 update", "ms"),
                new Quantity("B6 removal", "ms"),
                new Quantity("B6 bytes a voxel", "B"));
    }

    @Override
    public int warmUpRounds() {
        return 1;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public Field open() {
        Volume phantom = BenchPhantom.of(SIDE);
        List<Seed> seeds = seeds((Voxels.Int16) phantom.voxels());
        return Field.of(
                List.of(
                        new Contender("overread", () -> turn(phantom, seeds)),
                        Recorded.contender(23_900.0, 460.0, Double.NaN, Double.NaN)));
    }

    private static List<Seed> seeds(Voxels.Int16 values) {
        var edits = new ArrayList<MaskEdit>();
        for (int label = 0; label <= 4; label++) {
            edits.add(Mask.empty(new GridSize(SIDE, SIDE, SIDE)).edit());
        }
        for (int k = SIDE / 16; k < SIDE; k += SIDE / 8) {
            short[] slice = values.slice(k);
            for (int n = 0; n < slice.length; n++) {
                if ((n % SIDE + n / SIDE) % 17 < 3) {
                    int value = slice[n];
                    int label = value > 80 ? 4 : value > 0 ? 3 : value > -500 ? 2 : 1;
                    edits.get(label).set(n % SIDE, n / SIDE, k);
                }
            }
        }
        var seeds = new ArrayList<Seed>();
        for (int label = 1; label <= 4; label++) {
            seeds.add(new Seed.Stroke(label, edits.get(label).mask()));
        }
        return seeds;
    }

    private static List<Double> turn(Volume phantom, List<Seed> seeds) throws BenchFailedException {
        var whole = new VoxelBox(0, 0, 0, SIDE - 1, SIDE - 1, SIDE - 1);
        long begun = System.nanoTime();
        var growth =
                new GeodesicGrowth(
                        phantom,
                        BitSlices.all(phantom.geometry().size()),
                        whole,
                        0,
                        GeodesicGrowth.Faces.AS_ITK);
        growth.add(seeds);
        Crew crew = ToolWork.alone().crew();
        growth.run(crew);
        long grown = System.nanoTime();
        require(growth);
        var more = new ArrayList<Seed>();
        for (int n = 0; n < 100; n++) {
            more.add(new Seed.Point(2, SIDE / 2 + n % 10, SIDE / 2 + n / 10, SIDE / 2));
        }
        long asked = System.nanoTime();
        growth.add(more);
        growth.run(crew);
        long updated = System.nanoTime();
        growth.replace(2, seeds.subList(1, 2));
        growth.run(crew);
        long removed = System.nanoTime();
        require(growth);
        return List.of(
                (grown - begun) / 1e6,
                (updated - asked) / 1e6,
                (removed - updated) / 1e6,
                GeodesicGrowth.bytes(whole) / (double) phantom.geometry().size().voxels());
    }

    private static void require(GeodesicGrowth growth) throws BenchFailedException {
        for (int label = 1; label <= 4; label++) {
            long found = growth.mask(label).count();
            if (found != RIGHT.get(label - 1)) {
                throw new BenchFailedException(
                        "Label %d has %d voxels and %d are right."
                                .formatted(label, found, RIGHT.get(label - 1)));
            }
        }
    }
}
