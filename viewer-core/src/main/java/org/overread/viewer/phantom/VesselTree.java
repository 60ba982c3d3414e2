// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.overread.viewer.phantom.shape.Body;
import org.overread.viewer.phantom.shape.Bounds;
import org.overread.viewer.phantom.shape.Capsule;
import org.overread.viewer.phantom.shape.Union;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Vessels that branch until they have reached points strewn over an organ; the share of points behind a branch sets
/// its radius (Murray's law), and every branch parts its points into two halves.
final class VesselTree {
    private static final double MURRAY = 1 / 2.6;
    private static final double PIECE_MM = 9;

    private final double rootRadius;
    private final double tipRadius;
    private final int targets;
    private final SplittableRandom random;
    private final List<Body> pieces = new ArrayList<>();

    VesselTree(double rootRadiusMm, double tipRadiusMm, int targets, long seed) {
        this.rootRadius = rootRadiusMm;
        this.tipRadius = tipRadiusMm;
        this.targets = targets;
        random = new SplittableRandom(seed);
    }

    /// Grows from `root`, whose vessel runs in `direction`, through `organ`.
    Body grow(PatientPoint root, PatientVector direction, Body organ) {
        branch(root, direction.unit(), strewn(organ), radius(targets));
        return new Union(pieces);
    }

    private List<PatientPoint> strewn(Body organ) {
        Bounds box = organ.bounds();
        var points = new ArrayList<PatientPoint>();
        while (points.size() < targets) {
            var p =
                    new PatientPoint(
                            random.nextDouble(box.low().x(), box.high().x()),
                            random.nextDouble(box.low().y(), box.high().y()),
                            random.nextDouble(box.low().z(), box.high().z()));
            if (organ.signedDistance(p.x(), p.y(), p.z()) < -2) {
                points.add(p);
            }
        }
        return points;
    }

    private double radius(int pointsBehind) {
        return Math.max(tipRadius, rootRadius * Math.pow((double) pointsBehind / targets, MURRAY));
    }

    private void branch(
            PatientPoint from, PatientVector heading, List<PatientPoint> points, double radius) {
        PatientPoint middle = middle(points);
        double share = points.size() == 1 ? 0.95 : 0.42;
        PatientPoint to = from.plus(middle.from(from).times(share));
        if (from.distanceTo(to) < 2) {
            return;
        }
        double next = points.size() == 1 ? tipRadius : radius(points.size());
        PatientVector arriving = curve(from, heading, to, radius, next);
        if (points.size() == 1) {
            return;
        }
        PatientVector across = widest(points, middle);
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(p -> p.from(middle).dot(across)));
        int cut =
                (int)
                        Math.max(
                                1,
                                Math.min(
                                        sorted.size() - 1.0,
                                        sorted.size() * random.nextDouble(0.32, 0.68)));
        branch(to, arriving, sorted.subList(0, cut), radius(cut));
        branch(to, arriving, sorted.subList(cut, sorted.size()), radius(sorted.size() - cut));
    }

    /// A bent vessel that leaves in `heading`; answers the direction it arrives in.
    private PatientVector curve(
            PatientPoint from, PatientVector heading, PatientPoint to, double first, double last) {
        double length = from.distanceTo(to);
        int count = Math.max(2, (int) Math.ceil(length / PIECE_MM));
        PatientPoint bend = from.plus(heading.times(length * 0.4));
        PatientPoint before = from;
        PatientVector direction = heading;
        for (int n = 1; n <= count; n++) {
            double t = (double) n / count;
            PatientPoint on =
                    from.plus(bend.from(from).times(2 * t * (1 - t)))
                            .plus(to.from(from).times(t * t));
            double start = first + (last - first) * (n - 1) / count;
            double end = first + (last - first) * n / count;
            if (before.distanceTo(on) > Math.abs(end - start) + 0.01) {
                pieces.add(new Capsule(before, on, start, end));
                direction = on.from(before).unit();
            }
            before = on;
        }
        return direction;
    }

    private static PatientPoint middle(List<PatientPoint> points) {
        PatientVector sum = new PatientVector(0, 0, 0);
        for (PatientPoint p : points) {
            sum = sum.plus(p.from(PatientPoint.ORIGIN));
        }
        return PatientPoint.ORIGIN.plus(sum.times(1.0 / points.size()));
    }

    /// The direction in which the points are spread most, by three turns of power iteration.
    private static PatientVector widest(List<PatientPoint> points, PatientPoint middle) {
        PatientVector direction = new PatientVector(0.6, 0.5, 0.62);
        for (int turn = 0; turn < 4; turn++) {
            PatientVector sum = new PatientVector(0, 0, 0);
            for (PatientPoint p : points) {
                PatientVector off = p.from(middle);
                sum = sum.plus(off.times(off.dot(direction)));
            }
            if (!(sum.length() > 1e-9)) {
                return direction.unit();
            }
            direction = sum.unit();
        }
        return direction;
    }
}
