// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import org.overread.segmentation.work.Crew;
import org.tribuo.ImmutableDataset;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// Grows forests with Tribuo's classification trees (CART, Gini), a tree to a thread: its own trainer of forests uses
/// one thread and all examples for every tree, which takes as many seconds as there are tenths for it.
public final class ForestGrower {
    private static final LabelFactory FACTORY = new LabelFactory();

    private ForestGrower() {}

    /// What grows the trees, with its version, as it is recorded.
    public static String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    /// Some milliseconds a tree.
    public static Forest grow(Examples examples, ForestSettings settings, Crew crew) {
        return Forest.of(trees(examples, settings, crew), examples.labels(), examples.features());
    }

    static List<TreeModel<Label>> trees(Examples examples, ForestSettings settings, Crew crew) {
        var bins = Bins.of(examples);
        var all =
                new MutableDataset<>(new SimpleDataSourceProvenance("scribbles", FACTORY), FACTORY);
        String[] names = names(examples.features());
        for (int label = 0; label < examples.labels(); label++) {
            for (float[] row : examples.ofLabel().get(label)) {
                var values = new double[row.length];
                for (int f = 0; f < row.length; f++) {
                    values[f] = bins.middle(f, row[f]);
                }
                all.add(new ArrayExample<>(new Label(name(label)), names, values));
            }
        }
        var fixed = ImmutableDataset.copyDataset(all);
        var trees = new ConcurrentSkipListMap<Integer, TreeModel<Label>>();
        crew.each(settings.trees(), n -> trees.put(n, tree(fixed, examples, settings, n)));
        return List.copyOf(trees.values());
    }

    private static TreeModel<Label> tree(
            ImmutableDataset<Label> all, Examples examples, ForestSettings settings, int n) {
        var random = new SplittableRandom(settings.seed() * 1_000_003 + n);
        float shareOfFeatures =
                (float) (Math.ceil(Math.sqrt(examples.features())) / examples.features());
        var trainer =
                new CARTClassificationTrainer(
                        settings.depth(),
                        settings.leastInLeaf(),
                        0,
                        shareOfFeatures,
                        false,
                        new GiniIndex(),
                        random.nextLong());
        return trainer.train(
                new DatasetView<>(
                        all,
                        draws(examples, settings, random),
                        all.getFeatureIDMap(),
                        all.getOutputIDInfo(),
                        "drawn"));
    }

    /// As many of every label, with replacement.
    private static int[] draws(
            Examples examples, ForestSettings settings, SplittableRandom random) {
        int most = Math.min(settings.draws(), examples.count());
        int each = Math.ceilDiv(most, examples.labels());
        var drawn = new int[each * examples.labels()];
        int first = 0;
        int n = 0;
        for (List<float[]> label : examples.ofLabel()) {
            for (int d = 0; d < each; d++) {
                drawn[n++] = first + random.nextInt(label.size());
            }
            first += label.size();
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /// Of equal length, so that their order is that of the numbers.
    private static String[] names(int count) {
        var names = new String[count];
        for (int n = 0; n < count; n++) {
            names[n] = name(n);
        }
        return names;
    }

    private static String name(int n) {
        return "%03d".formatted(n);
    }
}
