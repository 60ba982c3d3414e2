// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolNote;
import org.overread.segmentation.tool.ToolNumber;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.RangeBits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// Grows from seeds of label 1 and narrows the range, by halving, until no seed of label 2 is reached: for structures
/// that touch. Voxel-equal to ITK's IsolatedConnected.
@Plugin(
        type = SegmentationTool.class,
        name = "isolated-connected",
        label = "Grow apart",
        description =
                "All voxels connected with a seed of label 1 in the widest range that keeps seeds of label 2 out: for two like things that touch, such as an artery and a vein.")
public final class IsolatedConnected extends Grower {

    @Parameter(
            label = "Lower",
            description = "The lowest value that fits, included; in the volume's unit, HU in a CT.")
    private double lower = Double.NEGATIVE_INFINITY;

    @Parameter(
            label = "Upper",
            description =
                    "The highest value that fits, included; in the volume's unit, HU in a CT.")
    private double upper = Double.POSITIVE_INFINITY;

    @Parameter(label = "Bound", description = "Which bound is moved until the seeds are apart.")
    private Bound bound = Bound.UPPER;

    @Parameter(
            label = "Tolerance",
            description = "The search ends when the bound is known this closely.",
            min = "1e-6")
    private double tolerance = 1;

    /// The bound that is looked for.
    enum Bound {
        LOWER,
        UPPER
    }

    @Override
    ToolOutcome grow(ToolInput input, Limits limits, ToolWork work) {
        var given = new ValueRange(lower, upper);
        Optional<ToolRefusal> refusal =
                given.isEmpty()
                        ? Optional.of(new ToolRefusal.EmptyRange(lower, upper))
                        : input.seeds(2).isEmpty()
                                ? Optional.of(new ToolRefusal.NoSeed(2))
                                : Optional.empty();
        if (refusal.isPresent()) {
            return new ToolOutcome.Refused(refusal.get());
        }
        var growth = new Growth(input, limits, Connectivity.FACES, work);
        var others = new ArrayList<Seed.Point>();
        ToolInput.forEachVoxel(input.seeds(2), others::add);
        SampleType type = SampleType.of(input.volume().voxels().inMemory());
        var search =
                new Search(
                        input, growth, others, new ValueRange(type.cast(lower), type.cast(upper)));
        double value = bound == Bound.UPPER ? search.upper(type) : search.lower(type);
        ValueRange range = search.with(value);
        Bits region = search.fill(range);
        var numbers = new ArrayList<>(ConnectedThreshold.bounds(range, input));
        boolean apart =
                !holds(region, others)
                        && growth.seeds().stream().allMatch(s -> holds(region, List.of(s)));
        numbers.add(new ToolNumber("apart", apart ? 1 : 0));
        ToolOutcome.Segmented done = growth.finish(region, numbers);
        return apart ? done : withNote(done);
    }

    private static ToolOutcome.Segmented withNote(ToolOutcome.Segmented done) {
        var notes = new ArrayList<>(done.notes());
        notes.add(new ToolNote("No range holds every seed of label 1 and none of label 2."));
        return new ToolOutcome.Segmented(done.regions(), done.numbers(), notes);
    }

    private static boolean holds(Bits region, List<Seed.Point> seeds) {
        return seeds.stream().anyMatch(s -> region.contains(s.i(), s.j(), s.k()));
    }

    /// The halving of ITK, its order and its rounding included.
    private final class Search {
        private final ToolInput input;
        private final Growth growth;
        private final List<Seed.Point> others;
        private final ValueRange given;

        Search(ToolInput input, Growth growth, List<Seed.Point> others, ValueRange given) {
            this.input = input;
            this.growth = growth;
            this.others = others;
            this.given = given;
        }

        ValueRange with(double value) {
            return bound == Bound.UPPER
                    ? new ValueRange(given.lower(), value)
                    : new ValueRange(value, given.upper());
        }

        Bits fill(ValueRange range) {
            BitSlices fitting = new RangeBits(input.volume().voxels().inMemory(), range);
            return growth.flood(growth.open(fitting));
        }

        private boolean reaches(double guess) {
            return holds(fill(with(guess)), others);
        }

        double upper(SampleType type) {
            double low = given.lower();
            double high = given.upper();
            double guess = high;
            while (low + tolerance < guess) {
                if (reaches(type.cast(guess))) {
                    high = guess;
                } else {
                    low = guess;
                }
                guess = half(low, high, type);
            }
            return type.cast(low);
        }

        double lower(SampleType type) {
            double low = given.lower();
            double high = given.upper();
            double guess = low;
            while (guess < high - tolerance) {
                if (reaches(type.cast(guess))) {
                    low = guess;
                } else {
                    high = guess;
                }
                guess = half(low, high, type);
            }
            return type.cast(high);
        }

        private static double half(double low, double high, SampleType type) {
            double half = (high + low) / 2;
            return type.isWhole() ? (long) half : half;
        }
    }
}
