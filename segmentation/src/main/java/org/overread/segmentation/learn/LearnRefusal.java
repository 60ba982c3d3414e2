// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn;

import java.util.Locale;
import org.overread.viewer.volume.GridSize;

/// Why nothing can be learned.
public sealed interface LearnRefusal {

    /// A sentence for people that names the value and what is allowed.
    default String describe() {
        return switch (this) {
            case NoNumbers() -> "Nothing can be learned from colours: this volume has no numbers.";
            case Uncalibrated() ->
                    "Nothing can be learned: the files do not say how large a voxel is, and features are measured in millimetres.";
            case Tilted(double degrees) ->
                    String.format(
                            Locale.ROOT,
                            "The slices are tilted by %.1f degrees, so neighbours in the next slice lie aside; let features stay in the slice.",
                            degrees);
            case NotRead(double share) ->
                    "Only %d %% of the volume has been read; wait until it is all there."
                            .formatted((int) (100 * share));
            case OtherGrid(int label, GridSize found, GridSize expected) ->
                    "The scribbles of label %d are on %s voxels and the volume has %s: they are not on one grid."
                            .formatted(label, sides(found), sides(expected));
            case LabelOutside(int label, int most) ->
                    "A label of scribbles is 1 to %d, not %d.".formatted(most, label);
            case TooFewLabels(int labels) ->
                    labels == 0
                            ? "There is no scribble: paint some of what is wanted and, as another label, some of what is not."
                            : "There are scribbles of one label only: paint some of what is not wanted too, as another label.";
            case TooManyLabels(int labels, int most) ->
                    "There are scribbles of %d labels; at most %d can be told apart at once."
                            .formatted(labels, most);
            case NoNumberUnder(int label) ->
                    "No scribble of label %d lies on a voxel whose value is a number."
                            .formatted(label);
        };
    }

    private static String sides(GridSize size) {
        return "%d × %d × %d".formatted(size.i(), size.j(), size.k());
    }

    record NoNumbers() implements LearnRefusal {}

    /// Scales in millimetres mean nothing.
    record Uncalibrated() implements LearnRefusal {}

    /// Slices stand askew on one another, and features were to reach across them.
    record Tilted(double degrees) implements LearnRefusal {}

    /// A volume in bricks whose voxels are not all there: what is learned now would not be what is learned later.
    record NotRead(double share) implements LearnRefusal {}

    record OtherGrid(int label, GridSize found, GridSize expected) implements LearnRefusal {}

    record LabelOutside(int label, int most) implements LearnRefusal {}

    /// One, or none.
    record TooFewLabels(int labels) implements LearnRefusal {}

    record TooManyLabels(int labels, int most) implements LearnRefusal {}

    record NoNumberUnder(int label) implements LearnRefusal {}
}
