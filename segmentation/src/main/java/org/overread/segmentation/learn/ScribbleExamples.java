// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.segmentation.learn.feature.FeatureTile;
import org.overread.segmentation.learn.feature.PixelFeatures;
import org.overread.segmentation.learn.feature.TileRegion;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// The features of scribbled voxels. What was looked up once is kept, so that a further stroke costs its own voxels.
/// Any thread.
final class ScribbleExamples {
    private static final int MOST_KEPT = 1 << 17; // voxels; 15 MB with the usual features
    private static final float[] UNKNOWN = {};

    private final PixelFeatures features;
    private final Map<Long, float[]> kept = new ConcurrentHashMap<>();

    ScribbleExamples(PixelFeatures features) {
        this.features = features;
    }

    /// The features of a label's voxels, at most so many of them, in the order of the voxels; those that are no numbers
    /// are left out. The choice depends on the seed and the voxels alone, so that one more stroke changes little.
    List<float[]> of(Mask scribble, int most, long seed, Crew crew) {
        long[] voxels = chosen(scribble, most, seed);
        look(voxels, scribble.size(), crew);
        var rows = new ArrayList<float[]>();
        for (long voxel : voxels) {
            float[] row = Optional.ofNullable(kept.get(voxel)).orElse(UNKNOWN);
            if (row.length > 0) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static long[] chosen(Mask scribble, int most, long seed) {
        GridSize size = scribble.size();
        var all = new ArrayList<Long>();
        new Seed.Stroke(1, scribble)
                .forEachVoxel(p -> all.add(((long) p.k() * size.j() + p.j()) * size.i() + p.i()));
        return all.stream()
                .sorted(Comparator.comparingLong(voxel -> mixed(voxel, seed)))
                .limit(most)
                .mapToLong(voxel -> voxel)
                .sorted()
                .toArray();
    }

    /// As good as random, and always the same (the mixing of SplittableRandom).
    private static long mixed(long voxel, long seed) {
        long z = voxel + 0x9E3779B97F4A7C15L * (seed + 1);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private void look(long[] voxels, GridSize size, Crew crew) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        Map<TileRegion, List<Long>> wanted = new HashMap<>();
        for (long voxel : voxels) {
            if (!kept.containsKey(voxel)) {
                int i = (int) (voxel % size.i());
                int j = (int) (voxel / size.i() % size.j());
                int k = (int) (voxel / size.i() / size.j());
                wanted.computeIfAbsent(TileRegion.at(i, j, k, size), _ -> new ArrayList<>())
                        .add(voxel);
            }
        }
        var regions = List.copyOf(wanted.keySet());
        crew.each(
                regions.size(),
                n -> {
                    FeatureTile tile = features.of(regions.get(n));
                    for (long voxel : wanted.getOrDefault(regions.get(n), List.of())) {
                        int i = (int) (voxel % size.i()) - tile.region().lowI();
                        int j = (int) (voxel / size.i() % size.j()) - tile.region().lowJ();
                        int at = j * tile.region().sizeI() + i;
                        kept.put(voxel, tile.isKnown(at) ? tile.row(at) : UNKNOWN);
                    }
                });
    }
}
