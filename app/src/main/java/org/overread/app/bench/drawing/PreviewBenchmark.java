// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Goal;
import org.overread.app.bench.harness.Quantity;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskImages;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolCard;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.phantom.SampleSeries;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// A hand that clicks into the liver of the sample CT, made anew with 512 x 512 x 300 voxels, and widens the range of
/// values: from each move to the region that panes show.
///
/// Ranges are those around the click, from two to six times as wide as the values there spread; the widest
/// takes muscles too. What is found must hold most of the liver.
public final class PreviewBenchmark implements Benchmark {
    private static final int SLICES = 300;
    private static final double[] WIDTHS = {2, 2.5, 3, 3.5, 4, 5, 6};
    private static final double LEAST_SHARE = 0.8; // of the liver, by the widest
    private static final String SLOWEST = "preview, slowest of seven";

    private record Scene(Volume volume, Mask liver, Seed seed, ToolCard tool) {}

    @Override
    public String name() {
        return "growing-preview";
    }

    @Override
    public String purpose() {
        return "Grow the liver of 512 x 512 x 300 voxels from a click while a hand widens the range.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("preview, median", "ms"), new Quantity(SLOWEST, "ms"));
    }

    @Override
    public List<Goal> goals() {
        return List.of(new Goal.AtMost(SLOWEST, 100, "one pass over the values of the region"));
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 9;
    }

    @Override
    public Field open() {
        Scene scene = scene();
        return Field.of(List.of(new Contender("overread", () -> drag(scene))));
    }

    private static Scene scene() {
        SampleSeries ct = SampleStudy.series().getFirst();
        VolumeGeometry grid = ct.geometry();
        GridSize size = grid.size();
        var finer =
                VolumeGeometry.regular(
                        new GridSize(size.i(), size.j(), SLICES),
                        grid.origin(),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        grid.spacingI(),
                        grid.spacingJ(),
                        grid.spacingK() * size.k() / SLICES);
        var series = ct.on(finer);
        Volume volume =
                series.volume(ForkJoinPool.commonPool(), Progress.Listener.NONE, new CancelToken());
        Mask liver =
                MaskImages.fromImage(
                        series.truth(
                                series.phantom().structure("Liver"),
                                ForkJoinPool.commonPool(),
                                new CancelToken()));
        ToolCard tool = Toolbox.open().find("connected-threshold").orElseThrow();
        return new Scene(volume, liver, middle(liver), tool);
    }

    /// In the middle of the longest row of its middle slice.
    private static Seed middle(Mask liver) {
        var box = liver.bounds().orElseThrow();
        int k = (box.lowK() + box.highK()) / 2;
        int longest = 0;
        var seed = new Seed.Point(box.lowI(), box.lowJ(), k);
        for (int j = box.lowJ(); j <= box.highJ(); j++) {
            int run = 0;
            for (int i = box.lowI(); i <= box.highI(); i++) {
                run = liver.contains(i, j, k) ? run + 1 : 0;
                if (run > longest) {
                    longest = run;
                    seed = new Seed.Point(i - run / 2, j, k);
                }
            }
        }
        return seed;
    }

    private static List<Double> drag(Scene scene)
            throws BenchFailedException, InterruptedException {
        var times = new ArrayList<Double>();
        Mask last = Mask.empty(scene.liver().size());
        for (double width : WIDTHS) {
            long begun = System.nanoTime();
            ToolReport report =
                    new ToolRunner()
                            .run(
                                    scene.tool(),
                                    Map.of("range", "around-seeds", "multiplier", "" + width),
                                    new ToolInput(
                                            scene.volume(),
                                            List.of(scene.seed()),
                                            Optional.empty()),
                                    ToolWork.alone());
            if (!(report.outcome() instanceof ToolOutcome.Segmented found)) {
                throw new BenchFailedException("Nothing was found: " + report.outcome());
            }
            last = last.union(found.regions().getFirst().mask()); // as the segment is shown
            times.add((System.nanoTime() - begun) / 1e6);
        }
        if (last.intersection(scene.liver()).count() < LEAST_SHARE * scene.liver().count()) {
            throw new BenchFailedException(
                    "Of the liver's %d voxels %d were found."
                            .formatted(
                                    scene.liver().count(),
                                    last.intersection(scene.liver()).count()));
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return List.of(sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
