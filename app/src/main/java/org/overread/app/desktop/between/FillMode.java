// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.interpolate.Axis;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation;
import org.overread.segmentation.mask.interpolate.Stacking;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.VolumeGeometry;

/// How slices between contours are filled.
public enum FillMode {
    SHAPES("By shape") {
        @Override
        Optional<Mask> fill(Mask drawn, Axis axis, VolumeGeometry geometry, Crew crew) {
            return Stacking.of(axis, geometry)
                    .map(
                            stacking ->
                                    ShapeInterpolation.fill(
                                            drawn,
                                            stacking,
                                            ShapeInterpolation.Alignment.CENTROIDS,
                                            crew));
        }
    },
    MEDIANS("By medians") {
        @Override
        Optional<Mask> fill(Mask drawn, Axis axis, VolumeGeometry geometry, Crew crew) {
            var usual = MorphologicalInterpolation.Options.USUAL;
            var options =
                    new MorphologicalInterpolation.Options(
                            Optional.of(axis), usual.median(), usual.neighbours());
            return Optional.of(
                    MorphologicalInterpolation.fill(List.of(drawn), options, crew).getFirst());
        }
    };

    private final String words;

    FillMode(String words) {
        this.words = words;
    }

    /// What was drawn and what lies between; empty where the grid has no millimetres for it.
    abstract Optional<Mask> fill(Mask drawn, Axis axis, VolumeGeometry geometry, Crew crew);

    @Override
    public String toString() {
        return words;
    }
}
