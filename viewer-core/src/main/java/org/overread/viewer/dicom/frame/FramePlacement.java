// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;

/// Places the frames of a file that states one position for all of them: by offsets (dose grids) or by one signed
/// distance (nuclear medicine). Without either, the frames lie nowhere.
final class FramePlacement {
    private static final int GRID_OFFSETS = 0x3004_000c;

    private final Optional<Plane> first;
    private final List<Double> offsets;
    private final double distance;

    private FramePlacement(Optional<Plane> first, List<Double> offsets, double distance) {
        this.first = first;
        this.offsets = offsets;
        this.distance = distance;
    }

    static FramePlacement of(FrameAttributes attributes) throws DicomReadException {
        return new FramePlacement(
                PlacementReader.plane(attributes),
                attributes.numbers(GRID_OFFSETS),
                attributes.number(TagNumbers.SLICE_DISTANCE).orElse(Double.NaN));
    }

    Optional<Plane> at(int frame) {
        double mm =
                frame < offsets.size() ? offsets.get(frame) - offsets.getFirst() : frame * distance;
        boolean known = Double.isFinite(mm) && (frame == 0 || mm != 0);
        return known
                ? first.map(plane -> plane.at(plane.origin().plus(plane.normal().times(mm))))
                : Optional.empty();
    }
}
