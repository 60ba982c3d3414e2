// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.overread.viewer.volume.BitBlocks;

/// Two versions of the same labels at once. Label n of the first version is compared with label n of the second; where
/// one has more labels than the other, the other has nothing there.
public record LabelComparison(Labels first, Labels second, View view) implements Overlay {

    /// What is shown of the two.
    public sealed interface View {
        /// The first version alone.
        record First() implements View {}

        /// The second version alone.
        record Second() implements View {}

        /// Both whole, the second over the first.
        record Both() implements View {}

        /// What only the first has, in its style.
        record OnlyFirst() implements View {}

        /// What only the second has, in its style.
        record OnlySecond() implements View {}

        /// What both have, in the first's style.
        record Agreement() implements View {}

        /// What only one of them has, each in its style.
        record Disagreement() implements View {}

        /// The first in columns before `column`, the second from there on.
        record Swipe(int column) implements View {}
    }

    public LabelComparison {
        if (!first.geometry().equals(second.geometry())
                || !first.joined().equals(second.joined())
                || first.edges() != second.edges()) {
            throw new IllegalArgumentException("versions of labels share their grid and edges");
        }
    }

    @Override
    public Joining.Joined joined() {
        return first.joined();
    }

    /// The pairs that are drawn: a label hidden in either version is hidden in both.
    public List<Integer> shownPairs() {
        int pairs = Math.max(first.labels().size(), second.labels().size());
        return IntStream.range(0, pairs)
                .filter(n -> isShown(first, n) && isShown(second, n))
                .boxed()
                .toList();
    }

    private static boolean isShown(Labels version, int n) {
        return n >= version.labels().size() || version.labels().get(n).style().isShown();
    }

    /// The voxels of label `n` in one of the versions; none where it lacks the label.
    public BitBlocks bits(Labels version, int n) {
        return n < version.labels().size()
                ? version.labels().get(n).bits()
                : BitBlocks.none(version.geometry().size());
    }

    /// How label `n` looks in one of the versions; as in the other one where it lacks the label.
    public LabelStyle style(Labels version, int n) {
        Labels other = version.equals(first) ? second : first;
        return (n < version.labels().size() ? version : other).labels().get(n).style();
    }
}
