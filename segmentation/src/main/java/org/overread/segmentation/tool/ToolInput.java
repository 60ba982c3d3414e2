// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.Volume;

/// What a tool works on. It adds no voxel outside `within`; absent means the whole volume.
public record ToolInput(Volume volume, List<Seed> seeds, Optional<Mask> within) {
    public ToolInput {
        seeds = List.copyOf(seeds);
    }

    /// The same, but no voxel of `barrier` may be entered.
    public ToolInput withBarrier(Mask barrier) {
        Mask open = within.orElseGet(() -> Mask.full(volume.geometry().size())).minus(barrier);
        return new ToolInput(volume, seeds, Optional.of(open));
    }

    /// The seeds of one label.
    public List<Seed> seeds(int label) {
        return seeds.stream().filter(s -> s.label() == label).toList();
    }

    /// The labels that seeds have, each once, ascending.
    public List<Integer> labels() {
        return seeds.stream().map(Seed::label).distinct().sorted().toList();
    }

    /// Visits each voxel of the seeds; a voxel that several seeds hold comes several times.
    public static void forEachVoxel(List<Seed> seeds, Consumer<Seed.Point> visitor) {
        for (Seed seed : seeds) {
            seed.forEachVoxel(visitor);
        }
    }
}
