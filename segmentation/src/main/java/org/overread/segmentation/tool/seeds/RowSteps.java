// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.seeds;

/// Steps between the voxels of rows, which begin and end with a voxel that is shut. The first loop is one that the
/// runtime turns into instructions for 8 or 16 voxels at once: it has no branch and no dependence between voxels.
final class RowSteps {
    private RowSteps() {}

    /// Lets every voxel of a row take the least of what its three neighbours in another row have and the step costs;
    /// not 0 where one did.
    static int take(int[] near, int[] values, int[] from, int[] fromValues) {
        int changed = 0;
        for (int n = 1; n < near.length - 1; n++) {
            int value = values[n];
            int before = near[n];
            int left = from[n - 1] + Math.abs(value - fromValues[n - 1]);
            int middle = from[n] + Math.abs(value - fromValues[n]);
            int right = from[n + 1] + Math.abs(value - fromValues[n + 1]);
            int least = Math.min(Math.min(before, left), Math.min(middle, right));
            near[n] = least;
            changed |= before ^ least;
        }
        return changed;
    }

    /// Lets voxels of a row take from one another, forth and back; tells whether one is between `far` and `end`.
    static boolean along(int[] near, int[] values, int far, int end) {
        int last = near.length - 2;
        int before = near[0];
        for (int n = 1; n <= last; n++) {
            before = Math.min(near[n], before + Math.abs(values[n] - values[n - 1]));
            near[n] = before;
        }
        int between = 0; // its sign
        before = near[last + 1];
        for (int n = last; n > 0; n--) {
            before = Math.min(near[n], before + Math.abs(values[n] - values[n + 1]));
            near[n] = before;
            between |= (far - before) & (before - end);
        }
        return between < 0;
    }
}
