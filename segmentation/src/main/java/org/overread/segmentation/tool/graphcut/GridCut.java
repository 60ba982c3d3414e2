// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.graphcut;

import java.util.Arrays;
import org.overread.viewer.work.CancelToken;

/// The largest flow from a source to a sink through a grid of voxels, each joined with the six that share a face, and
/// with it the cheapest cut between the two (Boykov and Kolmogorov 2004): two trees grow from source and sink until they
/// touch, flow runs along the path, and branches that it cut off look for a new stem.
///
/// Whole-numbered capacities, so that the result is exact. Thirty bytes a voxel. One thread.
public final class GridCut {
    private static final byte FREE = -1;
    private static final byte ROOT = 6; // hangs at the source or the sink
    private static final byte ORPHAN = 7;
    private static final int NONE = -1;

    /// The largest capacity between two voxels; what flows one way may flow back as well.
    public static final int LARGEST = Short.MAX_VALUE / 2;

    private final int[] steps;
    private final short[][] left; // what may still flow to the neighbour in each direction
    private final int[]
            fromTerminal; // above 0: what the source may still send; below: what the sink may take
    private final byte[] stems; // direction to the parent
    private final boolean[] inSinkTree;
    private final int[] times;
    private final int[] depths;
    private final int[]
            next; // of those that wait to grow; oneself where last, NONE where not waiting
    private final Queue orphans = new Queue();
    private int firstActive = NONE;
    private int lastActive = NONE;
    private int time;
    private long flow;

    /// `steps` come in pairs, `d ^ 1` leading back; no step from a voxel that has any capacity may leave the arrays.
    public GridCut(int count, int[] steps) {
        this.steps = steps;
        left = new short[6][count];
        fromTerminal = new int[count];
        stems = new byte[count];
        inSinkTree = new boolean[count];
        times = new int[count];
        depths = new int[count];
        next = new int[count];
    }

    /// Lets so much flow between a voxel and its neighbour, either way.
    public void join(int voxel, int direction, int capacity) {
        if (capacity < 0 || capacity > LARGEST) {
            throw new IllegalArgumentException("a capacity of " + capacity);
        }
        left[direction][voxel] = (short) capacity;
        left[direction ^ 1][voxel + steps[direction]] = (short) capacity;
    }

    /// Lets so much flow from the source to the voxel and from it to the sink; what flows straight through is counted at
    /// once.
    public void tie(int voxel, int fromSource, int toSink) {
        flow += Math.min(fromSource, toSink);
        fromTerminal[voxel] = fromSource - toSink;
    }

    /// Answers the largest flow: the price of the cheapest cut.
    public long run(CancelToken cancel) {
        begin();
        int current = NONE;
        int rounds = 0;
        while (true) {
            int voxel = current;
            current = NONE;
            if (voxel != NONE) {
                next[voxel] = NONE;
                voxel = stems[voxel] == FREE ? NONE : voxel;
            }
            if (voxel == NONE) {
                voxel = takeActive();
                if (voxel == NONE) {
                    return flow;
                }
            }
            if ((++rounds & 0x3FFF) == 0) {
                cancel.check();
            }
            int direction = grow(voxel);
            time++;
            if (direction != NONE) {
                next[voxel] = voxel; // it may have more to give: not to be queued meanwhile
                current = voxel;
                if (inSinkTree[voxel]) {
                    augment(voxel + steps[direction], direction ^ 1);
                } else {
                    augment(voxel, direction);
                }
                adopt();
            }
        }
    }

    /// Whether a voxel is on the source's side of the cut.
    public boolean isOnSourceSide(int voxel) {
        return stems[voxel] != FREE && !inSinkTree[voxel];
    }

    private void begin() {
        Arrays.fill(stems, FREE);
        Arrays.fill(next, NONE);
        for (int n = 0; n < fromTerminal.length; n++) {
            if (fromTerminal[n] != 0) {
                inSinkTree[n] = fromTerminal[n] < 0;
                stems[n] = ROOT;
                depths[n] = 1;
                activate(n);
            }
        }
    }

    private void activate(int voxel) {
        if (next[voxel] == NONE) {
            if (lastActive == NONE) {
                firstActive = voxel;
            } else {
                next[lastActive] = voxel;
            }
            lastActive = voxel;
            next[voxel] = voxel;
        }
    }

    private int takeActive() {
        while (firstActive != NONE) {
            int voxel = firstActive;
            if (next[voxel] == voxel) {
                firstActive = NONE;
                lastActive = NONE;
            } else {
                firstActive = next[voxel];
            }
            next[voxel] = NONE;
            if (stems[voxel] != FREE) {
                return voxel;
            }
        }
        return NONE;
    }

    /// Takes free neighbours into the voxel's tree; answers the direction of one in the other tree, or NONE.
    private int grow(int voxel) {
        boolean sink = inSinkTree[voxel];
        for (int d = 0; d < 6; d++) {
            int other = voxel + steps[d];
            if ((sink ? left[d ^ 1][other] : left[d][voxel]) == 0) {
                continue;
            }
            if (stems[other] == FREE) {
                inSinkTree[other] = sink;
                hang(other, d ^ 1, voxel);
                activate(other);
            } else if (inSinkTree[other] != sink) {
                return d;
            } else if (times[other] <= times[voxel] && depths[other] > depths[voxel]) {
                hang(other, d ^ 1, voxel); // a shorter way to the root
            }
        }
        return NONE;
    }

    private void hang(int voxel, int direction, int parent) {
        stems[voxel] = (byte) direction;
        times[voxel] = times[parent];
        depths[voxel] = depths[parent] + 1;
    }

    /// Lets flow what may along the path from the source through `from`, its neighbour in `direction` and to the sink.
    private void augment(int from, int direction) {
        int to = from + steps[direction];
        int most = left[direction][from];
        int root = from;
        for (int stem = stems[root]; stem != ROOT; stem = stems[root]) {
            root += steps[stem];
            most = Math.min(most, left[stem ^ 1][root]);
        }
        most = Math.min(most, fromTerminal[root]);
        root = to;
        for (int stem = stems[root]; stem != ROOT; stem = stems[root]) {
            most = Math.min(most, left[stem][root]);
            root += steps[stem];
        }
        most = Math.min(most, -fromTerminal[root]);
        push(from, direction, most);
        int voxel = from;
        while (stems[voxel] != ROOT) {
            int stem = stems[voxel];
            int parent = voxel + steps[stem];
            push(parent, stem ^ 1, most);
            if (left[stem ^ 1][parent] == 0) {
                orphan(voxel);
            }
            voxel = parent;
        }
        fromTerminal[voxel] -= most;
        if (fromTerminal[voxel] == 0) {
            orphan(voxel);
        }
        voxel = to;
        while (stems[voxel] != ROOT) {
            int stem = stems[voxel];
            push(voxel, stem, most);
            if (left[stem][voxel] == 0) {
                orphan(voxel);
            }
            voxel += steps[stem];
        }
        fromTerminal[voxel] += most;
        if (fromTerminal[voxel] == 0) {
            orphan(voxel);
        }
        flow += most;
    }

    private void push(int voxel, int direction, int amount) {
        left[direction][voxel] -= (short) amount;
        left[direction ^ 1][voxel + steps[direction]] += (short) amount;
    }

    /// The way to the root is still walked by the caller, so the mark is set afterwards.
    private void orphan(int voxel) {
        orphans.add(voxel);
    }

    private void adopt() {
        for (int n = 0; n < orphans.count(); n++) {
            stems[orphans.at(n)] = ORPHAN;
        }
        while (!orphans.isEmpty()) {
            int voxel = orphans.take();
            int best = bestStem(voxel);
            if (best == NONE) {
                letGo(voxel);
            } else {
                stems[voxel] = (byte) best;
                times[voxel] = time;
                depths[voxel] = depths[voxel + steps[best]] + 1;
            }
        }
    }

    /// The direction of the neighbour in the same tree that is nearest to the root, or NONE.
    private int bestStem(int voxel) {
        boolean sink = inSinkTree[voxel];
        int best = NONE;
        int shallowest = Integer.MAX_VALUE;
        for (int d = 0; d < 6; d++) {
            int other = voxel + steps[d];
            boolean conducts = (sink ? left[d][voxel] : left[d ^ 1][other]) != 0;
            if (conducts && stems[other] != FREE && inSinkTree[other] == sink) {
                int depth = depth(other);
                if (depth < shallowest) {
                    shallowest = depth;
                    best = d;
                }
            }
        }
        return best;
    }

    /// How far a voxel is from its root; the largest number where its branch hangs at an orphan. What was found is
    /// noted along the way.
    private int depth(int voxel) {
        int depth = 0;
        int at = voxel;
        while (times[at] != time) {
            int stem = stems[at];
            if (stem == ORPHAN) {
                return Integer.MAX_VALUE;
            }
            depth++;
            if (stem == ROOT) {
                times[at] = time;
                depths[at] = 1;
                depth--;
                break;
            }
            at += steps[stem];
        }
        int found = depth + depths[at];
        depth = found;
        for (at = voxel; times[at] != time; at += steps[stems[at]]) {
            times[at] = time;
            depths[at] = depth--;
        }
        return found;
    }

    /// Nobody takes the orphan: its children are orphans, and neighbours may grow into it again.
    private void letGo(int voxel) {
        boolean sink = inSinkTree[voxel];
        for (int d = 0; d < 6; d++) {
            int other = voxel + steps[d];
            if (stems[other] != FREE && inSinkTree[other] == sink) {
                if ((sink ? left[d][voxel] : left[d ^ 1][other]) != 0) {
                    activate(other);
                }
                int stem = stems[other];
                if (stem < ROOT && other + steps[stem] == voxel) {
                    stems[other] = ORPHAN;
                    orphans.add(other);
                }
            }
        }
        stems[voxel] = FREE;
    }

    /// First in, first out.
    private static final class Queue {
        private int[] values = new int[1 << 10];
        private int from;
        private int count;

        boolean isEmpty() {
            return count == 0;
        }

        int count() {
            return count;
        }

        int at(int n) {
            return values[(from + n) & (values.length - 1)];
        }

        void add(int value) {
            if (count == values.length) {
                var larger = new int[2 * count];
                for (int n = 0; n < count; n++) {
                    larger[n] = at(n);
                }
                values = larger;
                from = 0;
            }
            values[(from + count++) & (values.length - 1)] = value;
        }

        int take() {
            int value = values[from];
            from = (from + 1) & (values.length - 1);
            count--;
            return value;
        }
    }
}
