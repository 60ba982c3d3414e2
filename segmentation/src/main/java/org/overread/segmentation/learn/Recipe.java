// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.overread.segmentation.learn.forest.ForestSettings;

/// What a model was made of: with the same volume and the same scribbles it can be made again, bit for bit.
/// `scribbles` is the SHA-256 of the scribbled voxels and their labels, `examples` how many of each label's voxels were
/// learned from.
public record Recipe(
        LearnSettings settings, String library, String scribbles, Map<Integer, Integer> examples) {
    public Recipe {
        examples = Collections.unmodifiableMap(new TreeMap<>(examples));
    }

    /// The same in words, as the origin of an edit is recorded; the seed is `settings().forest().seed()`.
    public Map<String, String> parameters() {
        var words = new TreeMap<String, String>();
        ForestSettings forest = settings.forest();
        words.put("features", String.join(", ", settings.features().names()));
        words.put("extent", settings.features().extent().name());
        words.put(
                "forest",
                "%d trees, depth %d, %d draws, %d in a leaf"
                        .formatted(
                                forest.trees(),
                                forest.depth(),
                                forest.draws(),
                                forest.leastInLeaf()));
        words.put("mostPerLabel", String.valueOf(settings.mostPerLabel()));
        words.put("seed", String.valueOf(forest.seed()));
        words.put("library", library);
        words.put("scribbles", scribbles);
        words.put(
                "examples",
                examples.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining(", ")));
        return Collections.unmodifiableMap(words);
    }
}
