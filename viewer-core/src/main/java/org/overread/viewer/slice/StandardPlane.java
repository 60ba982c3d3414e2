// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// The three planes everybody reads in, turned as a radiologist expects.
public enum StandardPlane {
    /// From the feet: patient's left on the right of the screen, front at the top.
    AXIAL,
    /// From the front: patient's left on the right of the screen, head at the top.
    CORONAL,
    /// From the left: the back on the right of the screen, head at the top.
    SAGITTAL;

    /// The plane of the anatomy, however the volume was acquired.
    public SlicePlane anatomical(PatientPoint center) {
        return switch (this) {
            case AXIAL -> SlicePlane.axial(center);
            case CORONAL -> SlicePlane.coronal(center);
            case SAGITTAL -> SlicePlane.sagittal(center);
        };
    }

    /// The plane that two axes of the acquired grid span and that comes nearest to the anatomical one: its pixels can
    /// lie on the voxels.
    public SlicePlane acquired(VolumeGeometry geometry, PatientPoint center) {
        AcquiredAxes axes = AcquiredAxes.of(geometry);
        SlicePlane ideal = anatomical(center);
        PatientVector across = axes.along(ideal.right());
        PatientVector along = axes.along(ideal.down());
        // where the step between slices leans, the axis within the slices stays as it is
        return axes.isBetweenSlices(ideal.right())
                ? new SlicePlane(center, perpendicular(across, along), along)
                : new SlicePlane(center, across, perpendicular(along, across));
    }

    private static PatientVector perpendicular(PatientVector leaning, PatientVector axis) {
        return leaning.minus(axis.times(leaning.dot(axis))).unit();
    }

    /// The standard plane that the volume's own slices are nearest to.
    public static StandardPlane ofSlices(VolumeGeometry geometry) {
        AcquiredAxes axes = AcquiredAxes.of(geometry);
        if (axes.isBetweenSlices(PatientVector.HEAD)) {
            return AXIAL;
        }
        return axes.isBetweenSlices(PatientVector.POSTERIOR) ? CORONAL : SAGITTAL;
    }
}
