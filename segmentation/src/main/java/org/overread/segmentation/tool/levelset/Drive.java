// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

/// What the front makes of the field that it moves through.
public sealed interface Drive {

    /// -1…1: how fast, and which way, the front moves where the field has this value.
    double speed(double value);

    /// How much curvature counts there.
    default double stiffness(double value) {
        return 1;
    }

    /// The field is an edge map: 1 where nothing changes, towards 0 on edges. There the front stands, and its curvature
    /// counts less.
    record Edges() implements Drive {
        @Override
        public double speed(double value) {
            return value;
        }

        @Override
        public double stiffness(double value) {
            return value;
        }
    }

    /// The field is the volume: outwards where the value is nearer to the mean inside than to that outside (Chan and Vese
    /// 2001). The front keeps the two means up to date.
    record Means(double inside, double outside) implements Drive {
        @Override
        public double speed(double value) {
            double apart = inside - outside;
            return apart == 0 ? 0 : Math.clamp(2 * (value - (inside + outside) / 2) / apart, -1, 1);
        }
    }

    /// The field is the volume: outwards where the value is in a range, which may be open on a side; `softness` is how
    /// many units the change takes about.
    record Range(double lower, double upper, double softness) implements Drive {
        public Range {
            if (!(lower <= upper && softness > 0)) {
                throw new IllegalArgumentException(
                        "a range from %s to %s, softened by %s".formatted(lower, upper, softness));
            }
        }

        @Override
        public double speed(double value) {
            return side(value - lower) + side(upper - value) - 1;
        }

        private double side(double inwards) {
            return Math.tanh(2 * inwards / softness);
        }
    }

    /// The field does not matter.
    record Everywhere() implements Drive {
        @Override
        public double speed(double value) {
            return 1;
        }
    }
}
