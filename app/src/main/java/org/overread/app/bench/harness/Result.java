// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.harness;

import java.util.List;

/// What came of one benchmark: a line for each quantity of each contender that takes part in it, and what became of the
/// goals.
public record Result(
        String benchmark, String purpose, List<Line> lines, List<Goal.Verdict> verdicts) {
    public Result {
        lines = List.copyOf(lines);
        verdicts = List.copyOf(verdicts);
    }

    /// The ratios are to the first contender: above 1 is slower, or more, than it.
    public record Line(
            String contender,
            String quantity,
            String unit,
            Summary summary,
            double medianRatio,
            double bestRatio,
            List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }
}
