// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.toolbox.ToolReport;
import org.overread.segmentation.tool.toolbox.ToolRunner;
import org.overread.segmentation.tool.toolbox.Toolbox;
import org.overread.viewer.volume.Volume;

/// Growers and Otsu's threshold on phantoms of 512³ and 256³. Every turn is checked: all find the same number of voxels.
///
/// ITK takes part where the variable OVERREAD_PEERS names a folder that holds `itk_segmentation`. Its own seconds count,
/// the best of its repetitions, not its start.
final class GrowerBenchmark implements Benchmark {
    private static final List<Work> WORKS =
            List.of(
                    new Work(
                            "B1 connected 512",
                            512,
                            "connected-threshold",
                            Map.of("lower", "-100", "upper", "300"),
                            37_709_069,
                            "ct",
                            "ConnectedThreshold 6 "),
                    new Work(
                            "B2 neighbourhood 256",
                            256,
                            "neighborhood-connected",
                            Map.of("lower", "-100", "upper", "300", "radius", "1"),
                            4_504_965,
                            "nc",
                            "NeighborhoodConnected r1 "),
                    new Work(
                            "B3 confidence 256",
                            256,
                            "confidence-connected",
                            Map.of("radius", "2"),
                            329_443,
                            "cc",
                            "ConfidenceConnected it4 "));

    /// `filled` voxels are what the tool, and the peer, must find.
    private record Work(
            String name,
            int side,
            String tool,
            Map<String, String> settings,
            long filled,
            String peerWord,
            String peerLine) {}

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
        return WORKS.stream().map(w -> new Quantity(w.name(), "ms")).toList();
    }

    @Override
    public int warmUpRounds() {
        return 2;
    }

    @Override
    public int rounds() {
        return 5;
    }

    @Override
    public Field open() {
        Map<Integer, Volume> phantoms =
                Map.of(256, BenchPhantom.of(256), 512, BenchPhantom.of(512));
        Toolbox toolbox = Toolbox.open();
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", () -> ours(toolbox, phantoms)));
        Optional.ofNullable(System.getenv("OVERREAD_PEERS"))
                .map(folder -> Path.of(folder, "itk_segmentation"))
                .filter(Files::isRegularFile)
                .ifPresent(program -> contenders.add(new Contender("ITK", () -> itk(program))));
        return Field.of(contenders);
    }

    private static List<Double> ours(Toolbox toolbox, Map<Integer, Volume> phantoms)
            throws BenchFailedException, InterruptedException {
        var times = new ArrayList<Double>();
        for (Work work : WORKS) {
            Volume volume = phantoms.get(work.side());
            if (volume == null) {
                throw new IllegalStateException("no phantom of " + work.side());
            }
            int middle = work.side() / 2;
            var input =
                    new ToolInput(
                            volume,
                            List.of(new Seed.Point(middle, middle, middle)),
                            Optional.empty());
            ToolReport report =
                    new ToolRunner()
                            .run(
                                    toolbox.find(work.tool()).orElseThrow(),
                                    work.settings(),
                                    input,
                                    ToolWork.alone());
            long found =
                    report.outcome() instanceof ToolOutcome.Segmented segmented
                            ? segmented.regions().getFirst().mask().count()
                            : -1;
            require(work, found);
            times.add(report.milliseconds());
        }
        return times;
    }

    private static List<Double> itk(Path program)
            throws BenchFailedException, IOException, InterruptedException {
        var times = new ArrayList<Double>();
        for (Work work : WORKS) {
            Process process =
                    new ProcessBuilder(
                                    program.toString(),
                                    String.valueOf(work.side()),
                                    work.peerWord())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher line =
                    Pattern.compile(
                                    Pattern.quote(work.peerLine())
                                            + ".*?([0-9.]+) s .*\\n\\s+filled ([0-9]+)")
                            .matcher(said);
            if (process.waitFor() != 0 || !line.find()) {
                throw new BenchFailedException("itk_segmentation did not say how long it took.");
            }
            require(work, Long.parseLong(line.group(2)));
            times.add(Double.parseDouble(line.group(1)) * 1000);
        }
        return times;
    }

    private static void require(Work work, long found) throws BenchFailedException {
        if (found != work.filled()) {
            throw new BenchFailedException(
                    "%s: %d voxels were found and %d are right."
                            .formatted(work.name(), found, work.filled()));
        }
    }
}
