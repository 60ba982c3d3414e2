// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.segmentation.tool.Region;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.RangeBits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// All voxels with values in a range, given or found from the histogram of the volume, or of the mask to stay within.
/// Needs no seed. Thresholds are those of ITK 5.2's calculators.
@Plugin(
        type = SegmentationTool.class,
        name = "threshold",
        label = "Threshold",
        description =
                "All voxels with values in a range, given or found from the histogram. Needs no seed.")
public final class ThresholdTool implements SegmentationTool {

    @Parameter(
            label = "Method",
            description = "given takes lower and upper; the others find a threshold.")
    private ThresholdMethod method = ThresholdMethod.GIVEN;

    @Parameter(
            label = "Lower",
            description =
                    "For given: the lowest value that fits, included; in the volume's unit, HU in a CT.")
    private double lower = Double.NEGATIVE_INFINITY;

    @Parameter(
            label = "Upper",
            description =
                    "For given: the highest value that fits, included; in the volume's unit, HU in a CT.")
    private double upper = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Side",
            description = "For a found threshold: the voxels above it, or those up to it.")
    private Side side = Side.ABOVE;

    @Parameter(
            label = "Bins",
            description = "For a found threshold: how finely values are told apart.",
            min = "2",
            max = "4096")
    private int bins = 256;

    @Parameter(
            label = "Thresholds",
            description =
                    "For otsu: how many; the classes between them are numbered from 0, the darkest.",
            min = "1",
            max = "8")
    private int thresholds = 1;

    @Parameter(
            label = "Class",
            description = "For otsu with several thresholds: the class that is wanted.",
            min = "0",
            max = "8")
    private int wantedClass = 1;

    /// Of a threshold.
    enum Side {
        ABOVE,
        UP_TO
    }

    @Override
    public ToolOutcome apply(ToolInput input, ToolWork work) {
        return method == ThresholdMethod.GIVEN ? given(input, work) : found(input, work);
    }

    private ToolOutcome given(ToolInput input, ToolWork work) {
        var range = new ValueRange(lower, upper);
        Optional<ToolRefusal> refusal =
                range.isEmpty()
                        ? Optional.of(new ToolRefusal.EmptyRange(lower, upper))
                        : range.equals(ValueRange.ALL)
                                ? Optional.of(
                                        new ToolRefusal.Unfit(
                                                "No range was given: give lower, upper or both, or choose a method."))
                                : Optional.empty();
        return refusal.<ToolOutcome>map(ToolOutcome.Refused::new)
                .orElseGet(() -> segmented(input, range, List.of(), work));
    }

    private ToolOutcome found(ToolInput input, ToolWork work) {
        Volume volume = input.volume();
        if (method == ThresholdMethod.OTSU && wantedClass > thresholds) {
            return new ToolOutcome.Refused(
                    new ToolRefusal.OutOfRange(
                            "wantedClass",
                            String.valueOf(wantedClass),
                            "0 to %d, the number of thresholds".formatted(thresholds)));
        }
        BitSlices part = BitSlices.all(volume.geometry().size());
        if (input.within().isPresent()) {
            part = part.within(input.within().get());
        }
        Optional<Histogram> histogram =
                new HistogramReader(volume.voxels().inMemory(), part, work).read(bins);
        if (histogram.isEmpty()) {
            return new ToolOutcome.Refused(
                    new ToolRefusal.Unfit(
                            "The voxels have one value or none, so there is nothing to part; give lower and upper."));
        }
        if (method == ThresholdMethod.OTSU && thresholds > 1) {
            if (thresholds >= bins) {
                return new ToolOutcome.Refused(
                        new ToolRefusal.OutOfRange(
                                "thresholds",
                                String.valueOf(thresholds),
                                "fewer than bins, %d".formatted(bins)));
            }
            return ofClass(input, Otsu.thresholds(histogram.get(), thresholds), work);
        }
        OptionalDouble threshold = method.find(histogram.get());
        if (threshold.isEmpty() || Double.isNaN(threshold.getAsDouble())) {
            return new ToolOutcome.Refused(
                    new ToolRefusal.Unfit(
                            "The method %s finds no threshold in this histogram; choose another one."
                                    .formatted(
                                            method.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'))));
        }
        double value = typed(threshold.getAsDouble(), volume.voxels().inMemory());
        ValueRange range =
                side == Side.UP_TO
                        ? new ValueRange(Double.NEGATIVE_INFINITY, value)
                        : new ValueRange(
                                next(value, volume.voxels().inMemory()), Double.POSITIVE_INFINITY);
        return segmented(input, range, List.of(number("threshold", value, input)), work);
    }

    private ToolOutcome ofClass(ToolInput input, double[] cuts, ToolWork work) {
        Voxels.InMemory voxels = input.volume().voxels().inMemory();
        var numbers = new ArrayList<ToolNumber>();
        for (int n = 0; n < cuts.length; n++) {
            cuts[n] = typed(cuts[n], voxels);
            numbers.add(number("threshold " + (n + 1), cuts[n], input));
        }
        double from =
                wantedClass == 0 ? Double.NEGATIVE_INFINITY : next(cuts[wantedClass - 1], voxels);
        double to = wantedClass == cuts.length ? Double.POSITIVE_INFINITY : cuts[wantedClass];
        if (from > to) {
            return new ToolOutcome.Refused(
                    new ToolRefusal.Unfit(
                            "Class %d holds no value; ask for fewer thresholds."
                                    .formatted(wantedClass)));
        }
        return segmented(input, new ValueRange(from, to), numbers, work);
    }

    private static ToolNumber number(String name, double value, ToolInput input) {
        return new ToolNumber(name, value, input.volume().unit().symbol());
    }

    /// As ITK hands a threshold on: cut towards zero for whole numbers.
    private static double typed(double value, Voxels.InMemory voxels) {
        return switch (voxels) {
            case Voxels.Int16 _, Voxels.UInt16 _ -> (long) value;
            case Voxels.Float32 _ -> (float) value;
        };
    }

    /// The least value above one.
    private static double next(double value, Voxels.InMemory voxels) {
        return switch (voxels) {
            case Voxels.Int16 _, Voxels.UInt16 _ -> value + 1;
            case Voxels.Float32 _ -> Math.nextUp((float) value);
        };
    }

    private static ToolOutcome segmented(
            ToolInput input, ValueRange range, List<ToolNumber> numbers, ToolWork work) {
        BitSlices fitting = new RangeBits(input.volume().voxels().inMemory(), range);
        if (input.within().isPresent()) {
            fitting = fitting.within(input.within().get());
        }
        work.check();
        var all = new ArrayList<>(numbers);
        all.add(number("lower", range.lower(), input));
        all.add(number("upper", range.upper(), input));
        return new ToolOutcome.Segmented(
                List.of(new Region(1, Bits.of(fitting).toMask())), all, List.of());
    }
}
