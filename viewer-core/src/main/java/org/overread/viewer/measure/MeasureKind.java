// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import java.util.function.Function;
import org.overread.viewer.volume.PatientPoint;

/// The kinds of measures, and how each is made of its points.
public enum MeasureKind {
    PROBE(1, p -> new Ruler.Probe(p.getFirst())),
    LENGTH(2, p -> new Ruler.Length(p.get(0), p.get(1))),
    POLYLINE(2, Ruler.Polyline::new),
    ANGLE(3, p -> new Ruler.Angle(p.get(0), p.get(1), p.get(2))),
    COBB(4, p -> new Ruler.Cobb(p.get(0), p.get(1), p.get(2), p.get(3))),
    BIDIRECTIONAL(4, p -> new Ruler.Bidirectional(p.get(0), p.get(1), p.get(2), p.get(3))),
    ELLIPSE(4, Region.Ellipse::of),
    RECTANGLE(4, Region.Rectangle::of),
    SPHERE(2, p -> new Region.Sphere(p.get(0), p.get(1)));

    private final int points;
    private final Function<List<PatientPoint>, Measure> maker;

    MeasureKind(int points, Function<List<PatientPoint>, Measure> maker) {
        this.points = points;
        this.maker = maker;
    }

    /// How many points it has; a polyline has at least so many.
    public int points() {
        return points;
    }

    /// The measure with these points, as [Measure#points()] gives them; refuses points of which none can be made.
    public Measure of(List<PatientPoint> at) {
        boolean enough = this == POLYLINE ? at.size() >= points : at.size() == points;
        if (!enough || !at.stream().allMatch(PatientPoint::isFinite)) {
            throw new IllegalArgumentException("%s of %d points".formatted(this, at.size()));
        }
        return maker.apply(at);
    }
}
