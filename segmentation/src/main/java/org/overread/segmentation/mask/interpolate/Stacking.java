// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.Optional;
import org.overread.segmentation.mask.Spacing;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// How the slices along an axis lie on one another in the patient: straight, leaning (a tilted gantry), or uneven.
///
/// u and v count the samples of a slice. Immutable.
public final class Stacking {
    private final Axis axis;
    private final Spacing inSlice;
    private final double lean;
    private final Places places;

    /// Where a slice's first sample lies in the frame of the first slice.
    private record Place(double u, double v, double mm) {}

    @FunctionalInterface
    private interface Places {
        Place of(int slice);
    }

    private Stacking(Axis axis, Spacing inSlice, double lean, Places places) {
        this.axis = axis;
        this.inSlice = inSlice;
        this.lean = lean;
        this.places = places;
    }

    /// Perpendicular, evenly spaced slices.
    public static Stacking straight(Axis axis, Spacing spacing) {
        return new Stacking(axis, axis.inSlice(spacing), 0, slice -> new Place(0, 0, slice));
    }

    /// As the samples of a volume lie; empty where slices of the volume that are unevenly apart would lie within a slice
    /// along this axis.
    public static Optional<Stacking> of(Axis axis, VolumeGeometry geometry) {
        PatientVector kStep = geometry.kStep(0);
        boolean isEven = geometry.slices() instanceof SliceStack.Even;
        return switch (axis) {
            case K -> {
                PatientPoint first = geometry.origin();
                yield Optional.of(
                        leaning(
                                axis,
                                geometry.iStep(),
                                geometry.jStep(),
                                slice -> geometry.slices().originAt(slice).from(first)));
            }
            case I ->
                    isEven
                            ? Optional.of(
                                    leaning(axis, geometry.jStep(), kStep, geometry.iStep()::times))
                            : Optional.empty();
            case J ->
                    isEven
                            ? Optional.of(
                                    leaning(axis, geometry.iStep(), kStep, geometry.jStep()::times))
                            : Optional.empty();
        };
    }

    @FunctionalInterface
    private interface Ways {
        /// From the first slice to another.
        PatientVector to(int slice);
    }

    private static Stacking leaning(Axis axis, PatientVector u, PatientVector v, Ways ways) {
        PatientVector alongU = u.unit();
        PatientVector normal = u.cross(v).unit();
        PatientVector acrossU = normal.cross(alongU);
        double high = v.dot(acrossU);
        double lean = v.dot(alongU) / u.length();
        return new Stacking(
                axis,
                new Spacing(u.length(), high, 1),
                lean,
                slice -> {
                    PatientVector way = ways.to(slice);
                    double inV = way.dot(acrossU) / high;
                    return new Place(
                            way.dot(alongU) / u.length() - inV * lean, inV, way.dot(normal));
                });
    }

    Axis axis() {
        return axis;
    }

    /// Millimetres from column to column of a slice, and from row to row.
    Spacing inSlice() {
        return inSlice;
    }

    /// By how many columns each row of a slice lies farther along u than the one before.
    double lean() {
        return lean;
    }

    /// By how many columns a slice lies farther along u than another.
    double u(int slice, int from) {
        return places.of(slice).u() - places.of(from).u();
    }

    /// By how many rows a slice lies farther along v than another.
    double v(int slice, int from) {
        return places.of(slice).v() - places.of(from).v();
    }

    /// How much of the way from one slice to another, across both, is done at a slice between them.
    double part(int slice, int from, int to) {
        double start = places.of(from).mm();
        return (places.of(slice).mm() - start) / (places.of(to).mm() - start);
    }
}
