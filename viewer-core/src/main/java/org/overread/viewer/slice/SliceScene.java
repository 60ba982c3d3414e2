// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.LabelComparison;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.Volume;

/// All that one picture depends on: the base image, where it is cut, and what lies over it, bottom to top.
public record SliceScene(
        ImageLayer base, SlicePlane plane, Raster raster, Slab slab, List<Overlay> overlays) {

    /// What a pane has to print beside a picture.
    public enum Remark {
        /// Labels are drawn smoother than their voxels are.
        SMOOTH_LABELS
    }

    public SliceScene {
        overlays = List.copyOf(overlays);
        for (Overlay overlay : overlays) {
            if (!overlay.joined().base().equals(base.volume().frame())) {
                throw new IllegalArgumentException(
                        "an overlay joined to another frame of reference than the base's");
            }
        }
    }

    /// A grey picture of the plane alone, high values white.
    public SliceScene(
            Volume volume,
            SlicePlane plane,
            Raster raster,
            Window window,
            Interpolation interpolation) {
        this(
                new ImageLayer(volume, Tone.grey(window), interpolation),
                plane,
                raster,
                Slab.THIN,
                List.of());
    }

    public Volume volume() {
        return base.volume();
    }

    public Tone tone() {
        return base.tone();
    }

    public Interpolation interpolation() {
        return base.interpolation();
    }

    public SliceScene withSlab(Slab newSlab) {
        return new SliceScene(base, plane, raster, newSlab, overlays);
    }

    public SliceScene withTone(Tone newTone) {
        return withBase(new ImageLayer(base.volume(), newTone, base.interpolation()));
    }

    public SliceScene withPolarity(Polarity newPolarity) {
        return withTone(tone().withPolarity(newPolarity));
    }

    public SliceScene withInterpolation(Interpolation newInterpolation) {
        return withBase(new ImageLayer(base.volume(), base.tone(), newInterpolation));
    }

    public SliceScene withBase(ImageLayer newBase) {
        return new SliceScene(newBase, plane, raster, slab, overlays);
    }

    public SliceScene withOverlays(List<Overlay> newOverlays) {
        return new SliceScene(base, plane, raster, slab, newOverlays);
    }

    /// What of a volume too large for memory the picture shows; empty for others.
    public Optional<Detail> detail() {
        return Detail.of(this);
    }

    public Set<Remark> remarks() {
        var remarks = EnumSet.noneOf(Remark.class);
        for (Overlay overlay : overlays) {
            Labels.Edges edges =
                    switch (overlay) {
                        case Labels labels -> labels.edges();
                        case LabelComparison(Labels first, _, _) -> first.edges();
                        case FusedVolume _ -> Labels.Edges.VOXELS;
                    };
            if (edges == Labels.Edges.SMOOTH) {
                remarks.add(Remark.SMOOTH_LABELS);
            }
        }
        return Set.copyOf(remarks);
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
        return SlabSteps.of(slab.thicknessMm(), GridCell.of(volume().geometry()), plane.normal());
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
