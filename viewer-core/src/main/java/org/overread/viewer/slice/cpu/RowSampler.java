// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;

/// Reads samples along a run into the same columns of `out`. All of the run lies in the volume.
interface RowSampler {
    void nearest(Run run, float[] out);

    void linear(Run run, float[] out);

    void cubic(Run run, float[] out);
}
