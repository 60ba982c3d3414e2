// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.watershed;

import java.util.Arrays;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.viewer.work.CancelToken;

/// Which basin each voxel of a box belongs to, 0 for none.
final class Basins {
    private final int[] labels;
    private final int count;

    private Basins(int[] labels, int count) {
        this.labels = labels;
        this.count = count;
    }

    /// How the water flows.
    record Flow(boolean throughCorners, Flooding.Line line) {
        int[] steps(LocalVolume local) {
            int[] steps = throughCorners ? local.box().corners() : local.box().faces();
            Arrays.sort(steps); // the order in which ITK looks at neighbours
            return steps;
        }
    }

    /// Water rises from the seeds; a basin has the seed's label.
    static Basins fromSeeds(LocalVolume local, float[] heights, Flow flow, CancelToken cancel) {
        var labels = new int[heights.length];
        for (int n = 0; n < labels.length; n++) {
            labels[n] = local.seeds()[n] & 0xFF;
        }
        return flooded(local, heights, labels, 255, flow, cancel);
    }

    /// Water rises from every minimum that is at least `level` deep; basins are numbered in the order of the first voxels
    /// of the minima.
    static Basins fromMinima(
            LocalVolume local, float[] heights, float level, Flow flow, CancelToken cancel) {
        var labels = new int[heights.length];
        var minima = new Minima(local.open(), flow.steps(local), cancel);
        int count = minima.mark(level > 0 ? minima.filled(heights, level) : heights, labels);
        return flooded(local, heights, labels, count, flow, cancel);
    }

    private static Basins flooded(
            LocalVolume local,
            float[] heights,
            int[] labels,
            int count,
            Flow flow,
            CancelToken cancel) {
        var keys = new int[heights.length];
        for (int n = 0; n < keys.length; n++) {
            keys[n] = HeightQueue.key(heights[n]);
        }
        new Flooding(keys, local.open(), labels, flow.steps(local), cancel).run(flow.line());
        return new Basins(labels, count);
    }

    /// The largest number that a basin may have.
    int count() {
        return count;
    }

    int at(int voxel) {
        return labels[voxel];
    }
}
