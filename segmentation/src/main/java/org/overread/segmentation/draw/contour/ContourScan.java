// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.List;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.draw.RowSpan;
import org.overread.segmentation.mask.Mask;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels that outlines on a plane enclose.
///
/// A voxel belongs where it is one of a slab's (those that the plane passes through, where nothing else is asked for) and
/// its centre, seen along the plane's normal, lies inside by parity over all outlines: a part that an outline runs around
/// twice is outside again, an outline within another one is a hole. Of a voxel whose centre lies on an outline, (low,
/// high] along u and along v decides. Zoom, winding and the first point change nothing.
///
/// Lines of voxels are cut by edges in doubles; where a centre is within a few nanometres of an edge, whole numbers
/// decide. Costs the edges times the lines that each crosses.
public final class ContourScan {
    private final VolumeGeometry geometry;
    private final PlaneFrame plane;
    private final PlaneSlab slab;
    private final List<Contour> contours;
    private final LineCuts cuts;
    private final boolean alongI;
    private final PatientVector step;
    private final PatientVector across;

    private ContourScan(VolumeGeometry geometry, List<Contour> contours, PlaneSlab slab) {
        this.geometry = geometry;
        this.contours = contours;
        this.slab = slab;
        plane = contours.getFirst().plane();
        double alongRows = flat(geometry.iStep());
        alongI = alongRows >= 0.2 * geometry.spacingI() || alongRows >= flat(geometry.jStep());
        step = alongI ? geometry.iStep() : geometry.jStep();
        across = alongI ? geometry.jStep() : geometry.iStep();
        cuts =
                new LineCuts(
                        contours,
                        step.dot(plane.u()),
                        step.dot(plane.v()),
                        alongI ? geometry.size().i() : geometry.size().j());
    }

    /// How long a step is, seen along the plane's normal.
    private double flat(PatientVector of) {
        return Math.hypot(of.dot(plane.u()), of.dot(plane.v()));
    }

    /// The voxels of the plane that a contour encloses.
    public static Mask of(VolumeGeometry geometry, Contour contour) {
        return of(geometry, List.of(contour));
    }

    /// The voxels of the plane that contours, all on the same plane, enclose.
    public static Mask of(VolumeGeometry geometry, List<Contour> contours) {
        return contours.isEmpty()
                ? Mask.empty(geometry.size())
                : of(geometry, contours, PlaneSlab.of(geometry, contours.getFirst().plane()));
    }

    /// The voxels of a slab along that plane.
    public static Mask of(VolumeGeometry geometry, List<Contour> contours, PlaneSlab slab) {
        if (contours.isEmpty()) {
            return Mask.empty(geometry.size());
        }
        PlaneFrame plane = contours.getFirst().plane();
        if (!contours.stream().allMatch(c -> c.plane().equals(plane))) {
            throw new IllegalArgumentException("outlines on different planes");
        }
        return new ContourScan(geometry, contours, slab).mask();
    }

    private Mask mask() {
        var writer = new RunWriter(geometry.size());
        var reach = LineReach.of(geometry, contours, slab, across);
        for (int k = reach.slices().low(); k <= reach.slices().high(); k++) {
            scanSlice(k, reach.lines(k), writer);
        }
        return writer.mask();
    }

    private void scanSlice(int k, RowSpan lines, RunWriter writer) {
        if (lines.isEmpty()) {
            return;
        }
        PlaneSlab.Slice slice = slab.slice(k);
        PatientPoint corner = geometry.slices().originAt(k);
        PatientPoint first = corner.plus(across.times(lines.low()));
        PatientVector from = first.from(plane.origin());
        cuts.cut(
                from.dot(plane.u()),
                from.dot(plane.v()),
                across.dot(plane.u()),
                across.dot(plane.v()),
                lines.high() - lines.low() + 1);
        for (int n = 0; n <= lines.high() - lines.low(); n++) {
            int line = lines.low() + n;
            if (cuts.isEmpty(n)) {
                continue;
            }
            RowSpan allowed = alongI ? slab.row(slice, line) : slab.column(slice, line);
            if (allowed.isEmpty()) {
                continue;
            }
            if (alongI) {
                cuts.forEachRun(n, allowed, (low, high) -> writer.row(low, high, line, k));
            } else {
                cuts.forEachRun(n, allowed, (low, high) -> writer.column(low, high, line, k));
            }
        }
    }
}
