// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.components.Components;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.DistanceMap;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.VolumeGeometry;

/// What a person would draw to show a tool a structure: in a slice every 4 cm, three at least, the inner part of every
/// piece of it, and around it a line; below and above its ends, the lines alone. Label 1 is the structure, label 2 what it is not.
final class Scribbles {
    /// Of the depth of a piece; deeper voxels are drawn.
    private static final double INNER = 0.6;

    private static final double THINNEST_MM = 1.5; // half of what a person can draw into
    private static final double LINE_FROM_MM = 5;
    private static final double LINE_TO_MM = 8;
    private static final double BEYOND_MM = 6;
    private static final int FEWEST_SLICES = 3;
    private static final double APART_MM = 40;

    private final Mask truth;
    private final DistanceMap map;
    private final MaskEdit inside;
    private final MaskEdit outside;

    private Scribbles(Mask truth, DistanceMap map) {
        this.truth = truth;
        this.map = map;
        inside = Mask.empty(truth.size()).edit();
        outside = Mask.empty(truth.size()).edit();
    }

    static List<Seed> of(Mask truth, VolumeGeometry geometry, Crew crew) {
        var map = DistanceMap.of(truth, Spacing.of(geometry), Convention.INTERFACE, crew);
        var scribbles = new Scribbles(truth, map);
        for (int k : slices(truth, geometry)) {
            scribbles.draw(k, crew);
        }
        return List.of(
                new Seed.Stroke(1, scribbles.inside.mask()),
                new Seed.Stroke(2, scribbles.outside.mask()));
    }

    private static List<Integer> slices(Mask truth, VolumeGeometry geometry) {
        VoxelBox box = truth.bounds().orElseThrow();
        int beyond = (int) Math.ceil(BEYOND_MM / geometry.spacingK());
        var slices = new ArrayList<Integer>();
        int count = Math.max(FEWEST_SLICES, (int) (box.sizeK() * geometry.spacingK() / APART_MM));
        for (int n = 1; n <= count; n++) {
            slices.add(box.lowK() + box.sizeK() * n / (count + 1));
        }
        slices.add(Math.max(0, box.lowK() - beyond));
        slices.add(Math.min(geometry.size().k() - 1, box.highK() + beyond));
        return slices;
    }

    private void draw(int k, Crew crew) {
        GridSize size = truth.size();
        MaskEdit cut = Mask.empty(size).edit();
        float[] slice = map.slice(k);
        for (int n = 0; n < slice.length; n++) {
            if (slice[n] < 0) {
                cut.set(n % size.i(), n / size.i(), k);
            } else if (slice[n] > LINE_FROM_MM && slice[n] < LINE_TO_MM) {
                outside.set(n % size.i(), n / size.i(), k);
            }
        }
        Components pieces = Components.of(cut.mask(), Connectivity.FACES, crew);
        var piece = new int[slice.length];
        pieces.writeSlice(k, piece);
        var deepest = new float[pieces.count() + 1];
        for (int n = 0; n < slice.length; n++) {
            deepest[piece[n]] = Math.min(deepest[piece[n]], slice[n]);
        }
        for (int n = 0; n < slice.length; n++) {
            float depth = deepest[piece[n]];
            if (piece[n] > 0 && depth <= -THINNEST_MM && slice[n] <= INNER * depth) {
                inside.set(n % size.i(), n / size.i(), k);
            }
        }
    }
}
