// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.bricks;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.overread.viewer.volume.GridSize;

/// The level that is always there: each voxel is the mean of what has been read of the voxels that it covers, so the
/// first slice of each layer already shows something.
///
/// A layer that nothing has been read of yet lies on the line between the layers beside it, as pictures do between
/// slices, or shows the nearest one where only one side is there. What is farther off stays unknown.
final class CoarseLevel {
    /// How many layers apart two may be whose line is drawn between them.
    static final int STRETCH = 4;

    /// How many layers far one shows itself alone.
    private static final int REACH = STRETCH / 2;

    private final int shift;
    private final GridSize size;
    private final Layer[] layers;
    private final AtomicInteger empty; // layers that hold no slice

    /// Of level `shift` over a grid of `whole`. Takes memory as slices come.
    CoarseLevel(GridSize whole, int shift) {
        this.shift = shift;
        int side = 1 << shift;
        size =
                new GridSize(
                        Math.ceilDiv(whole.i(), side),
                        Math.ceilDiv(whole.j(), side),
                        Math.ceilDiv(whole.k(), side));
        int inLayer = Math.multiplyExact(size.i(), size.j());
        layers = new Layer[size.k()];
        Arrays.setAll(layers, _ -> new Layer(inLayer));
        empty = new AtomicInteger(size.k());
    }

    GridSize size() {
        return size;
    }

    /// Whether there are layers that nothing has been read of.
    boolean hasGaps() {
        return empty.get() > 0;
    }

    float value(int i, int j, int k) {
        int at = j * size.i() + i;
        Layer layer = layers[k];
        return layer.begun ? layer.means[at] : beside(k, at);
    }

    /// What layers beside an empty one tell of it.
    private float beside(int k, int at) {
        int below = distance(k, -1);
        int above = distance(k, 1);
        boolean isBetween = below + above <= STRETCH;
        float low = isBetween || below <= REACH ? layers[k - below].means[at] : Float.NaN;
        float high = isBetween || above <= REACH ? layers[k + above].means[at] : Float.NaN;
        if (Float.isNaN(high)) {
            return low;
        }
        return Float.isNaN(low) ? high : low + (high - low) * below / (below + above);
    }

    /// To the next layer that holds a slice; as far as no line reaches where there is none near.
    private int distance(int k, int step) {
        for (int n = 1; n < STRETCH; n++) {
            int layer = k + n * step;
            if (layer >= 0 && layer < layers.length && layers[layer].begun) {
                return n;
            }
        }
        return STRETCH;
    }

    /// Takes a slice of the whole grid in; values that are no number do not count.
    void add(int k, int columns, int rows, SliceValues values) {
        int side = 1 << shift;
        Layer layer = layers[k >> shift];
        synchronized (layer) { // slices of one layer come from several threads
            layer.makeRoom();
            for (int cj = 0; cj < size.j(); cj++) {
                int endJ = Math.min((cj + 1) * side, rows);
                for (int ci = 0; ci < size.i(); ci++) {
                    int endI = Math.min((ci + 1) * side, columns);
                    float here = mean(values, columns, ci * side, endI, cj * side, endJ);
                    if (!Float.isNaN(here)) {
                        layer.add(cj * size.i() + ci, here);
                    }
                }
            }
            if (!layer.begun) {
                layer.begun = true;
                empty.decrementAndGet();
            }
        }
    }

    /// The voxels of one k.
    private static final class Layer {
        private final int voxels;
        private float[] means = {};
        private byte[] slicesRead = {}; // that took part in a mean
        private volatile boolean begun; // a slice is in, all of it

        Layer(int voxels) {
            this.voxels = voxels;
        }

        void makeRoom() {
            if (!begun) {
                means = new float[voxels];
                Arrays.fill(means, Float.NaN);
                slicesRead = new byte[voxels];
            }
        }

        void add(int at, float value) {
            int n = ++slicesRead[at];
            means[at] = n == 1 ? value : means[at] + (value - means[at]) / n;
        }
    }

    private static float mean(
            SliceValues values, int columns, int fromI, int endI, int fromJ, int endJ) {
        return switch (values) {
            case SliceValues.Signed signed -> {
                short[] all = signed.values();
                long sum = 0;
                for (int j = fromJ; j < endJ; j++) {
                    int inRow = 0;
                    for (int n = j * columns + fromI; n < j * columns + endI; n++) {
                        inRow += all[n];
                    }
                    sum += inRow;
                }
                yield (float) sum / ((endI - fromI) * (endJ - fromJ));
            }
            case SliceValues.Bytes _, SliceValues.Unsigned _, SliceValues.Real _ ->
                    ofNumbers(values, columns, fromI, endI, fromJ, endJ);
        };
    }

    /// What is no number does not count.
    private static float ofNumbers(
            SliceValues values, int columns, int fromI, int endI, int fromJ, int endJ) {
        float sum = 0;
        int count = 0;
        for (int j = fromJ; j < endJ; j++) {
            for (int i = fromI; i < endI; i++) {
                float value = values.at(j * columns + i);
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }
}
