// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientVector;

/// How a hand has turned the planes of a reading; a plane that is not among them stands upright. Immutable.
public record PlaneTurns(Map<ViewPlane, Axes> turned) {
    public static final PlaneTurns NONE = new PlaneTurns(Map.of());

    /// A cosine: what differs by less, a sixtieth of a degree, stands upright.
    private static final double SAME = 1 - 4e-8;

    /// How a plane lies on the screen: perpendicular unit vectors.
    public record Axes(PatientVector right, PatientVector down) {

        /// About an axis of length 1, by the right hand's rule.
        Axes about(PatientVector axis, double radians) {
            PatientVector newRight = rotated(right, axis, radians);
            PatientVector leaning = rotated(down, axis, radians);
            // many small turns must not add up to a skew picture
            PatientVector newDown = leaning.minus(newRight.times(leaning.dot(newRight))).unit();
            return new Axes(newRight, newDown);
        }

        private static PatientVector rotated(PatientVector v, PatientVector axis, double radians) {
            double cos = Math.cos(radians);
            return v.times(cos)
                    .plus(axis.cross(v).times(Math.sin(radians)))
                    .plus(axis.times(axis.dot(v) * (1 - cos)))
                    .unit();
        }
    }

    public PlaneTurns {
        turned = Map.copyOf(turned);
    }

    public boolean isEmpty() {
        return turned.isEmpty();
    }

    /// `upright` as it is turned for `view`.
    SlicePlane apply(ViewPlane view, SlicePlane upright) {
        return Optional.ofNullable(turned.get(view))
                .map(axes -> new SlicePlane(upright.center(), axes.right(), axes.down()))
                .orElse(upright);
    }

    /// The plane of `view`, which lies as `now` says, turned about an axis of length 1; `upright` is how it lies when
    /// nobody has turned it.
    PlaneTurns turn(
            ViewPlane view,
            SlicePlane now,
            SlicePlane upright,
            PatientVector axis,
            double radians) {
        return with(view, new Axes(now.right(), now.down()).about(axis, radians), upright);
    }

    /// The plane of `view` lies so.
    PlaneTurns with(ViewPlane view, Axes axes, SlicePlane upright) {
        var next = new EnumMap<ViewPlane, Axes>(ViewPlane.class);
        next.putAll(turned);
        if (axes.right().dot(upright.right()) > SAME && axes.down().dot(upright.down()) > SAME) {
            next.remove(view);
        } else {
            next.put(view, axes);
        }
        return new PlaneTurns(next);
    }
}
