// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The slices of a grid, each at its height along their normal, and where the columns and rows of each begin. Heights
/// ascend with k. Lines that are straight in the patient are straight here too, where slices are tilted or their
/// distances differ as well.
///
/// Heights are rounded to a ten-millionth of a slice, and a place in a slice to a fraction of a voxel that is coarser than
/// their errors: what lies on a voxel's centre does so whatever millimetres were rounded to.
final class SliceFrame {
    private static final double FINE = 1 << 24;
    private static final double COARSE = 1 << 16;

    private final GridSize size;
    private final double[] heights;
    private final double[] beginI;
    private final double[] beginJ;
    private final double[] points;

    private SliceFrame(GridSize size, double[] points) {
        this.size = size;
        this.points = points;
        heights = new double[size.k()];
        beginI = new double[size.k()];
        beginJ = new double[size.k()];
    }

    /// Points in voxel indices.
    static SliceFrame of(double[] indices, GridSize size) {
        var frame = new SliceFrame(size, indices);
        for (int k = 0; k < size.k(); k++) {
            frame.heights[k] = k;
        }
        return frame;
    }

    /// Points in the patient.
    static SliceFrame of(double[] mm, VolumeGeometry geometry) {
        var frame = new SliceFrame(geometry.size(), new double[mm.length]);
        PatientPoint origin = geometry.origin();
        PatientVector up = geometry.normal().times(1 / geometry.spacingK());
        if (geometry.kStep(0).dot(up) < 0) {
            up = up.times(-1);
        }
        PatientVector dualI = geometry.dualI();
        PatientVector dualJ = geometry.dualJ();
        for (int n = 0; n < mm.length; n += 3) {
            PatientVector from = new PatientPoint(mm[n], mm[n + 1], mm[n + 2]).from(origin);
            frame.points[n] = rounded(dualI.dot(from));
            frame.points[n + 1] = rounded(dualJ.dot(from));
            frame.points[n + 2] = rounded(up.dot(from));
        }
        for (int k = 0; k < frame.heights.length; k++) {
            PatientVector from = geometry.slices().originAt(k).from(origin);
            frame.beginI[k] = rounded(dualI.dot(from));
            frame.beginJ[k] = rounded(dualJ.dot(from));
            frame.heights[k] = rounded(up.dot(from));
        }
        return frame;
    }

    private static double rounded(double position) {
        return Math.rint(position * FINE) / FINE;
    }

    /// The column of a place in slice `k`, from its column counted from those of slice 0.
    double column(double i, int k) {
        return Math.rint((i - beginI[k]) * COARSE) / COARSE;
    }

    /// Likewise its row.
    double row(double j, int k) {
        return Math.rint((j - beginJ[k]) * COARSE) / COARSE;
    }

    GridSize size() {
        return size;
    }

    /// Column, row and height of every point, the columns and rows counted from those of slice 0.
    double[] points() {
        return points;
    }

    double height(int k) {
        return heights[k];
    }

    /// The first slice above a height; the number of slices where there is none.
    int firstAbove(double height) {
        int low = 0;
        int high = heights.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (heights[middle] > height) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
