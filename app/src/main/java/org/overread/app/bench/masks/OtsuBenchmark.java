// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.volumes.BenchPhantom;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.Volume;

/// The threshold of Otsu's method with 256 bins and the mask that it makes, on the phantom of 256³.
public final class OtsuBenchmark implements Benchmark {
    private static final double THRESHOLD = -984.5; // the edge of a bin; ITK cuts its fraction off

    @Override
    public String name() {
        return "segmentation-otsu";
    }

    @Override
    public String purpose() {
        return "Otsu's threshold on a phantom of 256 x 256 x 256 voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(new Quantity("Otsu 256", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 3;
    }

    @Override
    public int rounds() {
        return 7;
    }

    @Override
    public Field open() {
        Volume phantom = BenchPhantom.of(256);
        Toolbox toolbox = Toolbox.open();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", () -> turn(toolbox, phantom)));
        PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of("256", "otsu"),
                        List.of("Otsu 256 bins"),
                        List.of("thr -984"))
                .ifPresent(contenders::add);
        return Field.of(contenders);
    }

    private static List<Double> turn(Toolbox toolbox, Volume phantom)
            throws BenchFailedException, InterruptedException {
        ToolReport report =
                new ToolRunner()
                        .run(
                                toolbox.find("threshold").orElseThrow(),
                                Map.of("method", "otsu"),
                                new ToolInput(phantom, List.of(), Optional.empty()),
                                ToolWork.alone());
        if (!(report.outcome() instanceof ToolOutcome.Segmented found)
                || found.numbers().stream()
                        .mapToDouble(ToolNumber::value)
                        .noneMatch(value -> Math.abs(value - THRESHOLD) < 1)) {
            throw new BenchFailedException("Otsu's threshold is not " + THRESHOLD + ".");
        }
        return List.of(report.milliseconds());
    }
}
