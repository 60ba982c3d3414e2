// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/// Trees copied into flat arrays, which answer a few hundred times as fast as the library's objects. A voxel's chance
/// for a label is the mean over the trees of the label's share in the leaf that the voxel comes to. Immutable; any
/// thread.
public final class Forest {
    private static final int CHUNK = 512; // voxels whose features stay in the nearest cache

    private final int labels;
    private final int features;
    private final int[] roots;
    private final int[] feature; // of each node
    private final float[] threshold; // of each node: above it the second child
    private final int[]
            child; // the first of two neighbours; of a leaf, where its shares begin, as -1 - place
    private final float[] shares;

    private Forest(Copy copy) {
        labels = copy.labels;
        features = copy.features;
        roots = copy.roots;
        feature = Arrays.copyOf(copy.feature, copy.nodes);
        threshold = Arrays.copyOf(copy.threshold, copy.nodes);
        child = Arrays.copyOf(copy.child, copy.nodes);
        shares = Arrays.copyOf(copy.shares, copy.leafShares);
    }

    static Forest of(List<TreeModel<Label>> trees, int labels, int features) {
        var copy = new Copy(trees.size(), labels, features);
        for (int t = 0; t < trees.size(); t++) {
            copy.roots[t] = copy.tree(trees.get(t).getRoot());
        }
        return new Forest(copy);
    }

    public int labels() {
        return labels;
    }

    public int trees() {
        return roots.length;
    }

    public int nodes() {
        return feature.length;
    }

    /// Receives the chances of one voxel: those of all labels from `at` on, together 1. Reads them before it returns.
    @FunctionalInterface
    public interface Answers {
        void put(int voxel, float[] chances, int at);
    }

    /// Answers for `count` voxels, whose features stand in `values` one feature after the other, each of all voxels.
    public void answer(float[] values, int count, Answers answers) {
        if (values.length != count * features) {
            throw new IllegalArgumentException(
                    "%d numbers for %d voxels of %d features"
                            .formatted(values.length, count, features));
        }
        var offsets = new int[feature.length];
        for (int n = 0; n < offsets.length; n++) {
            offsets[n] = feature[n] * count;
        }
        var sums = new float[CHUNK * labels];
        for (int from = 0; from < count; from += CHUNK) {
            int end = Math.min(count, from + CHUNK);
            Arrays.fill(sums, 0);
            for (int root : roots) {
                add(root, values, offsets, from, end, sums);
            }
            for (int n = 0; n < sums.length; n++) {
                sums[n] /= roots.length;
            }
            for (int v = from; v < end; v++) {
                answers.put(v, sums, (v - from) * labels);
            }
        }
    }

    private void add(int root, float[] values, int[] offsets, int from, int end, float[] sums) {
        for (int v = from; v < end; v++) {
            int node = root;
            int next = child[node];
            while (next >= 0) {
                node = next + (values[offsets[node] + v] > threshold[node] ? 1 : 0);
                next = child[node];
            }
            int leaf = -1 - next;
            int at = (v - from) * labels;
            for (int l = 0; l < labels; l++) {
                sums[at + l] += shares[leaf + l];
            }
        }
    }

    /// The arrays while they grow.
    private static final class Copy {
        private final int labels;
        private final int features;
        private final int[] roots;
        private int[] feature = new int[1024];
        private float[] threshold = new float[1024];
        private int[] child = new int[1024];
        private int nodes;
        private float[] shares = new float[1024];
        private int leafShares;

        Copy(int trees, int labels, int features) {
            roots = new int[trees];
            this.features = features;
            this.labels = labels;
        }

        private record Place(Node<Label> node, int at) {}

        /// Breadth first, so that two children are neighbours.
        int tree(Node<Label> top) {
            var open = new ArrayDeque<Place>();
            int root = room(1);
            open.add(new Place(top, root));
            while (!open.isEmpty()) {
                Place place = open.remove();
                switch (place.node()) {
                    case SplitNode<Label> split -> {
                        int first = room(2);
                        feature[place.at()] = split.getFeatureID();
                        threshold[place.at()] = floor(split.splitValue());
                        child[place.at()] = first;
                        open.add(new Place(split.getLessThanOrEqual(), first));
                        open.add(new Place(split.getGreaterThan(), first + 1));
                    }
                    case LeafNode<Label> leaf -> child[place.at()] = -1 - leaf(leaf);
                    default ->
                            throw new IllegalStateException(
                                    "a tree's node of " + place.node().getClass());
                }
            }
            return root;
        }

        /// The largest float that is no larger: a float is above one exactly where it is above the other.
        private static float floor(double value) {
            float near = (float) value;
            return near > value ? Math.nextDown(near) : near;
        }

        private int room(int more) {
            if (nodes + more > feature.length) {
                feature = Arrays.copyOf(feature, 2 * feature.length);
                threshold = Arrays.copyOf(threshold, feature.length);
                child = Arrays.copyOf(child, feature.length);
            }
            nodes += more;
            return nodes - more;
        }

        private int leaf(LeafNode<Label> leaf) {
            if (leafShares + labels > shares.length) {
                shares = Arrays.copyOf(shares, 2 * shares.length + labels);
            }
            double sum = 0;
            for (Label label : leaf.getDistribution().values()) {
                sum += label.getScore();
            }
            for (Label label : leaf.getDistribution().values()) {
                int at = leafShares + Integer.parseInt(label.getLabel());
                shares[at] = (float) (label.getScore() / sum);
            }
            leafShares += labels;
            return leafShares - labels;
        }
    }
}
