// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;

/// Where the pixels of a picture lie in some patient space: `first` is the centre of the top left one, `deep` is what a
/// millimetre into the screen is there. The vectors need not be perpendicular.
public record PixelGrid(
        PatientPoint first,
        PatientVector perColumn,
        PatientVector perRow,
        PatientVector deep,
        int width,
        int height) {

    public static PixelGrid of(SlicePlane plane, Raster raster) {
        return new PixelGrid(
                raster.toPatient(plane, 0, 0),
                plane.right().times(raster.pixelMm()),
                plane.down().times(raster.pixelMm()),
                plane.normal(),
                raster.width(),
                raster.height());
    }

    /// The same pixels in another space.
    public PixelGrid through(PatientTransform transform) {
        return new PixelGrid(
                transform.apply(first),
                transform.apply(perColumn),
                transform.apply(perRow),
                transform.apply(deep),
                width,
                height);
    }

    /// The centre of the first pixel of a row, `depthMm` into the screen.
    public PatientPoint rowStart(int row, double depthMm) {
        return first.plus(perRow.times(row)).plus(deep.times(depthMm));
    }

    /// This grid with `margin` more pixels on every side.
    public PixelGrid widened(int margin) {
        PatientPoint corner = first.plus(perColumn.times(-margin)).plus(perRow.times(-margin));
        return new PixelGrid(
                corner, perColumn, perRow, deep, width + 2 * margin, height + 2 * margin);
    }
}
