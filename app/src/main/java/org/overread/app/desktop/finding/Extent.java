// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// Whether a marking lies on a volume at all.
final class Extent {
    private Extent() {}

    /// A landmark's point is inside; of the others some part may be, judged by the voxels that their corners span.
    static boolean meets(Marking marking, VolumeGeometry geometry) {
        return switch (marking) {
            case Marking.Landmark landmark -> geometry.contains(landmark.at());
            case Marking.FlatBox _, Marking.SolidBox _, Marking.Polygon _ -> {
                List<VoxelPoint> corners =
                        marking.points().stream().map(geometry::toVoxel).toList();
                yield overlaps(corners, VoxelPoint::i, geometry.size().i())
                        && overlaps(corners, VoxelPoint::j, geometry.size().j())
                        && overlaps(corners, VoxelPoint::k, geometry.size().k());
            }
        };
    }

    private static boolean overlaps(
            List<VoxelPoint> corners, ToDoubleFunction<VoxelPoint> along, int size) {
        double least = corners.stream().mapToDouble(along).min().orElse(0);
        double most = corners.stream().mapToDouble(along).max().orElse(0);
        return most >= -0.5 && least <= size - 0.5;
    }
}
