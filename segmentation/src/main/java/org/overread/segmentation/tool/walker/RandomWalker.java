// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.walker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.ConfidenceMap;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.local.Filters;
import org.overread.segmentation.tool.local.LocalBox;
import org.overread.segmentation.tool.local.LocalTool;
import org.overread.segmentation.tool.local.LocalVolume;
import org.overread.segmentation.tool.local.Spread;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.work.Progress;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Parts the box around the seeds between two or more labels: each voxel goes to the label whose seeds a random walk
/// from it meets first with the largest chance (Grady 2006). The chance is kept as confidence.
@Plugin(
        type = SegmentationTool.class,
        name = "random-walker",
        label = "Random walker",
        description =
                "Gives every voxel near the seeds to the label that a walk through like values most likely meets first, and says how sure that is: for edges that are weak, noisy or have gaps. Needs two or more labels.")
public final class RandomWalker extends LocalTool {
    private static final int BYTES = 55;

    /// Differences of this many times the noise are to one spread of values what an edge is.
    private static final double NOISE_TO_SPREAD = 8;

    @Parameter(
            label = "Beta",
            description =
                    "How strongly differences of values hold a walk back: a step's weight is exp(-beta d² / (10 s²)).",
            min = "0",
            max = "1e6")
    private double beta = 130;

    @Parameter(
            label = "Scale",
            description =
                    "What differences are measured by: noise takes 8 times the noise of neighbours, spread the standard deviation of the values in the box.")
    private Scale scale = Scale.NOISE;

    @Parameter(
            label = "Smoothing",
            description = "The values are blurred by a Gaussian of this width first; 0 does not.",
            min = "0",
            max = "20",
            attrs = @Attr(name = "unit", value = "mm"))
    private double smoothMm = 1;

    @Parameter(
            label = "Lengths",
            description =
                    "millimetres makes steps between voxels that are farther apart rarer; as-skimage makes differences between them count less.")
    private Walk.Lengths lengths = Walk.Lengths.MILLIMETRES;

    @Parameter(
            label = "Tolerance",
            description = "The solution ends when this part of it is left.",
            min = "1e-6",
            max = "0.1")
    private double tolerance = 1e-3;

    @Parameter(
            label = "Most steps",
            description = "The solution ends after so many steps in any case.",
            min = "1",
            max = "10000")
    private int mostSteps = 150;

    @Parameter(
            label = "Sure from",
            description = "Voxels whose chance is below are counted as unsure.",
            min = "0",
            max = "1")
    private double sureFrom = 0.6;

    /// What differences of values are measured by.
    enum Scale {
        NOISE,
        SPREAD
    }

    @Override
    protected int bytesPerVoxel() {
        return LocalVolume.BYTES + BYTES;
    }

    @Override
    protected Optional<ToolRefusal> unfit(ToolInput input) {
        int labels = input.labels().size();
        return labels < 2
                ? Optional.of(
                        new ToolRefusal.Unfit(
                                "The tool parts the volume between seeds of two or more labels, and was given %d."
                                        .formatted(labels)))
                : Optional.empty();
    }

    @Override
    protected ToolOutcome segment(LocalVolume local, ToolInput input, Crew crew, ToolWork work) {
        List<Integer> labels = input.labels();
        Filters.smoothInPlace(local, smoothMm, crew);
        double measure = measure(local);
        var walk = new Walk(local, beta / (10 * measure * measure), lengths, crew);
        work.progress().progress(new Progress(1, labels.size()));
        ConjugateGradients solver = walk.solver();
        int count = local.values().length;
        var right = new float[count];
        var chances = new float[count];
        var rest = new float[count];
        var best = new float[count];
        var winners = new byte[count];
        Arrays.fill(rest, 1);
        int steps = 0;
        double left = 0;
        for (int n = 0; n < labels.size(); n++) {
            byte label = (byte) (int) labels.get(n);
            if (n < labels.size() - 1) {
                var found = walk.solve(solver, labels.get(n), right, chances, tolerance, mostSteps);
                steps += found.steps();
                left = Math.max(left, found.left());
                for (int v = 0; v < count; v++) {
                    rest[v] -= chances[v];
                }
            } else {
                System.arraycopy(rest, 0, chances, 0, count);
            }
            for (int v = 0; v < count; v++) {
                if (local.open()[v] && (winners[v] == 0 || chances[v] > best[v])) {
                    best[v] = chances[v];
                    winners[v] = label;
                }
            }
            work.progress().progress(new Progress(n + 1L, labels.size()));
        }
        return answer(
                local,
                labels,
                best,
                winners,
                List.of(
                        new ToolNumber("scale", measure, input.volume().unit().symbol()),
                        new ToolNumber("steps", steps),
                        new ToolNumber("left of the solution", left)));
    }

    private double measure(LocalVolume local) {
        double noise = NOISE_TO_SPREAD * Spread.ofNeighbours(local);
        double spread = Spread.ofValues(local);
        double measure =
                switch (scale) {
                    case NOISE -> noise;
                    case SPREAD -> spread;
                };
        return measure > 0 ? measure : 1; // one value: no difference to measure
    }

    private ToolOutcome answer(
            LocalVolume local,
            List<Integer> labels,
            float[] best,
            byte[] winners,
            List<ToolNumber> first) {
        LocalBox box = local.box();
        var numbers = new ArrayList<>(first);
        var notes = new ArrayList<ToolNote>();
        if (numbers.getLast().value() > tolerance) {
            notes.add(
                    new ToolNote(
                            "The solution ended after %d steps a label before it was as close as asked; raise mostSteps."
                                    .formatted(mostSteps)));
        }
        long unsure = 0;
        for (int n = 0; n < best.length; n++) {
            unsure += winners[n] != 0 && best[n] < sureFrom ? 1 : 0;
        }
        numbers.add(new ToolNumber("unsure voxels", (double) unsure));
        var regions = new ArrayList<Region>();
        for (int label : labels) {
            var mask = box.mask(n -> winners[n] == (byte) label);
            double sum = 0;
            for (int n = 0; n < best.length; n++) {
                sum += winners[n] == (byte) label ? best[n] : 0;
            }
            regions.add(new Region(label, mask));
            numbers.add(new ToolNumber("voxels of label " + label, (double) mask.count()));
            numbers.add(new ToolNumber("confidence of label " + label, sum / mask.count()));
        }
        var confidence = ConfidenceMap.of(box.box(), (i, j, k) -> best[box.at(i, j, k)]);
        return new ToolOutcome.Segmented(regions, numbers, notes, Optional.of(confidence));
    }
}
