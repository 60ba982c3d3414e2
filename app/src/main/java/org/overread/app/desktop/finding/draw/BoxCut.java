// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.finding.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.overread.viewer.measure.Marking;
import org.overread.viewer.slice.SlicePlane;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Where a plane cuts a box in space: three to six corners, in order around it.
final class BoxCut {
    private static final double UPRIGHT = 0.999;

    private BoxCut() {}

    /// The closed outline of the cut; none where the plane misses the box.
    static List<List<PatientPoint>> of(Marking.SolidBox box, SlicePlane plane) {
        PatientVector normal = plane.normal();
        List<PatientPoint> corners = box.points().subList(0, 8);
        var cut = new ArrayList<PatientPoint>();
        for (int from = 0; from < 8; from++) {
            for (int bit = 1; bit < 8; bit <<= 1) {
                if ((from & bit) == 0) {
                    PatientPoint a = corners.get(from);
                    PatientPoint b = corners.get(from | bit);
                    double heightA = a.from(plane.center()).dot(normal);
                    double heightB = b.from(plane.center()).dot(normal);
                    if ((heightA <= 0) != (heightB <= 0)) {
                        cut.add(a.plus(b.from(a).times(heightA / (heightA - heightB))));
                    }
                }
            }
        }
        if (cut.size() < 3) {
            return List.of();
        }
        PatientPoint middle = middle(cut);
        cut.sort(
                Comparator.comparingDouble(
                        p ->
                                Math.atan2(
                                        p.from(middle).dot(plane.down()),
                                        p.from(middle).dot(plane.right()))));
        cut.add(cut.getFirst());
        return List.of(List.copyOf(cut));
    }

    private static PatientPoint middle(List<PatientPoint> points) {
        PatientVector sum = new PatientVector(0, 0, 0);
        for (PatientPoint p : points) {
            sum = sum.plus(p.from(PatientPoint.ORIGIN));
        }
        return PatientPoint.ORIGIN.plus(sum.times(1.0 / points.size()));
    }

    /// Whether one of the box's axes points straight at who looks along `normal`.
    static boolean isUpright(Marking.SolidBox box, PatientVector normal) {
        return box.axes().stream().anyMatch(axis -> Math.abs(axis.unit().dot(normal)) > UPRIGHT);
    }
}
