// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.forest;

import java.util.List;

/// What a forest learns from: for each label, counted from 0, the features of its examples; at least one each.
public record Examples(List<List<float[]>> ofLabel) {
    public Examples {
        ofLabel = ofLabel.stream().map(List::copyOf).toList();
        if (ofLabel.size() < 2 || ofLabel.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a forest learns two or more labels with examples");
        }
    }

    public int labels() {
        return ofLabel.size();
    }

    public int features() {
        return ofLabel.getFirst().getFirst().length;
    }

    public int count() {
        return ofLabel.stream().mapToInt(List::size).sum();
    }
}
