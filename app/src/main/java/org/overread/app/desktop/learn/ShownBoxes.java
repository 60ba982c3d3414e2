// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PaneState;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;

/// The voxels that panes show.
final class ShownBoxes {
    /// An oblique plane stands in a box many times its own size; such a pane is answered from what others show.
    private static final long MOST_VOXELS = 4_000_000;

    private ShownBoxes() {}

    /// One box a pane that shows the volume, in the order of the panes.
    static List<VoxelBox> of(Volume volume, List<PaneState> panes) {
        var boxes = new ArrayList<VoxelBox>();
        for (PaneState pane : panes) {
            if (pane.volume().id().equals(volume.id())) {
                box(pane, volume.geometry().size()).ifPresent(boxes::add);
            }
        }
        return boxes;
    }

    private static Optional<VoxelBox> box(PaneState pane, GridSize size) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int corner = 0; corner < 4; corner++) {
            var at =
                    new PanePoint(
                            (corner & 1) == 0 ? 0 : pane.width(),
                            (corner & 2) == 0 ? 0 : pane.height());
            VoxelPoint p = pane.volume().geometry().toVoxel(pane.toPatient(at));
            double[] indices = {p.i(), p.j(), p.k()};
            for (int n = 0; n < 3; n++) {
                low[n] = Math.min(low[n], indices[n]);
                high[n] = Math.max(high[n], indices[n]);
            }
        }
        int[] sides = {size.i(), size.j(), size.k()};
        var from = new int[3];
        var to = new int[3];
        long voxels = 1;
        for (int n = 0; n < 3; n++) {
            from[n] = (int) Math.max(0, Math.round(low[n]));
            to[n] = (int) Math.min(sides[n] - 1L, Math.round(high[n]));
            if (from[n] > to[n]) {
                return Optional.empty();
            }
            voxels *= to[n] - from[n] + 1L;
        }
        return voxels > MOST_VOXELS
                ? Optional.empty()
                : Optional.of(new VoxelBox(from[0], from[1], from[2], to[0], to[1], to[2]));
    }
}
