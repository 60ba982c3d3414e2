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

    /// How far apart a slab is sampled along the normal, in millimetres; 0 for a thin plane.
    public double slabStepMm() {
        return slabSteps().spacingMm();
    }

    /// How many samples a slab has on each side of the plane.
    public int slabStepsASide() {
        return (slabSteps().count() - 1) / 2;
    }

    private SlabSteps slabSteps() {
        return SlabSteps.of(slab, GridCell.of(volume.geometry()), plane.normal());
    }

    /// Refuses a picture of another size than the scene's.
    public void requireSizeOf(SliceImage target) {
        if (target.width() != raster.width() || target.height() != raster.height()) {
            throw new IllegalArgumentException(
                    "a picture of %d x %d pixels for a scene of %d x %d"
                            .formatted(
                                    target.width(),
                                    target.height(),
                                    raster.width(),
                                    raster.height()));
        }
    }
}
