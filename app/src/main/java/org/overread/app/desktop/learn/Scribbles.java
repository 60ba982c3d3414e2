// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.VolumeGeometry;

/// The strokes to learn from, in the order they were made.
final class Scribbles {
    private static final double REACH_MM = 10;

    private final List<Scribble> all = new ArrayList<>();

    private record Scribble(int label, Mask voxels) {}

    boolean isEmpty() {
        return all.isEmpty();
    }

    void add(int label, Mask voxels) {
        all.add(new Scribble(label, voxels));
    }

    void takeBack() {
        all.removeLast();
    }

    void clear() {
        all.clear();
    }

    /// What each label was painted on.
    Map<Integer, Mask> painted() {
        var painted = new HashMap<Integer, Mask>();
        all.forEach(s -> painted.merge(s.label(), s.voxels(), Mask::union));
        return painted;
    }

    /// The slices of the strokes and some on both sides.
    Optional<SliceRange> range(VolumeGeometry geometry) {
        int more = (int) Math.ceil(REACH_MM / geometry.spacingK());
        return all.stream()
                .flatMap(stroke -> stroke.voxels().bounds().stream())
                .reduce(VoxelBox::union)
                .map(box -> box.grown(0, 0, more, geometry.size()))
                .map(box -> new SliceRange(box.lowK(), box.highK()));
    }
}
