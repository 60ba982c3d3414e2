// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import java.util.Optional;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.draw.RowSpan;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// The voxels of a volume that a sweep covers, for balls, or for discs in a plane. Costs the rows around the sweep.
final class SweepVoxels {
    private static final double TIE = 1e-6; // of a voxel: as for a plane between two slices

    private final VolumeGeometry geometry;
    private final Optional<Flat> flat;
    private final double cellMm; // from a voxel's centre to its farthest corner

    /// The plane of a disc.
    private record Flat(PlaneFrame plane, PatientVector normal, PlaneSlab slab, double reachMm) {
        static Flat of(PlaneFrame plane, PlaneSlab slab) {
            return new Flat(plane, plane.normal(), slab, slab.reachMm());
        }

        PatientVector project(PatientVector v) {
            return v.minus(normal.times(v.dot(normal)));
        }
    }

    private SweepVoxels(VolumeGeometry geometry, Optional<Flat> flat) {
        this.geometry = geometry;
        this.flat = flat;
        double longest = 0;
        for (int k = 0; k < Math.max(1, geometry.size().k() - 1); k++) {
            longest = Math.max(longest, geometry.kStep(k).length());
        }
        cellMm = (geometry.spacingI() + geometry.spacingJ() + longest) / 2;
    }

    static SweepVoxels ofBalls(VolumeGeometry geometry) {
        return new SweepVoxels(geometry, Optional.empty());
    }

    static SweepVoxels ofDiscs(VolumeGeometry geometry, PlaneFrame plane) {
        return of(geometry, plane, PlaneSlab.of(geometry, plane));
    }

    /// Of discs as thick as a slab along their plane.
    static SweepVoxels of(VolumeGeometry geometry, PlaneFrame plane, PlaneSlab slab) {
        return new SweepVoxels(geometry, Optional.of(Flat.of(plane, slab)));
    }

    /// Where a sample counts: for a disc, the nearest place of its plane.
    PatientPoint place(PatientPoint p) {
        return flat.map(f -> f.plane.toPatient(f.plane.toPlane(p))).orElse(p);
    }

    /// The voxels that the sweep covers, and those that its middle passes through.
    Mask of(Sweep sweep) {
        MaskEdit edit = Mask.empty(geometry.size()).edit();
        cover(sweep, edit);
        if (Math.min(sweep.startMm(), sweep.endMm()) < cellMm) {
            middle(sweep, edit);
        }
        return edit.mask();
    }

    private void cover(Sweep sweep, MaskEdit edit) {
        double reach =
                Math.max(sweep.startMm(), sweep.endMm())
                        + Sweep.SLACK_MM
                        + flat.map(Flat::reachMm).orElse(0.0);
        PatientPoint end = sweep.start().plus(sweep.way());
        PatientVector up = geometry.normal().times(reach);
        double a = geometry.sliceIndexAt(sweep.start().plus(up));
        double b = geometry.sliceIndexAt(sweep.start().plus(up.negated()));
        double c = geometry.sliceIndexAt(end.plus(up));
        double d = geometry.sliceIndexAt(end.plus(up.negated()));
        RowSpan slices =
                RowSpan.within(
                        Math.min(Math.min(a, b), Math.min(c, d)),
                        Math.max(Math.max(a, b), Math.max(c, d)),
                        geometry.size().k());
        PatientVector dual = geometry.dualJ();
        double rows = reach * dual.length();
        for (int k = slices.low(); k <= slices.high(); k++) {
            PatientPoint corner = geometry.slices().originAt(k);
            double from = dual.dot(sweep.start().from(corner));
            double to = dual.dot(end.from(corner));
            RowSpan span =
                    RowSpan.within(
                            Math.min(from, to) - rows,
                            Math.max(from, to) + rows,
                            geometry.size().j());
            coverSlice(sweep, corner.from(sweep.start()), span, k, edit);
        }
    }

    private void coverSlice(Sweep sweep, PatientVector corner, RowSpan rows, int k, MaskEdit edit) {
        int size = geometry.size().i();
        PatientVector step = geometry.iStep();
        for (int j = rows.low(); j <= rows.high(); j++) {
            PatientVector first = corner.plus(geometry.jStep().times(j));
            RowSpan row;
            if (flat.isPresent()) {
                Flat f = flat.get();
                row = f.slab.row(f.slab.slice(k), j);
                if (!row.isEmpty()) {
                    row = row.and(sweep.row(f.project(first), f.project(step), size));
                }
            } else {
                row = sweep.row(first, step, size);
            }
            if (!row.isEmpty()) {
                edit.fill(new VoxelBox(row.low(), j, k, row.high(), j, k));
            }
        }
    }

    /// What a brush thinner than a voxel leaves: the voxel under every half a step of the way.
    private void middle(Sweep sweep, MaskEdit edit) {
        double[] inside = nearVolume(sweep);
        if (inside.length == 0) {
            return;
        }
        VoxelPoint from = geometry.toVoxel(sweep.start().plus(sweep.way().times(inside[0])));
        VoxelPoint to = geometry.toVoxel(sweep.start().plus(sweep.way().times(inside[1])));
        double steps =
                Math.abs(to.i() - from.i())
                        + Math.abs(to.j() - from.j())
                        + Math.abs(to.k() - from.k());
        int parts = (int) Math.ceil(2 * steps);
        GridSize size = geometry.size();
        for (int n = 0; n <= parts; n++) {
            double share =
                    parts == 0 ? 0 : inside[0] + (inside[1] - inside[0]) * n / (double) parts;
            VoxelPoint at = geometry.toVoxel(sweep.start().plus(sweep.way().times(share)));
            int i = nearest(at.i());
            int j = nearest(at.j());
            int k = nearest(at.k());
            if (size.contains(i, j, k)) {
                edit.set(i, j, k);
            }
        }
    }

    private static int nearest(double index) {
        return (int) Math.floor(index + 0.5 + TIE);
    }

    /// From which to which share of its way a sweep is within a ball around the volume; empty where it never is.
    private double[] nearVolume(Sweep sweep) {
        double radius = geometry.origin().distanceTo(geometry.center()) + 2 * cellMm;
        GridSize size = geometry.size();
        for (int corner = 1; corner < 8; corner++) {
            var at =
                    new VoxelPoint(
                            (corner & 1) * (size.i() - 1.0),
                            (corner >> 1 & 1) * (size.j() - 1.0),
                            (corner >> 2 & 1) * (size.k() - 1.0));
            double far = geometry.toPatient(at).distanceTo(geometry.center()) + 2 * cellMm;
            radius = Math.max(radius, far);
        }
        PatientVector first = sweep.start().from(geometry.center());
        PatientVector way = sweep.way();
        if (way.length() == 0) {
            return first.length() <= radius ? new double[] {0, 0} : new double[0];
        }
        double[] ends =
                RowEnds.roots(way.dot(way), first.dot(way), first.dot(first) - radius * radius);
        if (ends.length < 2 || ends[1] < 0 || ends[0] > 1) {
            return new double[0];
        }
        return new double[] {Math.max(0, ends[0]), Math.min(1, ends[1])};
    }
}
