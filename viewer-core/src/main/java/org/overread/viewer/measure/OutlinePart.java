// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// What a closed outline encloses of its plane; where it crosses itself, what a way from outside reaches over an odd
/// number of sides. A question costs as much as there are corners.
///
/// @param x the shares of the half axis `a` of the corners
/// @param y those of `b`
record OutlinePart(
        PatientPoint center, PatientVector a, PatientVector b, List<Double> x, List<Double> y)
        implements FlatPart {
    /// On the rim, in shares.
    private static final double RIM = 1e-9;

    static OutlinePart of(Marking.Polygon outline) {
        PatientVector normal = outline.areaVector().unit();
        PatientVector across = across(normal);
        PatientVector down = normal.cross(across);
        PatientPoint first = outline.points().getFirst();
        List<PatientVector> ways = outline.points().stream().map(p -> p.from(first)).toList();
        double left = ways.stream().mapToDouble(way -> way.dot(across)).min().orElseThrow();
        double right = ways.stream().mapToDouble(way -> way.dot(across)).max().orElseThrow();
        double top = ways.stream().mapToDouble(way -> way.dot(down)).min().orElseThrow();
        double bottom = ways.stream().mapToDouble(way -> way.dot(down)).max().orElseThrow();
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        return new OutlinePart(
                first.plus(across.times(middleX)).plus(down.times(middleY)),
                across.times((right - left) / 2),
                down.times((bottom - top) / 2),
                ways.stream()
                        .map(way -> (way.dot(across) - middleX) / ((right - left) / 2))
                        .toList(),
                ways.stream()
                        .map(way -> (way.dot(down) - middleY) / ((bottom - top) / 2))
                        .toList());
    }

    /// A direction of the plane, along an axis of the patient as far as it can.
    private static PatientVector across(PatientVector normal) {
        PatientVector axis =
                Math.abs(normal.x()) < 0.7 ? PatientVector.LEFT : PatientVector.POSTERIOR;
        return axis.minus(normal.times(axis.dot(normal))).unit();
    }

    @Override
    public boolean holds(double shareOfA, double shareOfB) {
        boolean in = false;
        for (int n = 0, before = x.size() - 1; n < x.size(); before = n++) {
            double dx = x.get(n) - x.get(before);
            double dy = y.get(n) - y.get(before);
            double px = shareOfA - x.get(before);
            double py = shareOfB - y.get(before);
            double length = Math.hypot(dx, dy);
            if (Math.abs(dx * py - dy * px) <= RIM * length) {
                double along = dx * px + dy * py;
                if (along >= -RIM * length && along <= length * (length + RIM)) {
                    return true;
                }
            }
            if ((y.get(n) > shareOfB) != (y.get(before) > shareOfB) && px < dx * py / dy) {
                in = !in;
            }
        }
        return in;
    }
}
