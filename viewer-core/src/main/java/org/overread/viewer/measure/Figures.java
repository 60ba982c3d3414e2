// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.overread.viewer.volume.ValueUnit;

/// All that a measure says of a volume, the most important first, and what a person has to know before believing it.
///
/// `valueUnit` is the unit of values.
public record Figures(List<Figure> all, ValueUnit valueUnit, Set<Remark> remarks) {
    public static final Figures NONE = new Figures(List.of(), ValueUnit.ARBITRARY, Set.of());

    /// What limits figures.
    public enum Remark {
        /// Lengths are as they appear on the detector, larger than in the patient.
        AT_DETECTOR,
        /// Lengths hold inside the ultrasound region only.
        ULTRASOUND_REGION,
        /// The file has no sizes; lengths are in pixels.
        IN_PIXELS,
        /// The files do not say how far the slices are apart, and the measure leads from one to another.
        ACROSS_UNPLACED_SLICES,
        /// Part of the region, or the point, lies outside the volume.
        BEYOND_VOLUME,
        /// The region is so small that no voxel's centre lies in it.
        NO_VOXEL_INSIDE,
        /// The volume holds colours, which are no values.
        COLOURS,
        /// Not all of a volume larger than memory has been read yet: values are provisional.
        NOT_ALL_READ
    }

    public Figures {
        all = List.copyOf(all);
        remarks = Set.copyOf(remarks);
    }

    public Optional<Figure> find(Figure.Quantity quantity) {
        return all.stream().filter(f -> f.quantity() == quantity).findFirst();
    }

    /// The number alone.
    public OptionalDouble value(Figure.Quantity quantity) {
        Optional<Figure> found = find(quantity);
        return found.isPresent() ? OptionalDouble.of(found.get().value()) : OptionalDouble.empty();
    }
}
