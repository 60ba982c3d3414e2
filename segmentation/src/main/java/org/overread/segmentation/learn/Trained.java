// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.learn.feature.FeatureTile;
import org.overread.segmentation.learn.feature.PixelFeatures;
import org.overread.segmentation.learn.feature.TileRegion;
import org.overread.segmentation.learn.forest.Forest;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.ConfidenceMap;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;

/// What was learned from scribbles: answers for any part of the volume. Immutable; any thread. What is cancelled
/// throws [java.util.concurrent.CancellationException].
public final class Trained {
    private final List<Integer> labels;
    private final Forest forest;
    private final PixelFeatures features;
    private final Recipe recipe;

    Trained(List<Integer> labels, Forest forest, PixelFeatures features, Recipe recipe) {
        this.labels = labels;
        this.forest = forest;
        this.features = features;
        this.recipe = recipe;
    }

    /// The labels that were learned, ascending.
    public List<Integer> labels() {
        return labels;
    }

    /// What the model was made of, to be recorded with what comes of it.
    public Recipe recipe() {
        return recipe;
    }

    /// The chances at the voxels of a box in the volume, such as the part of a slice that is on screen: only its tiles
    /// are computed. A slice of 512 x 512 costs 0.1 s on two cores where its features are there, as much again where
    /// they are not.
    public Probabilities probabilities(VoxelBox box, Crew crew) {
        var shares = new byte[labels.size()][voxels(box)];
        visit(
                box,
                crew,
                (at, chances, from) -> {
                    for (int l = 0; l < shares.length; l++) {
                        shares[l][at] = (byte) Math.round(255 * chances[from + l]);
                    }
                });
        return new Probabilities(box, labels, shares);
    }

    /// Gives every voxel of the box to its most likely label, the smaller one of equals. Two bytes a voxel.
    public Answer segment(VoxelBox box, Crew crew) {
        var winners = new byte[voxels(box)];
        var chance = new byte[winners.length];
        visit(
                box,
                crew,
                (at, chances, from) -> {
                    int best = 0;
                    for (int l = 1; l < labels.size(); l++) {
                        best = chances[from + l] > chances[from + best] ? l : best;
                    }
                    winners[at] = (byte) (int) labels.get(best);
                    chance[at] = (byte) Math.round(255 * chances[from + best]);
                });
        var regions = new ArrayList<Region>();
        for (int label : labels) {
            regions.add(new Region(label, mask(box, winners, (byte) label, crew)));
        }
        return new Answer(
                regions,
                ConfidenceMap.of(box, (i, j, k) -> (chance[place(box, i, j, k)] & 0xFF) / 255.0));
    }

    private static int voxels(VoxelBox box) {
        return Math.multiplyExact(box.sizeI() * box.sizeJ(), box.sizeK());
    }

    private static int place(VoxelBox box, int i, int j, int k) {
        return ((k - box.lowK()) * box.sizeJ() + j - box.lowJ()) * box.sizeI() + i - box.lowI();
    }

    private Mask mask(VoxelBox box, byte[] winners, byte label, Crew crew) {
        return MaskRows.of(
                features.size(),
                (i, j, k, count) -> {
                    if (j < box.lowJ() || j > box.highJ() || k < box.lowK() || k > box.highK()) {
                        return 0;
                    }
                    int bits = 0;
                    int end = Math.min(i + count - 1, box.highI());
                    for (int n = Math.max(i, box.lowI()); n <= end; n++) {
                        bits |= (winners[place(box, n, j, k)] == label ? 1 : 0) << (n - i);
                    }
                    return bits;
                },
                crew);
    }

    /// Visits the voxels whose values are numbers, by their places in the box; several threads at once.
    private void visit(VoxelBox box, Crew crew, Forest.Answers visitor) {
        GridSize size = features.size();
        if (!size.contains(box.lowI(), box.lowJ(), box.lowK())
                || !size.contains(box.highI(), box.highJ(), box.highK())) {
            throw new IndexOutOfBoundsException("%s of %s".formatted(box, size));
        }
        var tiles = new ArrayList<TileRegion>();
        for (int k = box.lowK(); k <= box.highK(); k++) {
            tiles.addAll(TileRegion.covering(box, k, size));
        }
        crew.each(tiles.size(), n -> visit(features.of(tiles.get(n)), box, visitor));
    }

    private void visit(FeatureTile tile, VoxelBox box, Forest.Answers visitor) {
        TileRegion region = tile.region();
        forest.answer(
                tile.values(),
                region.voxels(),
                (n, chances, from) -> {
                    int i = region.lowI() + n % region.sizeI();
                    int j = region.lowJ() + n / region.sizeI();
                    boolean asked =
                            i >= box.lowI()
                                    && i <= box.highI()
                                    && j >= box.lowJ()
                                    && j <= box.highJ();
                    if (asked && tile.isKnown(n)) {
                        visitor.put(place(box, i, j, region.k()), chances, from);
                    }
                });
    }
}
