// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw;

/// A place on a plane: millimetres from its origin along its `u` and its `v`.
public record PlanePoint(double u, double v) {

    public boolean isFinite() {
        return Double.isFinite(u) && Double.isFinite(v);
    }

    /// Millimetres.
    public double distanceTo(PlanePoint other) {
        return Math.hypot(other.u - u, other.v - v);
    }

    /// The place a share of the way to another: this one for 0, the other for 1.
    public PlanePoint towards(PlanePoint other, double share) {
        return new PlanePoint(u + share * (other.u - u), v + share * (other.v - v));
    }
}
