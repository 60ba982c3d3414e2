// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.Volume;

/// All that one picture depends on.
public record SliceScene(
        Volume volume,
        SlicePlane plane,
        Raster raster,
        Window window,
        Interpolation interpolation,
        Slab slab,
        Polarity polarity) {

    /// A picture of the plane alone, high values white.
    public SliceScene(
            Volume volume,
            SlicePlane plane,
            Raster raster,
            Window window,
            Interpolation interpolation) {
        this(volume, plane, raster, window, interpolation, Slab.THIN, Polarity.NORMAL);
    }

    public SliceScene withSlab(Slab newSlab) {
        return new SliceScene(volume, plane, raster, window, interpolation, newSlab, polarity);
    }

    public SliceScene withPolarity(Polarity newPolarity) {
        return new SliceScene(volume, plane, raster, window, interpolation, slab, newPolarity);
    }

    public SliceScene withInterpolation(Interpolation newInterpolation) {
        return new SliceScene(volume, plane, raster, window, newInterpolation, slab, polarity);
    }
}
