// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

import java.util.List;

/// How far a volume's geometry can be trusted, judged from its files.
///
/// `worstCornerErrorMm` is the largest distance between a slice corner as its header has it and as the geometry has it.
/// `tiltDegrees` is the angle between the way from slice to slice and the normal of the slices.
public record GeometryVerdict(
        Kind kind, double worstCornerErrorMm, double tiltDegrees, List<Gap> gaps) {

    /// What is special about the slices, the most limiting first.
    public enum Kind {
        /// Equal distances along the normal.
        REGULAR,
        /// Equal distances, but along a direction that is tilted against the normal (gantry tilt).
        SHEARED,
        /// Distances differ.
        VARIABLE,
        /// Distances are multiples of one spacing: slices are missing.
        GAPPED,
        /// The files do not say where the slices lie: distances and sizes in millimetres mean nothing.
        UNCALIBRATED
    }

    /// `missing` slices lack between slice `after` and the next.
    public record Gap(int after, int missing) {}

    public GeometryVerdict {
        gaps = List.copyOf(gaps);
        if (!(worstCornerErrorMm >= 0) || !(tiltDegrees >= 0)) { // negated: NaN is refused too
            throw new IllegalArgumentException(
                    "corner error %s mm, tilt %s degrees"
                            .formatted(worstCornerErrorMm, tiltDegrees));
        }
    }

    /// The verdict on a geometry that is true by definition, such as a phantom's.
    public static GeometryVerdict of(VolumeGeometry geometry) {
        double tilt = tiltDegrees(geometry);
        Kind kind =
                switch (geometry.slices()) {
                    case SliceStack.Even _ -> tilt > 1e-3 ? Kind.SHEARED : Kind.REGULAR;
                    case SliceStack.Table _ -> Kind.VARIABLE;
                };
        return new GeometryVerdict(kind, 0, tilt, List.of());
    }

    /// The angle between the way from the first to the last slice and the normal.
    public static double tiltDegrees(VolumeGeometry geometry) {
        int last = Math.max(1, geometry.size().k() - 1);
        PatientVector way = geometry.slices().originAt(last).from(geometry.origin());
        PatientVector normal = geometry.normal();
        return Math.toDegrees(Math.atan2(way.cross(normal).length(), Math.abs(way.dot(normal))));
    }

    /// Whether lengths, areas and volumes in millimetres may be stated.
    public boolean isCalibrated() {
        return kind != Kind.UNCALIBRATED;
    }

    /// How many slices are missing in all.
    public int missingSlices() {
        return gaps.stream().mapToInt(Gap::missing).sum();
    }
}
