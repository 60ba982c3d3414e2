// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.Locale;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.VolumeGeometry;

/// What a person must know of a grid before measuring on it; no words where the grid is regular.
public record GeometryVerdict(String words) {
    private static final double TILT_DEGREES = 0.05;
    private static final double UNEVEN_MM = 0.01;

    public static GeometryVerdict of(VolumeGeometry geometry) {
        String tilt = tilt(geometry);
        String uneven =
                geometry.slices() instanceof SliceStack.Table table
                        ? uneven(table, geometry.normal())
                        : "";
        return new GeometryVerdict(
                tilt.isEmpty() || uneven.isEmpty() ? tilt + uneven : tilt + "\n" + uneven);
    }

    private static String tilt(VolumeGeometry geometry) {
        int last = Math.max(1, geometry.size().k() - 1);
        PatientVector way = geometry.slices().originAt(last).from(geometry.origin());
        double sine = way.cross(geometry.normal()).length();
        double degrees = Math.toDegrees(Math.atan2(sine, Math.abs(way.dot(geometry.normal()))));
        return degrees > TILT_DEGREES
                ? String.format(Locale.ROOT, "Gantry tilt %.1f°", degrees)
                : "";
    }

    private static String uneven(SliceStack.Table table, PatientVector normal) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        PatientPoint before = table.origins().getFirst();
        for (PatientPoint origin : table.origins().subList(1, table.origins().size())) {
            double distance = Math.abs(origin.from(before).dot(normal));
            least = Math.min(least, distance);
            most = Math.max(most, distance);
            before = origin;
        }
        return most - least > UNEVEN_MM
                ? String.format(Locale.ROOT, "Uneven slice distances, %.2f to %.2f mm", least, most)
                : "";
    }
}
