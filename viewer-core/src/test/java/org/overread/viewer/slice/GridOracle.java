// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// Where points lie in a grid, by Cramer's rule for each pair of slices: shares no arithmetic with the renderers.
final class GridOracle {
    private final VolumeGeometry geometry;

    GridOracle(VolumeGeometry geometry) {
        this.geometry = geometry;
    }

    /// Solves p = origin(k) + i·iStep + j·jStep, for tables in the pair of slices that p lies between.
    double[] index(PatientPoint p) {
        return switch (geometry.slices()) {
            case SliceStack.Even(PatientPoint first, PatientVector step) ->
                    solve(first, step, p, 0);
            case SliceStack.Table table -> {
                int last = table.origins().size() - 2;
                double[] found = new double[3];
                for (int k = 0; k <= last; k++) {
                    PatientPoint origin = table.origins().get(k);
                    PatientVector step = table.origins().get(k + 1).from(origin);
                    found = solve(origin, step, p, k);
                    if (found[2] < k + 1) {
                        break;
                    }
                }
                yield found;
            }
        };
    }

    private double[] solve(PatientPoint origin, PatientVector step, PatientPoint p, int k) {
        PatientVector a = geometry.iStep();
        PatientVector b = geometry.jStep();
        PatientVector wanted = p.from(origin);
        double whole = a.dot(b.cross(step));
        return new double[] {
            wanted.dot(b.cross(step)) / whole,
            a.dot(wanted.cross(step)) / whole,
            k + a.dot(b.cross(wanted)) / whole
        };
    }

    boolean isInside(double[] at) {
        boolean inside = true;
        for (int axis = 0; axis < 3; axis++) {
            inside &= at[axis] >= -0.5 && at[axis] <= count(axis) - 0.5;
        }
        return inside;
    }

    /// Whether the point is nearer than `edge` voxels to where the volume ends.
    boolean isAtBorder(double[] at, double edge) {
        boolean near = false;
        for (int axis = 0; axis < 3; axis++) {
            near |= Math.abs(at[axis] + 0.5) < edge;
            near |= Math.abs(at[axis] - count(axis) + 0.5) < edge;
        }
        return near;
    }

    /// Whether the point is nearer than `edge` voxels to where another voxel becomes the nearest.
    boolean isBetweenCells(double[] at, double edge) {
        boolean near = false;
        for (int axis = 0; axis < 3; axis++) {
            double overHalf = at[axis] + 0.5 - Math.floor(at[axis] + 0.5);
            near |= overHalf < edge || overHalf > 1 - edge;
        }
        return near;
    }

    private int count(int axis) {
        return switch (axis) {
            case 0 -> geometry.size().i();
            case 1 -> geometry.size().j();
            default -> geometry.size().k();
        };
    }

    /// The steps on each side of a plane at which a slab is sampled: never more than half a sample apart.
    int stepsASide(double thicknessMm, PatientVector deep) {
        double steepest = 0;
        for (int k = 0; k < Math.max(1, geometry.size().k() - 1); k++) {
            PatientPoint inCell = geometry.slices().originAt(k + 0.4);
            double[] here = index(inCell);
            double[] there = index(inCell.plus(deep.times(1e-3)));
            for (int axis = 0; axis < 3; axis++) {
                steepest = Math.max(steepest, Math.abs(there[axis] - here[axis]) / 1e-3);
            }
        }
        return (int) Math.max(1, Math.ceil(thicknessMm / 2 / (0.5 / steepest) - 1e-7));
    }
}
