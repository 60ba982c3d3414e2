// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// The voxels that a plane passes through: those whose centre is no farther from it than half of what the voxel's own
/// steps along i, j and k measure along the plane's normal.
///
/// Every place of the plane lies in the cell of one of them, so nothing drawn on an oblique plane has holes in it. For a
/// plane along the grid they are the voxels of one slice; one half way between two slices has those of the higher index,
/// whichever side it is seen from. Uneven slices reach half way to their neighbours.
///
/// A slab may also be given a depth of its own, for what is drawn through the volume. Immutable; any thread.
public final class PlaneSlab {
    private static final double NONE = 1e-6; // of the largest step: lost in rounding over a row
    private static final double TIE = 1e-6; // of the slab's thickness

    private final VolumeGeometry geometry;
    private final PatientVector normal;
    private final PatientPoint origin;
    private final double perI; // millimetres along the normal
    private final double perJ;
    private final double sense; // 1 or -1: where the index that matters most grows along the normal
    private final double acrossSlice; // half of what a voxel measures within its slice
    private final double depthMm; // to either side; not a number where voxels say how far

    private PlaneSlab(VolumeGeometry geometry, PlaneFrame plane, double depthMm) {
        this.geometry = geometry;
        this.depthMm = depthMm;
        normal = plane.normal();
        origin = plane.origin();
        double stepI = normal.dot(geometry.iStep());
        double stepJ = normal.dot(geometry.jStep());
        double stepK = normal.dot(geometry.kStep(0));
        double largest = Math.max(Math.abs(stepK), Math.max(Math.abs(stepI), Math.abs(stepJ)));
        perI = Math.abs(stepI) < NONE * largest ? 0 : stepI;
        perJ = Math.abs(stepJ) < NONE * largest ? 0 : stepJ;
        acrossSlice = (Math.abs(perI) + Math.abs(perJ)) / 2;
        double leading =
                Math.abs(stepK) >= largest ? stepK : Math.abs(stepI) >= largest ? stepI : stepJ;
        sense = leading < 0 ? -1 : 1;
    }

    public static PlaneSlab of(VolumeGeometry geometry, PlaneFrame plane) {
        return new PlaneSlab(geometry, plane, Double.NaN);
    }

    /// The voxels whose centres are at most so many millimetres from the plane.
    public static PlaneSlab deep(VolumeGeometry geometry, PlaneFrame plane, double mm) {
        if (!(mm >= 0)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A depth of %s mm; it must be 0 or more.".formatted(mm));
        }
        return new PlaneSlab(geometry, plane, mm);
    }

    /// All voxels.
    public static PlaneSlab through(VolumeGeometry geometry, PlaneFrame plane) {
        return deep(geometry, plane, Double.POSITIVE_INFINITY);
    }

    /// What the slab says of one slice: the plane's height over its first voxel, and between which heights over a voxel
    /// the plane passes through it.
    public record Slice(double height, double low, double high) {}

    public Slice slice(int k) {
        PatientPoint here = geometry.slices().originAt(k);
        if (!Double.isNaN(depthMm)) {
            double slack = TIE * (1 + Math.abs(normal.dot(geometry.kStep(0))));
            double limit = depthMm + slack;
            return new Slice(normal.dot(origin.from(here)), -limit, limit);
        }
        double up = normal.dot(stepFrom(k)) / 2;
        double down = -normal.dot(stepFrom(k - 1)) / 2;
        double low = Math.min(0, Math.min(up, down)) - acrossSlice;
        double high = Math.max(0, Math.max(up, down)) + acrossSlice;
        double tie = TIE * (high - low) * sense;
        return new Slice(normal.dot(origin.from(here)), low - tie, high - tie);
    }

    /// From a slice to the next; the outermost reach as far out as in.
    private PatientVector stepFrom(int k) {
        return switch (geometry.slices()) {
            case SliceStack.Even(_, PatientVector step) -> step;
            case SliceStack.Table(var origins) ->
                    geometry.kStep(Math.clamp(k, 0, origins.size() - 2));
        };
    }

    /// The voxels of row `j`; `slice` is that of the row.
    public RowSpan row(Slice slice, int j) {
        return span(slice, slice.height() - j * perJ, perI, geometry.size().i());
    }

    /// The voxels of column `i`, from row to row; `slice` is that of the column.
    public RowSpan column(Slice slice, int i) {
        return span(slice, slice.height() - i * perI, perJ, geometry.size().j());
    }

    private RowSpan span(Slice slice, double first, double perVoxel, int size) {
        if (perVoxel == 0 || slice.high() == Double.POSITIVE_INFINITY) {
            return isIn(first, slice) ? new RowSpan(0, size - 1) : RowSpan.NONE;
        }
        double a = (first - slice.low()) / perVoxel;
        double b = (first - slice.high()) / perVoxel;
        RowSpan about = RowSpan.within(Math.min(a, b), Math.max(a, b), size);
        int low = about.low();
        int high = about.high();
        while (low <= high && !isIn(first - low * perVoxel, slice)) {
            low++;
        }
        while (high >= low && !isIn(first - high * perVoxel, slice)) {
            high--;
        }
        return new RowSpan(low, high);
    }

    private boolean isIn(double height, Slice slice) {
        return sense > 0
                ? height >= slice.low() && height < slice.high()
                : height > slice.low() && height <= slice.high();
    }

    /// Whether the plane passes through a voxel.
    public boolean contains(int i, int j, int k) {
        Slice slice = slice(k);
        return isIn(slice.height() - j * perJ - i * perI, slice);
    }

    /// The farthest that a voxel's centre can be from the plane, in millimetres.
    public double reachMm() {
        if (!Double.isNaN(depthMm)) {
            return depthMm;
        }
        double reach = 0;
        for (int k = 0; k < geometry.size().k(); k++) {
            Slice slice = slice(k);
            reach = Math.max(reach, Math.max(-slice.low(), slice.high()));
            if (geometry.slices() instanceof SliceStack.Even) {
                break;
            }
        }
        return reach;
    }
}
