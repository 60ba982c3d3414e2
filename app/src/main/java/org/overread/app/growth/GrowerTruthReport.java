// SPDX-License-Identifier: Apache-2.0
package org.overread.app.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.phantom.PhantomStructure;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.work.Progress;

/// Every tool beside the truth of structures of the sample.
public record GrowerTruthReport(double pixelMm, double sliceMm, List<GrowerTruth.Line> lines) {
    /// What is compared where nobody names others: all structures of the sample.
    public static final List<String> STRUCTURES =
            SampleStudy.series().getFirst().phantom().structures().stream()
                    .map(PhantomStructure::name)
                    .toList();

    public GrowerTruthReport {
        lines = List.copyOf(lines);
    }

    /// Blocks for seconds a structure; `pixelMm` and `sliceMm` are the grid that the sample is drawn on.
    public static GrowerTruthReport of(
            List<String> structures, double pixelMm, double sliceMm, Progress.Listener listener)
            throws InterruptedException {
        var truth = new GrowerTruth();
        var lines = new ArrayList<GrowerTruth.Line>();
        long all = (long) structures.size() * GrowerTruth.tries().size();
        for (String structure : structures) {
            SampleOrgan organ = SampleOrgan.of(structure, pixelMm, sliceMm);
            for (String tool : GrowerTruth.tries()) {
                lines.add(truth.run(tool, structure, organ));
                listener.progress(new Progress(lines.size(), all));
            }
        }
        return new GrowerTruthReport(pixelMm, sliceMm, lines);
    }

    private double best(String structure) {
        return lines.stream()
                .filter(line -> line.structure().equals(structure))
                .mapToDouble(GrowerTruth.Line::dice)
                .max()
                .orElseThrow();
    }

    /// For people, in columns.
    public String table() {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "Sample CT, voxels of %.4g x %.4g x %.4g mm; scribbles in three slices or more, and beyond both ends.%n",
                        pixelMm,
                        pixelMm,
                        sliceMm));
        String before = "";
        for (GrowerTruth.Line line : lines) {
            if (!line.structure().equals(before)) {
                before = line.structure();
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%n%-26s %6s %9s %9s%n",
                                before
                                        + String.format(
                                                Locale.ROOT, ", %.1f ml", line.truthMillilitres()),
                                "Dice",
                                "ml",
                                "ms"));
            }
            text.append(
                    line.refusal().isPresent()
                            ? String.format(
                                    Locale.ROOT, "  %-24s %s%n", line.tool(), line.refusal().get())
                            : String.format(
                                    Locale.ROOT,
                                    "  %-24s %6.3f %9.1f %9.0f%s%n",
                                    line.tool(),
                                    line.dice(),
                                    line.millilitres(),
                                    line.milliseconds(),
                                    line.dice() == best(line.structure()) ? "  best" : ""));
        }
        return text.toString().stripTrailing();
    }
}
