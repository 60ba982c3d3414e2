// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

/// Why nothing is drawn.
public sealed interface DrawRefusal {

    /// A sentence for people that says what is allowed.
    default String describe() {
        return switch (this) {
            case Radius(double radiusMm, double largestMm) ->
                    "The radius is %s mm; it must be above 0 and at most %s mm."
                            .formatted(plain(radiusMm), plain(largestMm));
            case NoPlace() -> "The pointer is at no place in the patient.";
            case TooFewPoints(int points, int fewest) ->
                    "The outline has %d points; it needs at least %d different ones."
                            .formatted(points, fewest);
            case TooManyPoints(int points, int most) ->
                    "The outline has %d points; it may have at most %d.".formatted(points, most);
            case OutsideVolume() -> "That is outside the volume.";
            case OutsideMask() -> "There is no labelled voxel at that place; click on the label.";
            case NoEdge() ->
                    "The values around that place are all the same: there is no level to trace.";
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    record Radius(double radiusMm, double largestMm) implements DrawRefusal {}

    /// A coordinate is not a number, or farther away than any patient is long.
    record NoPlace() implements DrawRefusal {}

    record TooFewPoints(int points, int fewest) implements DrawRefusal {}

    record TooManyPoints(int points, int most) implements DrawRefusal {}

    record OutsideVolume() implements DrawRefusal {}

    record OutsideMask() implements DrawRefusal {}

    record NoEdge() implements DrawRefusal {}
}
