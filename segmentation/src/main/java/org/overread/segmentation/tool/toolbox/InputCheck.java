// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.util.Optional;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// What every tool may count on.
final class InputCheck {
    private InputCheck() {}

    static Optional<ToolRefusal> refusal(ToolInput input) {
        if (!(input.volume().voxels() instanceof Voxels.InMemory)) {
            return Optional.of(new ToolRefusal.NoNumbers());
        }
        GridSize size = input.volume().geometry().size();
        for (Seed seed : input.seeds()) {
            switch (seed) {
                case Seed.Point(_, int i, int j, int k) -> {
                    if (!size.contains(i, j, k)) {
                        return Optional.of(new ToolRefusal.SeedOutside(i, j, k, size));
                    }
                }
                case Seed.Stroke(_, var voxels) -> {
                    if (!voxels.size().equals(size)) {
                        return Optional.of(
                                new ToolRefusal.OtherGrid("seed stroke", voxels.size(), size));
                    }
                }
            }
        }
        return input.within()
                .filter(w -> !w.size().equals(size))
                .map(w -> new ToolRefusal.OtherGrid("mask to stay within", w.size(), size));
    }
}
