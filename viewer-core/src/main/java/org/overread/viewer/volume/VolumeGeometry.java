// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// Where the samples of a volume lie in the patient: the grid as it was acquired, never as a program would like it.
///
/// `iStep` and `jStep` lead from one column and one row to the next; each slice has its own origin, so gantry tilt
/// (a step that is not perpendicular to the slices) and uneven slice distances are said as they are.
public record VolumeGeometry(
        GridSize size, PatientVector iStep, PatientVector jStep, SliceStack slices) {

    public VolumeGeometry {
        if (!iStep.isFinite() || !jStep.isFinite()) {
            throw new IllegalArgumentException("steps must be finite: " + iStep + " " + jStep);
        }
        PatientVector normal = iStep.cross(jStep);
        if (!(normal.length()
                > 1e-9 * iStep.length() * jStep.length())) { // negated: NaN is refused too
            throw new IllegalArgumentException("steps span no plane: " + iStep + " " + jStep);
        }
        switch (slices) {
            case SliceStack.Even(_, PatientVector step) -> {
                if (!(Math.abs(step.dot(normal)) > 1e-9 * step.length() * normal.length())) {
                    throw new IllegalArgumentException(
                            "the slice step " + step + " stays in the slice");
                }
            }
            case SliceStack.Table table -> requireOneDirection(table, size, normal);
        }
    }

    private static void requireOneDirection(
            SliceStack.Table table, GridSize size, PatientVector normal) {
        var origins = table.origins();
        if (origins.size() != size.k()) {
            throw new IllegalArgumentException(
                    "%d slice positions for %d slices".formatted(origins.size(), size.k()));
        }
        double sense = Math.signum(origins.get(1).from(origins.get(0)).dot(normal));
        for (int k = 1; k < origins.size(); k++) {
            if (!(origins.get(k).from(origins.get(k - 1)).dot(normal) * sense > 0)) {
                throw new IllegalArgumentException("slice positions turn back at slice " + k);
            }
        }
    }

    /// A grid whose axes are `columns`, `rows` (unit vectors) and their normal.
    public static VolumeGeometry regular(
            GridSize size,
            PatientPoint origin,
            PatientVector columns,
            PatientVector rows,
            double spacingI,
            double spacingJ,
            double spacingK) {
        PatientVector normal = columns.cross(rows).unit();
        return new VolumeGeometry(
                size,
                columns.times(spacingI),
                rows.times(spacingJ),
                new SliceStack.Even(origin, normal.times(spacingK)));
    }

    /// The centre of voxel (0, 0, 0).
    public PatientPoint origin() {
        return slices.originAt(0);
    }

    /// The unit vector perpendicular to the slices, along row direction x column direction.
    public PatientVector normal() {
        return iStep.cross(jStep).unit();
    }

    /// From slice `k` to the next; constant for even stacks.
    public PatientVector kStep(double k) {
        return slices.originAt(Math.floor(k) + 1).from(slices.originAt(Math.floor(k)));
    }

    /// Millimetres between neighbouring columns.
    public double spacingI() {
        return iStep.length();
    }

    /// Millimetres between neighbouring rows.
    public double spacingJ() {
        return jStep.length();
    }

    /// Millimetres between neighbouring slices, measured along the normal; the mean where distances differ.
    public double spacingK() {
        int intervals = Math.max(1, size.k() - 1);
        return Math.abs(slices.originAt(intervals).from(origin()).dot(normal())) / intervals;
    }

    public PatientPoint toPatient(VoxelPoint p) {
        return slices.originAt(p.k()).plus(iStep.times(p.i())).plus(jStep.times(p.j()));
    }

    public VoxelPoint toVoxel(PatientPoint p) {
        double k = sliceIndexAt(p);
        PatientVector inSlice = p.from(slices.originAt(k));
        return new VoxelPoint(dualI().dot(inSlice), dualJ().dot(inSlice), k);
    }

    /// The continuous slice index of the plane, parallel to the slices, that `p` lies in.
    public double sliceIndexAt(PatientPoint p) {
        PatientVector normal = normal();
        return switch (slices) {
            case SliceStack.Even(PatientPoint first, PatientVector step) ->
                    p.from(first).dot(normal) / step.dot(normal);
            case SliceStack.Table table -> {
                int below = intervalAt(table, p, normal);
                PatientPoint start = table.origins().get(below);
                PatientVector step = table.origins().get(below + 1).from(start);
                yield below + p.from(start).dot(normal) / step.dot(normal);
            }
        };
    }

    private static int intervalAt(SliceStack.Table table, PatientPoint p, PatientVector normal) {
        var origins = table.origins();
        double sense = Math.signum(origins.get(1).from(origins.get(0)).dot(normal));
        int low = 0;
        int high = origins.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (p.from(origins.get(middle)).dot(normal) * sense >= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The in-slice vector whose product with a displacement in the slice is its i component, in columns.
    public PatientVector dualI() {
        PatientVector across = jStep.cross(iStep.cross(jStep));
        return across.times(1 / across.dot(iStep));
    }

    /// The in-slice vector whose product with a displacement in the slice is its j component, in rows.
    public PatientVector dualJ() {
        PatientVector across = iStep.cross(iStep.cross(jStep));
        return across.times(1 / across.dot(jStep));
    }

    /// Whether the point lies in some voxel, whose cells reach half a sample beyond the outermost centres.
    public boolean contains(PatientPoint p) {
        VoxelPoint v = toVoxel(p);
        return v.i() >= -0.5
                && v.i() <= size.i() - 0.5
                && v.j() >= -0.5
                && v.j() <= size.j() - 0.5
                && v.k() >= -0.5
                && v.k() <= size.k() - 0.5;
    }

    /// The middle of the grid.
    public PatientPoint center() {
        return toPatient(
                new VoxelPoint((size.i() - 1) / 2.0, (size.j() - 1) / 2.0, (size.k() - 1) / 2.0));
    }
}
