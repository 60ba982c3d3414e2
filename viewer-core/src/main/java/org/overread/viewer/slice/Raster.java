// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;

/// The pixels of a picture: how many, and how many millimetres from the centre of one to the next.
///
/// Pixel (c, r) lies at center + (c − (width − 1) / 2) · pixelMm · right + (r − (height − 1) / 2) · pixelMm · down.
public record Raster(int width, int height, double pixelMm) {
    /// Larger pictures than any screen are asked for by mistake.
    public static final int MAX_SIDE = 32768;

    /// The pixels of a larger picture would take more than half a gigabyte.
    public static final int MAX_PIXELS = 1 << 27;

    public Raster {
        boolean hasSize = width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE;
        if (!hasSize || width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels".formatted(width, height));
        }
        if (!(pixelMm > 0 && pixelMm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a pixel of " + pixelMm + " mm");
        }
    }

    /// Where the centre of a pixel lies; fractions are positions between pixel centres.
    public PatientPoint toPatient(SlicePlane plane, double column, double row) {
        return plane.center()
                .plus(plane.right().times((column - (width - 1) / 2.0) * pixelMm))
                .plus(plane.down().times((row - (height - 1) / 2.0) * pixelMm));
    }
}
