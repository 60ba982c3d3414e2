// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.overread.app.bench.drawing.DrawingBenchmark;
import org.overread.app.bench.drawing.PreviewBenchmark;
import org.overread.app.bench.drawing.ScribbleBenchmark;
import org.overread.app.bench.harness.Contest;
import org.overread.app.bench.masks.GrowerBenchmark;
import org.overread.app.bench.masks.InterpolationBenchmark;
import org.overread.app.bench.masks.LargeMaskBenchmark;
import org.overread.app.bench.masks.MaskBenchmark;
import org.overread.app.bench.masks.MaskEditBenchmark;
import org.overread.app.bench.masks.OtsuBenchmark;
import org.overread.app.bench.masks.SeedGrowthBenchmark;
import org.overread.app.bench.masks.SegmentationGoals;
import org.overread.app.bench.pictures.LargeVolumeBenchmark;
import org.overread.app.bench.pictures.PanesBenchmark;
import org.overread.app.bench.pictures.SliceBenchmark;
import org.overread.app.bench.store.StoreBenchmark;
import org.overread.app.bench.store.StoreSizeBenchmark;
import org.overread.app.bench.trust.BundleBenchmark;
import org.overread.app.bench.trust.LogBenchmark;
import org.overread.app.bench.trust.StatementBenchmark;
import org.overread.app.bench.volumes.ImportBenchmark;
import org.overread.app.bench.volumes.ImportMemoryBenchmark;
import org.overread.app.bench.volumes.ScanBenchmark;
import org.overread.app.bench.volumes.SeriesEncoding;
import org.overread.app.bench.window.IdleMemoryBenchmark;
import org.overread.app.bench.window.ReadingBenchmark;
import org.overread.app.bench.window.StartBenchmark;
import org.overread.app.bench.window.StrokeBenchmark;

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
        all.add(new PreviewBenchmark());
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
