// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.brush;

import java.util.Optional;
import org.overread.segmentation.draw.DrawRefusal;

/// What a stroke is drawn with: a voxel belongs where its centre is within `radiusMm` of the stroke.
///
/// Where the radius is smaller than a voxel, the voxels that the stroke itself passes through belong all the same: a
/// brush never draws nothing, and never leaves gaps.
public record Brush(double radiusMm, Shape shape) {
    /// Millimetres; a metre across covers every patient.
    public static final double LARGEST_MM = 500;

    private static final double LIGHTEST = 0.25;

    public Brush {
        refusal(radiusMm)
                .ifPresent(
                        reason -> {
                            throw new IllegalArgumentException(reason.describe());
                        });
    }

    /// What a brush covers around its middle.
    public enum Shape {
        /// A disc in the plane that is drawn on: voxels that the plane passes through.
        DISC,
        /// A ball.
        BALL
    }

    /// Why there is no brush of a radius; empty where there is one.
    public static Optional<DrawRefusal> refusal(double radiusMm) {
        return radiusMm > 0 && radiusMm <= LARGEST_MM // false where it is not a number
                ? Optional.empty()
                : Optional.of(new DrawRefusal.Radius(radiusMm, LARGEST_MM));
    }

    /// The radius under a pen: a quarter for the lightest touch, all of it for the firmest. Pressure is 0…1; what is not
    /// a number counts as 1.
    public double radiusMm(double pressure) {
        double share = Double.isNaN(pressure) ? 1 : Math.clamp(pressure, 0, 1);
        return radiusMm * (LIGHTEST + (1 - LIGHTEST) * share);
    }
}
