// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.VolumeGeometry;

/// Three perpendicular unit vectors that stand for left, posterior and head when planes are laid through a volume:
/// the patient's own, or the nearest axes of an oblique acquisition, so that its voxels are shown as they were acquired.
public record PlaneFrame(PatientVector left, PatientVector posterior, PatientVector head) {
    public static final PlaneFrame PATIENT =
            new PlaneFrame(PatientVector.LEFT, PatientVector.POSTERIOR, PatientVector.HEAD);

    /// The axes of the grid, each standing for the patient direction that it is nearest to.
    public static PlaneFrame acquired(VolumeGeometry geometry) {
        PatientVector normal = geometry.normal();
        PatientVector columns = geometry.iStep().unit();
        var axes = new ArrayList<>(List.of(columns, normal.cross(columns), normal));
        PatientVector head = takeNearest(axes, PatientVector.HEAD);
        PatientVector left = takeNearest(axes, PatientVector.LEFT);
        // right-handed whatever the grid is: a picture is never mirrored
        return new PlaneFrame(left, head.cross(left), head);
    }

    private static PatientVector takeNearest(List<PatientVector> axes, PatientVector wanted) {
        PatientVector nearest = axes.getFirst();
        for (PatientVector axis : axes) {
            if (Math.abs(axis.dot(wanted)) > Math.abs(nearest.dot(wanted))) {
                nearest = axis;
            }
        }
        axes.remove(nearest);
        return nearest.dot(wanted) < 0 ? nearest.negated() : nearest;
    }

    public SlicePlane plane(ViewPlane view, PatientPoint center) {
        return switch (view) {
            case AXIAL -> new SlicePlane(center, left, posterior);
            case CORONAL -> new SlicePlane(center, left, head.negated());
            case SAGITTAL -> new SlicePlane(center, posterior, head.negated());
        };
    }
}
