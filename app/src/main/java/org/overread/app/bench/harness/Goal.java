// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a quantity of ours is to reach. `bound` says what holds it where it is.
public sealed interface Goal {
    String quantity();

    String bound();

    /// So many times less than `peer` has, by medians.
    record TimesBetter(String quantity, String peer, double times, String bound) implements Goal {}

    /// So many times less than another quantity of ours.
    record TimesOwn(String quantity, String other, double times, String bound) implements Goal {}

    /// No more than a limit.
    record AtMost(String quantity, double limit, String bound) implements Goal {}

    /// Whether a goal was reached, and by how much.
    record Verdict(Goal goal, String found, String wanted, Outcome outcome) {}

    /// What became of a goal.
    enum Outcome {
        MET,
        MISSED,
        /// The peer is not there.
        OPEN
    }

    /// Judges what `ours`, the first contender, reached.
    default Verdict judge(String ours, List<Result.Line> lines) {
        Optional<Double> own = median(lines, ours, quantity());
        return switch (this) {
            case TimesBetter goal ->
                    judged(own, median(lines, goal.peer(), quantity()), goal.times(), goal.peer());
            case TimesOwn goal ->
                    judged(own, median(lines, ours, goal.other()), goal.times(), goal.other());
            case AtMost goal ->
                    new Verdict(
                            this,
                            own.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("-"),
                            "at most " + plain(goal.limit()),
                            own.map(value -> value <= goal.limit() ? Outcome.MET : Outcome.MISSED)
                                    .orElse(Outcome.OPEN));
        };
    }

    private Verdict judged(
            Optional<Double> own, Optional<Double> other, double times, String than) {
        Optional<Double> ratio = own.flatMap(mine -> other.map(theirs -> theirs / mine));
        return new Verdict(
                this,
                ratio.map(value -> String.format(Locale.ROOT, "%.1fx", value)).orElse("-"),
                plain(times) + "x " + than,
                ratio.map(value -> value >= times ? Outcome.MET : Outcome.MISSED)
                        .orElse(Outcome.OPEN));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Optional<Double> median(
            List<Result.Line> lines, String contender, String quantity) {
        return lines.stream()
                .filter(l -> l.contender().equals(contender) && l.quantity().equals(quantity))
                .map(line -> line.summary().median())
                .findFirst();
    }
}
