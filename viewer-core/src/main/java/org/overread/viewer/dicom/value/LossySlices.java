// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.overread.viewer.dicom.value.LossyCompression.Certainty;

/// What lossy compression did to the slices of a volume: `count` of `all`. Each slice may have been compressed by a ratio
/// of its own, so steps tell from which to which.
public record LossySlices(int count, int all, Certainty certainty, List<Step> steps) {
    public LossySlices {
        steps = List.copyOf(steps);
    }

    /// One compression of all these slices. `least` and `most` are 0 where no ratio is stated.
    public record Step(String method, double least, double most) {

        /// For example `12 : 1`, or `8–12 : 1`; empty where it is not stated.
        public String ratioWords() {
            if (most == 0) {
                return "";
            }
            String lower = number(least);
            String upper = number(most);
            return lower.equals(upper) ? upper + " : 1" : lower + "–" + upper + " : 1";
        }

        private static String number(double ratio) {
            double tenths = Math.round(ratio * 10) / 10.0;
            return String.format(
                    Locale.ROOT,
                    ratio >= 10 || tenths == Math.rint(tenths) ? "%.0f" : "%.1f",
                    ratio);
        }

        /// Method and ratio, as far as they are stated.
        public String words() {
            return (method + " " + ratioWords()).strip();
        }
    }

    /// One answer for each slice; empty where no slice lost anything.
    public static Optional<LossySlices> of(List<Optional<LossyCompression>> slices) {
        List<LossyCompression> lossy = slices.stream().flatMap(Optional::stream).toList();
        if (lossy.isEmpty()) {
            return Optional.empty();
        }
        boolean certain = lossy.stream().anyMatch(one -> one.certainty() == Certainty.CERTAIN);
        return Optional.of(
                new LossySlices(
                        lossy.size(),
                        slices.size(),
                        certain ? Certainty.CERTAIN : Certainty.POSSIBLE,
                        steps(lossy)));
    }

    private static List<Step> steps(List<LossyCompression> lossy) {
        int longest = lossy.stream().mapToInt(one -> one.steps().size()).max().orElse(0);
        var steps = new ArrayList<Step>();
        for (int n = 0; n < longest; n++) {
            int step = n;
            List<LossyCompression.Step> same =
                    lossy.stream()
                            .filter(one -> one.steps().size() > step)
                            .map(one -> one.steps().get(step))
                            .toList();
            var methods =
                    same.stream()
                            .map(LossyCompression.Step::method)
                            .filter(method -> !method.isEmpty())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            DoubleSummaryStatistics ratios =
                    same.stream().flatMapToDouble(one -> one.ratio().stream()).summaryStatistics();
            boolean stated = ratios.getCount() > 0;
            steps.add(
                    new Step(
                            String.join(" or ", methods),
                            stated ? ratios.getMin() : 0,
                            stated ? ratios.getMax() : 0));
        }
        return steps;
    }

    /// For a mark on a picture, for example `Lossy 12 : 1`.
    public String brief() {
        String ratios =
                steps.stream()
                        .map(Step::ratioWords)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
        String mark = certainty == Certainty.CERTAIN ? "Lossy " : "Possibly lossy ";
        return (mark + ratios).strip();
    }

    /// One sentence for people.
    public String describe() {
        String which =
                count == all
                        ? all == 1 ? "The picture" : "All pictures"
                        : "%d of the %d pictures".formatted(count, all);
        boolean one = count == 1;
        String were = certainty == Certainty.CERTAIN ? one ? "was" : "were" : "may have been";
        String how = steps.stream().map(Step::words).collect(Collectors.joining(", then "));
        String lost =
                certainty == Certainty.CERTAIN
                        ? "fine detail and values are not as the scanner made them."
                        : "the file does not say whether anything was lost.";
        return "%s %s compressed with losses%s: %s"
                .formatted(which, were, how.isEmpty() ? "" : " (" + how + ")", lost);
    }
}
