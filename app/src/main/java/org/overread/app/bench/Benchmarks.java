// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.ArrayList;
import java.util.List;

/// The benchmarks there are.
public final class Benchmarks {
    private Benchmarks() {}

    public static List<Contest> all() {
        List<String> sample = List.of("--sample");
        var all = new ArrayList<Contest>();
        all.add(new StartBenchmark(sample));
        all.add(new IdleMemoryBenchmark(sample));
        all.add(new ReadingBenchmark(sample));
        for (SeriesEncoding encoding : SeriesEncoding.values()) {
            all.add(ImportBenchmark.of(encoding));
        }
        all.add(ImportBenchmark.ofLongSeries());
        all.add(new ImportMemoryBenchmark());
        all.add(new ScanBenchmark());
        all.add(new SliceBenchmark());
        all.add(new LargeVolumeBenchmark());
        all.add(new PanesBenchmark());
        all.add(new StrokeBenchmark());
        all.add(new MaskBenchmark());
        all.add(new MaskEditBenchmark());
        all.add(new DrawingBenchmark());
        all.add(new LargeMaskBenchmark());
        all.add(new GrowerBenchmark());
        all.add(new SeedGrowthBenchmark());
        all.add(new InterpolationBenchmark());
        all.add(new OtsuBenchmark());
        all.add(new ScribbleBenchmark());
        all.add(SegmentationGoals.benchmark());
        all.add(new StoreBenchmark());
        all.add(new StoreSizeBenchmark());
        all.add(new BundleBenchmark());
        all.add(new StatementBenchmark());
        all.add(new LogBenchmark());
        return List.copyOf(all);
    }
}
