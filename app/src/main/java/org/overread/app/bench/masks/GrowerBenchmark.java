// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.masks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Checked;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;
import org.overread.app.bench.harness.Turn;
import org.overread.app.bench.volumes.BenchPhantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.Volume;

/// Growers from the middle of phantoms of 512³ and 256³. Every turn is checked: ITK states the same number of voxels, and
/// ours are those that SciPy's labelling finds, to the voxel.
///
/// ITK takes part where the variable OVERREAD_PEERS names a folder that holds `itk_segmentation`. Its own seconds count,
/// the best of its repetitions, not its start.
public final class GrowerBenchmark implements Benchmark {
    private static final Map<String, String> RANGE = Map.of("lower", "-100", "upper", "300");
    private static final Work CONNECTED =
            new Work("B1 connected 512", 512, "connected-threshold", RANGE);
    private static final Work NEIGHBOURHOOD =
            new Work("B2 neighbourhood 256", 256, "neighborhood-connected", RANGE);
    private static final Work CONFIDENCE =
            new Work("B3 confidence 256", 256, "confidence-connected", Map.of("radius", "2"));

    private record Work(String name, int side, String tool, Map<String, String> settings) {
        List<Seed> seeds() {
            return List.of(new Seed.Point(side / 2, side / 2, side / 2));
        }
    }

    @Override
    public String name() {
        return "segmentation-growers";
    }

    @Override
    public String purpose() {
        return "Growers from one seed on phantoms; all must find the same voxels.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity(CONNECTED.name(), "ms"),
                new Quantity(NEIGHBOURHOOD.name(), "ms"),
                new Quantity(CONFIDENCE.name(), "ms"));
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
        Volume small = BenchPhantom.of(256);
        Volume large = BenchPhantom.of(512);
        Toolbox toolbox = Toolbox.open();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", () -> ours(toolbox, small, large)));
        peer().ifPresent(contenders::add);
        return Field.of(contenders);
    }

    /// ITK on both phantoms.
    private static Optional<Contender> peer() {
        Optional<Contender> large =
                PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of("512", "ct"),
                        List.of("ConnectedThreshold 6"),
                        List.of("filled 37709069"));
        Optional<Contender> small =
                PeerLines.contender(
                        "ITK",
                        "itk_segmentation",
                        List.of("256", "nc,cc"),
                        List.of("NeighborhoodConnected r1", "ConfidenceConnected it4"),
                        List.of("filled 4504965", "filled 329443 mean 119.506 var 85.347"));
        return large.flatMap(
                first ->
                        small.map(
                                second ->
                                        new Contender(
                                                "ITK", new Both(first.turn(), second.turn()))));
    }

    private record Both(Turn first, Turn second) implements Turn {
        @Override
        public List<Double> take() throws BenchFailedException, IOException, InterruptedException {
            var values = new ArrayList<>(first.take());
            values.addAll(second.take());
            return values;
        }

        @Override
        public boolean warmsUp() {
            return first.warmsUp() || second.warmsUp();
        }
    }

    private static List<Double> ours(Toolbox toolbox, Volume small, Volume large)
            throws BenchFailedException, InterruptedException {
        ToolReport connected = run(toolbox, CONNECTED, large);
        ToolReport neighbourhood = run(toolbox, NEIGHBOURHOOD, small);
        ToolReport confidence = run(toolbox, CONFIDENCE, small);
        Checked.require(
                Checked.digest(found(connected).regions().getFirst().mask()), "27175a444e415078");
        Checked.require(
                Checked.digest(found(neighbourhood).regions().getFirst().mask()),
                "8a713f6adf077f7a");
        Checked.require(found(confidence).regions().getFirst().mask().count(), 329_443L);
        Checked.require(String.format(Locale.ROOT, "%.3f", number(confidence, "mean")), "119.506");
        Checked.require(
                String.format(Locale.ROOT, "%.3f", number(confidence, "variance")), "85.347");
        return List.of(
                connected.milliseconds(), neighbourhood.milliseconds(), confidence.milliseconds());
    }

    private static ToolReport run(Toolbox toolbox, Work work, Volume volume)
            throws InterruptedException {
        return new ToolRunner()
                .run(
                        toolbox.find(work.tool()).orElseThrow(),
                        work.settings(),
                        new ToolInput(volume, work.seeds(), Optional.empty()),
                        ToolWork.alone());
    }

    private static ToolOutcome.Segmented found(ToolReport report) throws BenchFailedException {
        if (report.outcome() instanceof ToolOutcome.Segmented found) {
            return found;
        }
        throw new BenchFailedException("A tool found nothing: " + report.outcome());
    }

    private static double number(ToolReport report, String name) throws BenchFailedException {
        return found(report).numbers().stream()
                .filter(number -> number.name().equals(name))
                .mapToDouble(ToolNumber::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
