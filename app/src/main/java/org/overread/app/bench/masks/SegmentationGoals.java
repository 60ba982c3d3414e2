// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.time.Duration;
import java.util.List;
import org.overread.app.bench.harness.Goal;
import org.overread.app.bench.harness.Goal.AtMost;
import org.overread.app.bench.harness.Goal.TimesBetter;
import org.overread.app.bench.harness.Goal.TimesOwn;
import org.overread.app.bench.harness.JoinedBenchmark;
import org.overread.app.bench.harness.Recorded;

/// All of segmentation in one table, with what each quantity is to reach and what holds it where it is.
public final class SegmentationGoals {
    private static final String ITK = "ITK";
    private static final String RECORDED = Recorded.NAME;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private SegmentationGoals() {}

    public static JoinedBenchmark benchmark() {
        return new JoinedBenchmark(
                "segmentation",
                "Growers, masks, seeds, interpolation and edits in one table, with their goals.",
                List.of(
                        new GrowerBenchmark(),
                        new MaskBenchmark(),
                        new LargeMaskBenchmark(),
                        new SeedGrowthBenchmark(),
                        new InterpolationBenchmark(),
                        new MaskEditBenchmark(),
                        new OtsuBenchmark()),
                LIMIT,
                goals());
    }

    private static List<Goal> goals() {
        return List.of(
                new TimesBetter("B1 connected 512", ITK, 30, "one pass over 268 MB of values"),
                new TimesBetter("B2 neighbourhood 256", ITK, 50, "one pass over 34 MB of values"),
                new TimesBetter("B3 confidence 256", ITK, 8, "five fills and their statistics"),
                new TimesBetter("B4 islands 512", ITK, 4, "joining runs of 2.6 million parts"),
                new TimesBetter("B4 parts by faces", ITK, 4, "joining runs of 0.3 million parts"),
                new TimesBetter("B5 signed distance", ITK, 2.5, "branches of the lower envelopes"),
                new TimesBetter("B5 signed distance", "SciPy", 20, "branches of the envelopes"),
                new TimesBetter("B5 distance 512", ITK, 2.5, "branches of the lower envelopes"),
                new TimesBetter("B5 margin, 5 mm", ITK, 10, "blocks along the surface"),
                new TimesBetter("B6 full", RECORDED, 10, "steps within rows, one voxel at a time"),
                new TimesBetter("B6 update", RECORDED, 20, "rows, whole, that change hands"),
                new AtMost("B6 bytes a voxel", 10, "an int of distance and label, one of value"),
                new TimesBetter(
                        "B7 fill by distances", RECORDED, 8, "rows of shapes, for distances"),
                new TimesBetter("B7 fill by dilations", RECORDED, 8, "words of shapes"),
                new AtMost("B8 brush event, 99 of 100", 2, "rules that ask every segment"),
                new AtMost("B8 undo", 5, "blocks that a stroke touched"),
                new AtMost("B8 kept in memory", 100, "bits that changed, packed"),
                new TimesOwn("B8 surface after it", "all surfaces anew", 20, "blocks touched"),
                new TimesBetter("Otsu 256", ITK, 10, "counting every value, and the mask"),
                new TimesBetter("median, 3 a side", ITK, 10, "counters of 64 voxels at once"),
                new TimesBetter("opening, 5 a side", "VTK", 10, "words of 64 voxels"),
                new TimesBetter("surface to voxels", "VTK", 5, "crossings of rows, one by one"));
    }
}
