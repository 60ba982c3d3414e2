// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.between;

import java.util.List;
import java.util.Optional;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.interpolate.Axis;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation;
import org.overread.segmentation.mask.interpolate.ShapeInterpolation;
import org.overread.segmentation.work.Crew;

/// How slices between contours are filled.
public enum FillMode {
    SHAPES("By shape") {
        @Override
        Mask fill(Mask drawn, Axis axis, Spacing spacing, Crew crew) {
            return ShapeInterpolation.fill(
                    drawn, axis, ShapeInterpolation.Alignment.CENTROIDS, spacing, crew);
        }
    },
    MEDIANS("By medians") {
        @Override
        Mask fill(Mask drawn, Axis axis, Spacing spacing, Crew crew) {
            var usual = MorphologicalInterpolation.Options.USUAL;
            var options =
                    new MorphologicalInterpolation.Options(
                            Optional.of(axis), usual.median(), usual.neighbours());
            return MorphologicalInterpolation.fill(List.of(drawn), options, crew).getFirst();
        }
    };

    private final String words;

    FillMode(String words) {
        this.words = words;
    }

    /// What was drawn and what lies between.
    abstract Mask fill(Mask drawn, Axis axis, Spacing spacing, Crew crew);

    @Override
    public String toString() {
        return words;
    }
}
