// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.space;

import org.overread.viewer.slice.Fit;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// From where the patient is seen: parallel rays along the normal of a plane whose centre is in the middle of the picture.
/// Where along the rays the plane lies does not matter. Millimetres of the patient (LPS).
public record SpaceView(SlicePlane plane) {

    /// The six sides that everybody knows.
    public enum Side {
        ANTERIOR,
        POSTERIOR,
        LEFT,
        RIGHT,
        HEAD,
        FEET
    }

    private static final PatientVector RIGHT_HAND = PatientVector.LEFT.negated();
    private static final PatientVector DOWN = PatientVector.HEAD.negated();
    private static final PatientVector FRONT = PatientVector.POSTERIOR.negated();

    /// Seen from a side, upright; from the head and the feet with the front at the top.
    public static SpaceView from(Side side, PatientPoint center) {
        return new SpaceView(
                switch (side) {
                    case ANTERIOR -> new SlicePlane(center, PatientVector.LEFT, DOWN);
                    case POSTERIOR -> new SlicePlane(center, RIGHT_HAND, DOWN);
                    case LEFT -> new SlicePlane(center, PatientVector.POSTERIOR, DOWN);
                    case RIGHT -> new SlicePlane(center, FRONT, DOWN);
                    case HEAD -> new SlicePlane(center, RIGHT_HAND, PatientVector.POSTERIOR);
                    case FEET ->
                            new SlicePlane(center, PatientVector.LEFT, PatientVector.POSTERIOR);
                });
    }

    /// Towards where the rays run.
    public PatientVector deep() {
        return plane.normal();
    }

    /// The body turned under the hand: `across` to the right and `along` downwards, radians.
    public SpaceView turned(double across, double along) {
        PatientVector right = plane.right();
        PatientVector down = plane.down();
        PatientVector deep = plane.normal();
        // about the screen's upright axis, then about its level one
        PatientVector level =
                right.times(Math.cos(across)).minus(deep.times(Math.sin(across))).unit();
        PatientVector inward = level.cross(down);
        PatientVector upright = down.times(Math.cos(along)).minus(inward.times(Math.sin(along)));
        PatientVector straight = upright.minus(level.times(upright.dot(level))).unit();
        return new SpaceView(new SlicePlane(plane.center(), level, straight));
    }

    public SpaceView centred(PatientPoint center) {
        return new SpaceView(plane.withCenter(center));
    }

    /// Millimetres a pixel with which the whole volume fits a picture however it is turned.
    public static double fittedPixelMm(VolumeGeometry geometry, double width, double height) {
        double longest = 0;
        for (PatientVector axis :
                new PatientVector[] {
                    PatientVector.LEFT, PatientVector.POSTERIOR, PatientVector.HEAD
                }) {
            double reach = Fit.Extent.of(geometry, geometry.center(), axis).length();
            longest = Math.max(longest, reach);
        }
        return longest * 1.08 / Math.max(1, Math.min(width, height));
    }
}
