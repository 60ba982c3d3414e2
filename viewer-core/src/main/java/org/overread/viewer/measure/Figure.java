// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

/// One number that a measure says, what it is of, and in what it is counted.
public record Figure(Quantity quantity, double value, Unit unit) {

    /// What a number is of.
    public enum Quantity {
        LENGTH,
        /// Within which a landmark lies.
        RADIUS,
        WIDTH,
        HEIGHT,
        DEPTH,
        PERIMETER,
        LONG_AXIS,
        SHORT_AXIS,
        ANGLE,
        AREA,
        DIAMETER,
        VOLUME,
        /// The value of one voxel.
        VALUE,
        MEAN,
        SD,
        LEAST,
        MOST,
        MEDIAN,
        /// How many voxels counted.
        VOXELS
    }

    /// In what a number is counted.
    public enum Unit {
        MILLIMETRES,
        SQUARE_MILLIMETRES,
        CUBIC_MILLIMETRES,
        /// Columns and rows of a picture that has no sizes.
        PIXELS,
        SQUARE_PIXELS,
        DEGREES,
        /// That of the volume's values.
        OF_VALUES,
        NUMBER
    }
}
