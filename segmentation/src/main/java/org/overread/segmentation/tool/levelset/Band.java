// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.Arrays;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.work.Crew;

/// A front and the voxels around it: `distance` (mm) is negative inside and kept in the voxels beside the front and in
/// two layers on either side of them, elsewhere only its sign counts (Whitaker's sparse field, with distances true to
/// the spacing). Five bytes a voxel of the box, and 4 for each near the front.
final class Band {
    private static final byte ACTIVE = 0;
    private static final byte FAR = 4;
    private static final byte LEFT = 5; // far now, but its distance is still right
    private static final byte SHELL =
            6; // mirrors the outermost voxels: the front meets the box at a right angle
    private static final int CHUNK = 2048;

    final float[] distance;
    private final boolean[] open;
    private final byte[] layers; // how many steps from the front
    private final int[] steps;
    private final double[] sides; // mm, of each step
    private final float smallest;
    private final float largest;
    private IntList active = new IntList();
    private IntList otherActive = new IntList();
    private final IntList[] around = {new IntList(), new IntList(), new IntList()};
    private final IntList fresh = new IntList();
    private final IntList left = new IntList();
    private final IntList joining = new IntList();

    /// `distance` has the right sign everywhere and is right beside the front; `sides` has the millimetres along i, j and
    /// k. Closed voxels are outside and stay there.
    Band(LocalBox box, float[] distance, boolean[] open, double[] sides) {
        this.distance = distance;
        this.open = open;
        steps = box.faces();
        this.sides = new double[] {sides[0], sides[0], sides[1], sides[1], sides[2], sides[2]};
        layers = new byte[distance.length];
        Arrays.fill(layers, SHELL);
        for (int k = 0; k < box.box().sizeK(); k++) {
            for (int j = 0; j < box.box().sizeJ(); j++) {
                int start = box.sliceStart(k) + j * box.row();
                Arrays.fill(layers, start, start + box.box().sizeI(), FAR);
            }
        }
        double least = Arrays.stream(sides).min().orElseThrow();
        smallest = (float) (1e-3 * least);
        largest = (float) (1.5 * Arrays.stream(sides).max().orElseThrow());
        for (int n = 0; n < distance.length; n++) {
            if (!open[n]) {
                distance[n] = Math.max(distance[n], smallest);
            }
        }
        for (int n = 0; n < distance.length; n++) {
            if (layers[n] == FAR) {
                mirror(n);
            }
        }
        for (int n = 0; n < distance.length; n++) {
            if (open[n] && isAtFront(n)) {
                layers[n] = ACTIVE;
                active.add(n);
            }
        }
    }

    /// How many voxels move by themselves: those beside the front and the layer around them.
    int movingCount() {
        return active.count() + around[0].count();
    }

    int moving(int n) {
        return n < active.count() ? active.at(n) : around[0].at(n - active.count());
    }

    /// How many of them lie beside the front: they are the first.
    int activeCount() {
        return active.count();
    }

    boolean isInside(int n) {
        return distance[n] < 0;
    }

    private boolean isAtFront(int n) {
        boolean inside = isInside(n);
        for (int step : steps) {
            if (isInside(n + step) != inside) {
                return true;
            }
        }
        return false;
    }

    /// Sees what turned inside out.
    @FunctionalInterface
    interface Turns {
        void turned(int voxel, boolean isInside);
    }

    /// Changes the distances of the voxels that move, in their order, and lets the band follow.
    void move(float[] changes, Turns turns, Crew crew) {
        for (int n = active.count(); n < movingCount(); n++) {
            int at = moving(n);
            float sign = isInside(at) ? -1 : 1;
            float far = sign * (distance[at] + changes[n]);
            distance[at] = sign * Math.clamp(far, smallest, 3 * largest);
        }
        joining.clear();
        for (int n = 0; n < active.count(); n++) {
            int at = active.at(n);
            boolean wasInside = isInside(at);
            float value = Math.clamp(distance[at] + changes[n], -largest, largest);
            distance[at] = value;
            if (wasInside != value < 0) {
                turns.turned(at, value < 0);
                for (int step : steps) {
                    if (layers[at + step] != ACTIVE && open[at + step]) {
                        joining.add(at + step);
                    }
                }
            }
        }
        for (int n = 0; n < joining.count(); n++) {
            int at = joining.at(n);
            if (layers[at] != ACTIVE && isAtFront(at)) {
                layers[at] = ACTIVE;
                active.add(at);
            }
        }
        leave();
        follow(crew);
    }

    private void leave() {
        otherActive.clear();
        for (int n = 0; n < active.count(); n++) {
            int at = active.at(n);
            if (isAtFront(at)) {
                otherActive.add(at);
            } else {
                layers[at] = LEFT;
                left.add(at);
            }
        }
        IntList before = active;
        active = otherActive;
        otherActive = before;
    }

    /// Lays the layers anew.
    void follow(Crew crew) {
        for (IntList layer : around) {
            for (int n = 0; n < layer.count(); n++) {
                int at = layer.at(n);
                if (layers[at] == 1) {
                    layers[at] = LEFT;
                    left.add(at);
                } else if (layers[at] != ACTIVE && layers[at] != LEFT) {
                    layers[at] = FAR;
                }
            }
            layer.clear();
        }
        fresh.clear();
        IntList inner = active;
        for (byte number = 1; number <= around.length; number++) {
            IntList layer = around[number - 1];
            for (int n = 0; n < inner.count(); n++) {
                for (int step : steps) {
                    int at = inner.at(n) + step;
                    if (layers[at] == FAR || layers[at] == LEFT) {
                        if (number == 1 && layers[at] == FAR) {
                            fresh.add(at);
                        }
                        layers[at] = number;
                        layer.add(at);
                    }
                }
            }
            // voxels of the first layer that were near before know better
            measure(number == 1 ? fresh : layer, (byte) (number - 1), crew);
            inner = layer;
        }
        for (int n = 0; n < left.count(); n++) {
            int at = left.at(n);
            layers[at] = layers[at] == LEFT ? FAR : layers[at];
        }
        left.clear();
        mirror(active);
        for (IntList layer : around) {
            mirror(layer);
        }
    }

    private void measure(IntList layer, byte from, Crew crew) {
        crew.each(
                Math.ceilDiv(layer.count(), CHUNK),
                part -> {
                    int end = Math.min(layer.count(), (part + 1) * CHUNK);
                    for (int n = part * CHUNK; n < end; n++) {
                        int at = layer.at(n);
                        distance[at] = away(at, from);
                    }
                });
    }

    private void mirror(IntList voxels) {
        for (int n = 0; n < voxels.count(); n++) {
            mirror(voxels.at(n));
        }
    }

    /// Gives the shell beside a voxel its distance, over edges too.
    private void mirror(int at) {
        for (int d = 0; d < 6; d++) {
            if (layers[at + steps[d]] == SHELL) {
                distance[at + steps[d]] = distance[at];
                for (int other = d | 1; ++other < 6; ) {
                    if (layers[at + steps[other]] == SHELL) {
                        distance[at + steps[d] + steps[other]] = distance[at];
                    }
                }
            }
        }
    }

    /// The distance of a voxel from what voxels of layers up to `from` say: where a slope of 1 leads, in each direction
    /// from the nearer neighbour. Its sign stays.
    private float away(int at, byte from) {
        double sign = isInside(at) ? -1 : 1;
        var near = new double[3];
        var weights = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int step = 0;
            double nearest = Double.POSITIVE_INFINITY;
            for (int d = 2 * axis; d < 2 * axis + 2; d++) {
                int other = at + steps[d];
                if (layers[other] <= from && sign * distance[other] < nearest) {
                    nearest = sign * distance[other];
                    step = steps[d];
                }
            }
            near[axis] = nearest;
            double side = sides[2 * axis];
            weights[axis] = 1 / (side * side);
            if (step != 0 && layers[at + 2 * step] <= from) {
                double second = sign * distance[at + 2 * step];
                if (second <= nearest) { // a parabola through both is closer to the truth
                    near[axis] = (4 * nearest - second) / 3;
                    weights[axis] *= 2.25;
                }
            }
        }
        return (float) (sign * Math.max(slope(near, weights), smallest));
    }

    /// The value from which the slope towards the neighbours is 1: from each axis alone, each two and all, the least that
    /// lies beyond the neighbours that it comes from.
    private static double slope(double[] near, double[] weights) {
        double best = Double.POSITIVE_INFINITY;
        for (int axes = 1; axes < 8; axes++) {
            double a = 0;
            double b = 0;
            double c = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int axis = 0; axis < 3; axis++) {
                if ((axes >> axis & 1) != 0) {
                    a += weights[axis];
                    b += weights[axis] * near[axis];
                    c += weights[axis] * near[axis] * near[axis];
                    most = Math.max(most, near[axis]);
                }
            }
            double root = b * b - a * c;
            if (root >= 0 && most < Double.POSITIVE_INFINITY) {
                double value = (b + Math.sqrt(root)) / a;
                if (value >= most) {
                    best = Math.min(best, value);
                }
            }
        }
        return best;
    }

    /// Makes the distances beside the front true again where their slope has drifted from 1; the front stays.
    void straighten() {
        var values = new float[active.count()];
        for (int n = 0; n < values.length; n++) {
            int at = active.at(n);
            double slope = 0;
            for (int d = 0; d < 6; d += 2) {
                double before = distance[at + steps[d]];
                double after = distance[at + steps[d + 1]];
                double across = (after - before) / (2 * sides[d]);
                // where the front runs between, the slope there is the one that counts
                double left =
                        isInside(at + steps[d]) == isInside(at)
                                ? 0
                                : (distance[at] - before) / sides[d];
                double right =
                        isInside(at + steps[d + 1]) == isInside(at)
                                ? 0
                                : (after - distance[at]) / sides[d];
                double here = Math.max(Math.abs(across), Math.max(Math.abs(left), Math.abs(right)));
                slope += here * here;
            }
            values[n] = (float) (distance[at] / Math.max(Math.sqrt(slope), 0.1));
        }
        for (int n = 0; n < values.length; n++) {
            int at = active.at(n);
            float sign = isInside(at) ? -1 : 1;
            distance[at] = sign * Math.clamp(Math.abs(values[n]), smallest, largest);
        }
    }
}
