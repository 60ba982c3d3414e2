// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.growing;

import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.segmentation.tool.ToolRefusal;
import org.overread.segmentation.tool.ToolWork;
import org.overread.segmentation.tool.bits.BitSlices;
import org.overread.segmentation.tool.bits.Bits;
import org.overread.segmentation.tool.bits.Connectivity;
import org.overread.segmentation.tool.bits.ErodedBits;
import org.overread.segmentation.tool.bits.RangeBits;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.viewer.volume.GridSize;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/// The connected voxels whose whole neighbourhood, a box, has values in a range: thin bridges do not conduct. Beyond the
/// edge of the volume the outermost values go on. Voxel-equal to ITK's NeighborhoodConnected.
@Plugin(
        type = SegmentationTool.class,
        name = "neighborhood-connected",
        label = "Grow by neighbourhood",
        description =
                "All voxels connected with a seed whose whole neighbourhood has values in a range: for what thin bridges join to its neighbours.")
public final class NeighborhoodConnected extends Grower {

    @Parameter(
            label = "Lower",
            description = "The lowest value that fits, included; in the volume's unit, HU in a CT.")
    private double lower = Double.NEGATIVE_INFINITY;

    @Parameter(
            label = "Upper",
            description =
                    "The highest value that fits, included; in the volume's unit, HU in a CT.")
    private double upper = Double.POSITIVE_INFINITY;

    @Parameter(
            label = "Radius",
            description = "Voxels to each side that the neighbourhood reaches.",
            min = "0",
            max = "20")
    private int radius = 1;

    @Parameter(
            label = "Seeds that do not fit",
            description =
                    "leave-out drops a seed whose neighbourhood does not fit; label-as-itk keeps it, and its fitting neighbours grow.")
    private UnfitSeeds unfitSeeds = UnfitSeeds.LABEL_AS_ITK;

    /// What happens to a seed whose own neighbourhood does not fit.
    enum UnfitSeeds {
        LEAVE_OUT,
        LABEL_AS_ITK
    }

    @Override
    ToolOutcome grow(ToolInput input, Limits limits, ToolWork work) {
        var values = new ValueRange(lower, upper);
        Optional<ToolRefusal> refusal = GivenRange.refusal(values);
        if (refusal.isPresent()) {
            return new ToolOutcome.Refused(refusal.get());
        }
        BitSlices fitting =
                new ErodedBits(
                        new RangeBits(input.volume().voxels().inMemory(), values),
                        radius,
                        radius,
                        radius);
        var growth = new Growth(input, limits, Connectivity.FACES, work);
        if (unfitSeeds == UnfitSeeds.LABEL_AS_ITK) {
            var seeds = new Bits(fitting.size());
            growth.seeds().forEach(s -> seeds.set(s.i(), s.j(), s.k()));
            fitting = new EitherBits(fitting, seeds);
        }
        return growth.region(fitting, ConnectedThreshold.bounds(values, input));
    }

    /// The voxels of a set, and some more.
    private record EitherBits(BitSlices set, Bits more) implements BitSlices {
        @Override
        public GridSize size() {
            return set.size();
        }

        @Override
        public void read(int k, long[] words) {
            set.read(k, words);
            long[] added = more.sliceOrNull(k);
            if (added != null) {
                for (int w = 0; w < words.length; w++) {
                    words[w] |= added[w];
                }
            }
        }
    }
}
