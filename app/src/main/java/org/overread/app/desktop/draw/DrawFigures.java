// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.draw;

import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.VoxelBox;
import org.overread.segmentation.mask.measure.MaskValues;
import org.overread.segmentation.tool.VoxelVolumes;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// What a person is told in numbers of what is being drawn.
///
/// @param changedMl what comes in less what goes out
/// @param slices how many slices the mask reaches across
/// @param values least and greatest value of what comes in; absent where nothing does, or where it is too much to look at
public record DrawFigures(double ml, double changedMl, int slices, Optional<Span> values) {
    private static final long MOST_VALUES = 4_000_000;

    /// From least to greatest, in the volume's unit.
    public record Span(double least, double greatest) {}

    /// Costs all blocks of the masks: not for the FX thread.
    public static DrawFigures of(Volume volume, Mask before, Mask after) {
        var sizes = new VoxelVolumes(volume.geometry());
        double ml = sizes.millilitres(after);
        Optional<VoxelBox> box = after.bounds();
        return new DrawFigures(
                ml,
                ml - sizes.millilitres(before),
                box.map(b -> b.highK() - b.lowK() + 1).orElse(0),
                values(volume, after.minus(before)));
    }

    private static Optional<Span> values(Volume volume, Mask added) {
        if (!(volume.voxels() instanceof Voxels.InMemory voxels) || added.count() > MOST_VALUES) {
            return Optional.empty();
        }
        return MaskValues.statistics(added, voxels).map(s -> new Span(s.least(), s.most()));
    }

    /// As the strip has it: `12.4 ml (+0.8)   35 slices   -20 … 140`.
    public String words() {
        String range =
                values.map(
                                v ->
                                        String.format(
                                                Locale.ROOT,
                                                "   %.0f … %.0f",
                                                v.least(),
                                                v.greatest()))
                        .orElse("");
        return String.format(
                Locale.ROOT,
                "%.2f ml (%+.2f)   %d %s%s",
                ml,
                changedMl,
                slices,
                slices == 1 ? "slice" : "slices",
                range);
    }
}
