// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.GreyValues;
import org.overread.segmentation.draw.PlaneFrame;
import org.overread.segmentation.draw.PlaneSlab;
import org.overread.segmentation.mask.Block;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// A stroke of a brush while it is drawn: takes samples one by one and says after each which voxels are new.
///
/// Between two samples lies all that the brush covers on the straight way from one to the other, in millimetres of the
/// patient, so fast strokes have no gaps; a first sample, and one at the same place, is one touch of the brush. A sample
/// costs the voxels around the newest piece of the way and a look at the list of the volume's blocks. One thread.
public final class Stroke {
    private static final double DEEPEST_MM = 3000;

    private final SweepVoxels voxels;
    private final Brush brush;
    private final Picker picker;
    private Mask drawn;
    private @Nullable StrokeSample last;

    /// Says which voxels of a sweep, that the stroke does not have yet, it takes.
    @FunctionalInterface
    private interface Picker {
        Mask pick(Sweep sweep, Mask covered, Mask fresh);
    }

    /// `plane` is the plane that is drawn on; a ball needs none and goes wherever its samples are.
    public Stroke(VolumeGeometry geometry, Brush brush, PlaneFrame plane, BrushLimit limit) {
        this(
                geometry,
                brush,
                switch (brush.shape()) {
                    case DISC -> SweepVoxels.ofDiscs(geometry, plane);
                    case BALL -> SweepVoxels.ofBalls(geometry);
                },
                limit);
    }

    private Stroke(VolumeGeometry geometry, Brush brush, SweepVoxels voxels, BrushLimit limit) {
        this.brush = brush;
        this.voxels = voxels;
        picker =
                switch (limit) {
                    case BrushLimit.None _ -> (_, _, fresh) -> fresh;
                    case BrushLimit.Values(var values, ValueRange range) ->
                            (_, _, fresh) -> inRange(fresh, new GreyValues(values), range);
                    case BrushLimit.Adaptive(var values, double tolerance) -> {
                        var tissue = new Tissue(new GreyValues(values), tolerance);
                        yield (sweep, covered, fresh) ->
                                tissue.pick(covered, core(sweep, geometry), fresh);
                    }
                };
        drawn = Mask.empty(geometry.size());
    }

    /// A stroke that draws a wall, upright on the plane and `depthMm` deep to either side: just so thick that no step
    /// from a voxel to one of its 26 neighbours leads through it. What grows is kept from entering it.
    public static Stroke wall(VolumeGeometry geometry, PlaneFrame plane, double depthMm) {
        if (!(depthMm >= 0 && depthMm <= DEEPEST_MM)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "A wall %s mm deep; it must be 0 to %.0f mm.".formatted(depthMm, DEEPEST_MM));
        }
        double slice = PlaneSlab.of(geometry, plane).reachMm();
        var slab = PlaneSlab.deep(geometry, plane, Math.max(slice, depthMm));
        var brush = new Brush(longestStep(geometry, plane) / 2, Brush.Shape.DISC);
        return new Stroke(
                geometry, brush, SweepVoxels.of(geometry, plane, slab), new BrushLimit.None());
    }

    /// The longest of all steps from a voxel to a neighbour, seen along the plane's normal.
    private static double longestStep(VolumeGeometry geometry, PlaneFrame plane) {
        double longest = 0;
        for (int k = 0; k < Math.max(1, geometry.size().k() - 1); k++) {
            for (int n = 0; n < 27; n++) {
                PatientVector step =
                        geometry.iStep()
                                .times(n % 3 - 1)
                                .plus(geometry.jStep().times(n / 3 % 3 - 1))
                                .plus(geometry.kStep(k).times(n / 9 - 1));
                longest = Math.max(longest, Math.hypot(step.dot(plane.u()), step.dot(plane.v())));
            }
        }
        return longest;
    }

    /// Goes on to a sample.
    public StrokeStep to(StrokeSample sample) {
        if (!sample.isSomewhere()) {
            return new StrokeStep.Refused(new DrawRefusal.NoPlace());
        }
        StrokeSample from = last == null ? sample : last;
        last = sample;
        PatientPoint start = voxels.place(from.at());
        var sweep =
                new Sweep(
                        start,
                        voxels.place(sample.at()).from(start),
                        brush.radiusMm(from.pressure()),
                        brush.radiusMm(sample.pressure()));
        Mask covered = voxels.of(sweep);
        if (covered.isEmpty()) {
            return new StrokeStep.Outside();
        }
        Mask fresh = picker.pick(sweep, covered, covered.minus(drawn));
        if (fresh.isEmpty()) {
            return new StrokeStep.NothingNew();
        }
        drawn = drawn.union(fresh);
        return new StrokeStep.Drawn(fresh);
    }

    /// All voxels so far.
    public Mask drawn() {
        return drawn;
    }

    /// Where the last sample was that counted.
    public Optional<StrokeSample> last() {
        return Optional.ofNullable(last);
    }

    /// The middle of the brush, a third as wide, but three voxels across where the brush is that wide.
    private Mask core(Sweep sweep, VolumeGeometry geometry) {
        double few = 1.5 * Math.max(geometry.spacingI(), geometry.spacingJ());
        return voxels.of(
                new Sweep(
                        sweep.start(),
                        sweep.way(),
                        Math.min(sweep.startMm(), Math.max(few, sweep.startMm() / 3)),
                        Math.min(sweep.endMm(), Math.max(few, sweep.endMm() / 3))));
    }

    private static Mask inRange(Mask mask, GreyValues values, ValueRange range) {
        MaskEdit edit = mask.edit();
        mask.forEachBlock(
                (n, block) -> {
                    VoxelBox box = mask.grid().box(n);
                    for (int k = box.lowK(); k <= box.highK(); k++) {
                        for (int j = box.lowJ(); j <= box.highJ(); j++) {
                            int row = mask.rowBits(box.lowI() / Block.SIDE, j, k);
                            for (int bits = row; bits != 0; bits &= bits - 1) {
                                int i = box.lowI() + Integer.numberOfTrailingZeros(bits);
                                if (!range.contains(values.at(i, j, k))) {
                                    edit.clear(i, j, k);
                                }
                            }
                        }
                    }
                });
        return edit.mask();
    }
}
