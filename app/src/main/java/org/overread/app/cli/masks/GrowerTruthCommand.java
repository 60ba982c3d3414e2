// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.List;
import java.util.concurrent.Callable;
import org.overread.app.cli.line.Json;
import org.overread.app.cli.line.ProgressLine;
import org.overread.app.growth.GrowerTruthReport;
import org.overread.viewer.phantom.PhantomStructure;
import org.overread.viewer.phantom.SampleStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "grower-truth",
        description =
                "Runs every grower on structures of the sample CT, from a few scribbles, and compares what it"
                        + " finds with the truth.")
public final class GrowerTruthCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "STRUCTURE",
            description = "Which, such as Spleen; all of them where none is named.")
    private List<String> structures = List.of();

    @Option(
            names = "--pixel",
            paramLabel = "MM",
            description = "Voxels of a slice, 0.8 (as scanned) to 8; 2.4 where nothing is said.")
    private double pixelMm = 2.4;

    @Option(
            names = "--slice",
            paramLabel = "MM",
            description = "From slice to slice, 1 to 10, 2.5 as scanned; 4 where nothing is said.")
    private double sliceMm = 4;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        require(pixelMm >= 0.8 && pixelMm <= 8, "--pixel is 0.8 to 8 mm.");
        require(sliceMm >= 1 && sliceMm <= 10, "--slice is 1 to 10 mm.");
        List<String> known =
                SampleStudy.series().getFirst().phantom().structures().stream()
                        .map(PhantomStructure::name)
                        .toList();
        for (String name : structures) {
            require(
                    known.contains(name),
                    "The sample has no '%s'; it has: %s."
                            .formatted(name, String.join(", ", known)));
        }
        try (var line = new ProgressLine(spec.commandLine().getErr(), "grower-truth")) {
            GrowerTruthReport report =
                    GrowerTruthReport.of(
                            structures.isEmpty() ? GrowerTruthReport.STRUCTURES : structures,
                            pixelMm,
                            sliceMm,
                            line);
            spec.commandLine().getOut().println(json ? Json.of(report) : report.table());
        }
        return 0;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
