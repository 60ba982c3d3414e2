// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import org.overread.viewer.work.CancelToken;

/// Lets water rise from markers: each voxel goes to the marker whose water reaches it first, of two at once to the one
/// that was there first. The order of ITK's MorphologicalWatershedFromMarkers to the voxel: Beucher's where every voxel
/// gets a label, Meyer's where voxels between two waters stay dry. One thread.
final class Flooding {
    private static final int CLOSED = -1;

    private final int[] labels;
    private final int[] steps;
    private final HeightQueue queue;
    private final boolean[] seen;
    private final CancelToken cancel;
    private long visits;

    /// What becomes of voxels that water reaches from two sides.
    enum Line {
        /// They belong to the water that came first.
        NONE,
        /// They belong to none.
        DRY
    }

    /// `labels` holds the markers, 0 elsewhere, and the basins afterwards; `heights` are keys of the queue and are used
    /// up. Closed voxels get no label.
    Flooding(int[] heights, boolean[] open, int[] labels, int[] steps, CancelToken cancel) {
        this.labels = labels;
        this.steps = steps;
        this.cancel = cancel;
        queue = new HeightQueue(heights);
        seen = new boolean[labels.length];
        for (int n = 0; n < labels.length; n++) {
            if (!open[n]) {
                labels[n] = CLOSED;
                seen[n] = true;
            }
        }
    }

    void run(Line line) {
        switch (line) {
            case NONE -> beucher();
            case DRY -> meyer();
        }
        for (int n = 0; n < labels.length; n++) {
            labels[n] = Math.max(labels[n], 0);
        }
    }

    private void beucher() {
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] > 0 && besideDryLand(n)) {
                queue.push(n);
            }
        }
        for (int n = next(); n >= 0; n = next()) {
            int label = labels[n];
            for (int step : steps) {
                if (labels[n + step] == 0) {
                    labels[n + step] = label;
                    queue.push(n + step);
                }
            }
        }
    }

    private boolean besideDryLand(int n) {
        for (int step : steps) {
            if (labels[n + step] == 0) {
                return true;
            }
        }
        return false;
    }

    private void meyer() {
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] > 0) {
                seen[n] = true;
                for (int step : steps) {
                    if (labels[n + step] == 0) {
                        wait(n + step);
                    }
                }
            }
        }
        for (int n = next(); n >= 0; n = next()) {
            int label = onlyLabelBeside(n);
            if (label > 0) {
                labels[n] = label;
                for (int step : steps) {
                    wait(n + step);
                }
            }
        }
    }

    private void wait(int n) {
        if (!seen[n]) {
            seen[n] = true;
            queue.push(n);
        }
    }

    /// 0 where there are two.
    private int onlyLabelBeside(int n) {
        int only = 0;
        for (int step : steps) {
            int label = labels[n + step];
            if (label > 0) {
                if (only != 0 && label != only) {
                    return 0;
                }
                only = label;
            }
        }
        return only;
    }

    private int next() {
        if ((++visits & 0xFFFF) == 0) {
            cancel.check();
        }
        return queue.take();
    }
}
