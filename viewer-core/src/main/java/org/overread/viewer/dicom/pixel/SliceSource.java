// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.pixel;

import java.util.Optional;
import java.util.OptionalDouble;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.value.ModalityTable;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.volume.StoredNumber;

/// Where one slice of a volume comes from. `frame` counts from 1, as DICOM references do. Stored numbers go through the
/// table, where there is one, and then through the rescale. `overlaid` says whether its file speaks of overlays; which,
/// whoever shows the slice finds out.
public record SliceSource(
        DicomFile file,
        String sopInstanceUid,
        int frame,
        PixelLayout layout,
        Optional<ModalityTable> table,
        Rescale rescale,
        boolean overlaid) {

    public SliceSource withLayout(PixelLayout other) {
        return new SliceSource(file, sopInstanceUid, frame, other, table, rescale, overlaid);
    }

    public SliceSource withRescale(Rescale other) {
        return new SliceSource(file, sopInstanceUid, frame, layout, table, other, overlaid);
    }

    /// The value of a stored number.
    public double valueOf(double stored) {
        return rescale.apply(table.isPresent() ? table.get().at((long) stored) : stored);
    }

    /// The stored number of a value; empty where it is the value itself, where the pixels are colours, and where it cannot
    /// be told: a table may give one value for several numbers.
    public OptionalDouble storedOf(double value) {
        if (layout.isColour() || table.isPresent()) {
            return OptionalDouble.empty();
        }
        return layout.isFloat()
                ? StoredNumber.real(value, rescale.slope(), rescale.intercept())
                : StoredNumber.whole(value, rescale.slope(), rescale.intercept());
    }

    /// The smallest number before the rescale.
    public double lowest() {
        return table.isPresent() ? 0 : layout.lowest();
    }

    /// The largest number before the rescale.
    public double highest() {
        return table.isPresent() ? table.get().highest() : layout.highest();
    }
}
