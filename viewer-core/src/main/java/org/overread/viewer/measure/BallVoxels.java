// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels whose centres lie in a ball.
final class BallVoxels {
    private BallVoxels() {}

    static void visit(Region.Sphere ball, VolumeGeometry geometry, RegionVoxels.Visitor visitor) {
        double radius = ball.radiusMm();
        PatientVector up = geometry.normal().times(radius);
        double oneEnd = geometry.sliceIndexAt(ball.center().plus(up));
        double otherEnd = geometry.sliceIndexAt(ball.center().plus(up.negated()));
        int first = Math.max(0, (int) Math.ceil(Math.min(oneEnd, otherEnd) - 1e-9));
        int last =
                Math.min(
                        geometry.size().k() - 1,
                        (int) Math.floor(Math.max(oneEnd, otherEnd) + 1e-9));
        double area = geometry.iStep().cross(geometry.jStep()).length();
        for (int k = first; k <= last; k++) {
            visitSlice(ball, geometry, k, area * thicknessMm(geometry, k), visitor);
        }
    }

    private static void visitSlice(
            Region.Sphere ball,
            VolumeGeometry geometry,
            int k,
            double size,
            RegionVoxels.Visitor visitor) {
        PatientVector toCenter = ball.center().from(geometry.slices().originAt(k));
        double height = toCenter.dot(geometry.normal());
        double radius2 = ball.radiusMm() * ball.radiusMm() * (1 + 1e-12);
        double rim = Math.sqrt(Math.max(0, radius2 - height * height));
        PatientVector dualI = geometry.dualI();
        PatientVector dualJ = geometry.dualJ();
        double middleI = dualI.dot(toCenter);
        double middleJ = dualJ.dot(toCenter);
        double reachI = rim * dualI.length();
        double reachJ = rim * dualJ.length();
        GridSize grid = geometry.size();
        int lastJ = (int) Math.min(grid.j() - 1.0, Math.floor(middleJ + reachJ + 1e-9));
        int lastI = (int) Math.min(grid.i() - 1.0, Math.floor(middleI + reachI + 1e-9));
        for (int j = (int) Math.max(0, Math.ceil(middleJ - reachJ - 1e-9)); j <= lastJ; j++) {
            PatientVector row = geometry.jStep().times(j).minus(toCenter);
            for (int i = (int) Math.max(0, Math.ceil(middleI - reachI - 1e-9)); i <= lastI; i++) {
                PatientVector way = row.plus(geometry.iStep().times(i));
                if (way.dot(way) <= radius2) {
                    visitor.voxel(i, j, k, size);
                }
            }
        }
    }

    /// How much room a slice takes up along the normal: half the way to either neighbour.
    private static double thicknessMm(VolumeGeometry geometry, int k) {
        SliceStack slices = geometry.slices();
        PatientVector both = slices.originAt(k + 1.0).from(slices.originAt(k - 1.0));
        return Math.abs(both.dot(geometry.normal())) / 2;
    }
}
