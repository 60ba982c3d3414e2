// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import org.overread.viewer.slice.grid.Run;

/// Says which labels the pixels of a run show. One for each thread.
interface LabelReader {
    /// Adds to `sets[p][at + c]` the bits of the labels of plane p at column c, for all columns of the run.
    void read(Run run, long[][] sets, int at);
}
