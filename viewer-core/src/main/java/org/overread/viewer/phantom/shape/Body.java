// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A set of points of the patient (LPS, mm), given by a formula.
public sealed interface Body
        permits Ellipsoid,
                Capsule,
                TorusArc,
                HalfSpace,
                Drum,
                Torso,
                Union,
                Intersection,
                Difference,
                Grown,
                Moved {

    /// Millimetres to the surface, negative inside. The sign is exact; the number is right to first order near the
    /// surface, which is what soft edges need.
    double signedDistance(double x, double y, double z);

    /// A distance that the surface certainly keeps, with the sign of [#signedDistance]: around a point with clearance
    /// c no surface lies nearer than |c|. Used to skip or fill whole tiles.
    default double clearance(double x, double y, double z) {
        return signedDistance(x, y, z);
    }

    /// A body, often simpler, that is the same within `reachMm` of a point: for looking at many points of one tile.
    default Body near(double x, double y, double z, double reachMm) {
        return this;
    }

    /// A box around the body; infinite where the body is.
    Bounds bounds();

    /// Millilitres, where a closed formula is known; empty where only counting helps.
    OptionalDouble volumeMl();

    /// Bodies whose union is this one, each with its own box.
    default List<Body> pieces() {
        return List.of(this);
    }

    /// Whether the point is inside; the surface belongs to the body.
    default boolean contains(PatientPoint p) {
        return signedDistance(p.x(), p.y(), p.z()) <= 0;
    }

    default Body minus(Body... others) {
        return new Difference(this, List.of(others));
    }

    default Body and(Body... others) {
        var all = new ArrayList<Body>();
        all.add(this);
        all.addAll(List.of(others));
        return new Intersection(all);
    }

    /// The body with its surface `mm` further out, or further in where negative.
    default Body grown(double mm) {
        return new Grown(this, mm);
    }

    default Body moved(PatientVector by) {
        return new Moved(this, by);
    }
}
