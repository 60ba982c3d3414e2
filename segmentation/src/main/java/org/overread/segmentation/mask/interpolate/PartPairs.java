// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which parts of two slices overlap where they lie, and in which groups of one and several they are taken.
///
/// First the pairs in which neither has another partner, then one part with several of the other slice that, by then,
/// have no other, and last each lower part with all that it still has. The order of ITK's filter, with what it passes
/// over: the first pair of all stays where a later lower part takes its several.
final class PartPairs {
    private final int below;
    private final int above;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<FlatShape> aloneBelow;
    private final List<FlatShape> aloneAbove;

    private record Pair(int below, int above) {}

    /// One part and those of the other slice that go with it, by their numbers.
    record Group(int one, List<Integer> many, boolean oneIsBelow) {}

    PartPairs(List<FlatShape> lower, List<FlatShape> upper) {
        below = lower.size();
        above = upper.size();
        for (int a = 0; a < below; a++) {
            for (int b = 0; b < above; b++) {
                if (lower.get(a).overlap(Shift.NONE, upper.get(b)) > 0) {
                    pairs.add(new Pair(a, b));
                }
            }
        }
        aloneBelow =
                IntStream.range(0, below)
                        .filter(a -> pairs.stream().noneMatch(pair -> pair.below() == a))
                        .mapToObj(lower::get)
                        .toList();
        aloneAbove =
                IntStream.range(0, above)
                        .filter(b -> pairs.stream().noneMatch(pair -> pair.above() == b))
                        .mapToObj(upper::get)
                        .toList();
        takeSingles();
        takeSeveral();
        takeRest();
    }

    List<FlatShape> aloneBelow() {
        return aloneBelow;
    }

    List<FlatShape> aloneAbove() {
        return aloneAbove;
    }

    List<Group> groups() {
        return groups;
    }

    private int[] partnersOfBelow() {
        var counts = new int[below];
        pairs.forEach(pair -> counts[pair.below()]++);
        return counts;
    }

    private int[] partnersOfAbove() {
        var counts = new int[above];
        pairs.forEach(pair -> counts[pair.above()]++);
        return counts;
    }

    private void takeSingles() {
        int[] ofBelow = partnersOfBelow();
        int[] ofAbove = partnersOfAbove();
        pairs.removeIf(
                pair -> {
                    boolean single = ofBelow[pair.below()] == 1 && ofAbove[pair.above()] == 1;
                    if (single) {
                        groups.add(new Group(pair.below(), List.of(pair.above()), true));
                    }
                    return single;
                });
    }

    private void takeSeveral() {
        int at = 0;
        while (at < pairs.size()) {
            Pair pair = pairs.get(at);
            if (partnersOfBelow()[pair.below()] == 1) {
                groups.add(new Group(pair.above(), ofAbove(pair.above()), false));
                at = remove(at, pair, 0);
            } else if (partnersOfAbove()[pair.above()] == 1) {
                groups.add(new Group(pair.below(), ofBelow(pair.below(), 0), true));
                at = remove(at, pair, 1);
            } else {
                at++;
            }
        }
    }

    private List<Integer> ofAbove(int part) {
        return pairs.stream().filter(p -> p.above() == part).map(Pair::below).toList();
    }

    private List<Integer> ofBelow(int part, int from) {
        return pairs.subList(from, pairs.size()).stream()
                .filter(p -> p.below() == part)
                .map(Pair::above)
                .toList();
    }

    /// Takes a pair and those of its group away; tells where the next one is.
    private int remove(int at, Pair pair, int from) {
        var kept = new ArrayList<Pair>();
        int next = 0;
        for (int n = 0; n < pairs.size(); n++) {
            Pair other = pairs.get(n);
            boolean together =
                    from == 0 ? other.above() == pair.above() : other.below() == pair.below();
            boolean gone = n == at || (n >= from && together);
            if (!gone) {
                kept.add(other);
                next += n < at ? 1 : 0;
            }
        }
        pairs.clear();
        pairs.addAll(kept);
        return next;
    }

    private void takeRest() {
        while (!pairs.isEmpty()) {
            int part = pairs.getFirst().below();
            groups.add(new Group(part, ofBelow(part, 0), true));
            pairs.removeIf(pair -> pair.below() == part);
        }
    }
}
