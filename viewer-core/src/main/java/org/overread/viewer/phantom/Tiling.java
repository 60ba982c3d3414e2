// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.Objects;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Bounds;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The voxels of a slice that a body may reach, in tiles that lie inside, outside or on its surface.
///
/// Most tiles are settled by one look at the body's clearance, so the cost follows the surface and not the volume.
final class Tiling {
    private static final int TILE = 8;

    private final VolumeGeometry geometry;
    private final Body body;
    private final int lowI;
    private final int highI;
    private final int lowJ;
    private final int highJ;
    private final int lowK;
    private final int highK;

    /// Receives tiles: columns from…below `toI`, rows from…below `toJ`; in a boundary tile `near` stands for the body.
    interface Visitor {
        void inside(int fromI, int toI, int fromJ, int toJ);

        void boundary(Body near, int fromI, int toI, int fromJ, int toJ);
    }

    /// `marginMm`: how far beyond its surface the body matters.
    Tiling(VolumeGeometry geometry, Body body, double marginMm) {
        this.geometry = geometry;
        this.body = body;
        GridSize size = geometry.size();
        Bounds box = body.bounds().grown(marginMm).intersection(boundsOf(geometry, marginMm));
        var low = new double[] {1e9, 1e9, 1e9};
        var high = new double[] {-1e9, -1e9, -1e9};
        for (int corner = 0; corner < 8 && !box.isEmpty(); corner++) {
            VoxelPoint v =
                    geometry.toVoxel(
                            new PatientPoint(
                                    (corner & 1) == 0 ? box.low().x() : box.high().x(),
                                    (corner & 2) == 0 ? box.low().y() : box.high().y(),
                                    (corner & 4) == 0 ? box.low().z() : box.high().z()));
            double[] at = {v.i(), v.j(), v.k()};
            for (int d = 0; d < 3; d++) {
                low[d] = Math.min(low[d], at[d]);
                high[d] = Math.max(high[d], at[d]);
            }
        }
        lowI = (int) Math.max(0, Math.floor(low[0]));
        lowJ = (int) Math.max(0, Math.floor(low[1]));
        lowK = (int) Math.max(0, Math.floor(low[2]));
        highI = (int) Math.min(size.i(), Math.ceil(high[0]) + 1);
        highJ = (int) Math.min(size.j(), Math.ceil(high[1]) + 1);
        highK = (int) Math.min(size.k(), Math.ceil(high[2]) + 1);
    }

    boolean reaches(int k) {
        return k >= lowK && k < highK;
    }

    /// Walks over slice `k`; tiles further than `marginMm` outside are left out.
    void visit(int k, double marginMm, Visitor visitor) {
        PatientVector iStep = geometry.iStep();
        PatientVector jStep = geometry.jStep();
        PatientPoint origin = geometry.slices().originAt(k);
        for (int j = lowJ; j < highJ; j += TILE) {
            int toJ = Math.min(highJ, j + TILE);
            for (int i = lowI; i < highI; i += TILE) {
                int toI = Math.min(highI, i + TILE);
                double di = (toI - 1 - i) / 2.0;
                double dj = (toJ - 1 - j) / 2.0;
                PatientPoint p = origin.plus(iStep.times(i + di)).plus(jStep.times(j + dj));
                PatientVector across = iStep.times(di);
                PatientVector along = jStep.times(dj);
                double corner = Math.max(across.plus(along).length(), across.minus(along).length());
                double reach = corner + marginMm;
                double clearance = body.clearance(p.x(), p.y(), p.z());
                if (clearance < -reach) {
                    visitor.inside(i, toI, j, toJ);
                } else if (clearance <= reach) {
                    visitor.boundary(body.near(p.x(), p.y(), p.z(), reach), i, toI, j, toJ);
                }
            }
        }
    }

    private static Bounds boundsOf(VolumeGeometry geometry, double marginMm) {
        GridSize size = geometry.size();
        Bounds box = null;
        for (int corner = 0; corner < 8; corner++) {
            PatientPoint p =
                    geometry.toPatient(
                            new VoxelPoint(
                                    (corner & 1) == 0 ? 0 : size.i() - 1,
                                    (corner & 2) == 0 ? 0 : size.j() - 1,
                                    (corner & 4) == 0 ? 0 : size.k() - 1));
            var point = new Bounds(p, p);
            box = box == null ? point : box.union(point);
        }
        return Objects.requireNonNull(box).grown(marginMm + 1e-6);
    }
}
