// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.measure;

import java.util.List;
import org.overread.viewer.volume.PatientPoint;

/// The kinds of measures, and how each is made of its points.
public enum MeasureKind {
    PROBE(1),
    LENGTH(2),
    POLYLINE(2),
    ANGLE(3),
    COBB(4),
    BIDIRECTIONAL(4),
    ELLIPSE(4),
    RECTANGLE(4),
    SPHERE(2);

    private final int points;

    MeasureKind(int points) {
        this.points = points;
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
        return switch (this) {
            case PROBE -> new Ruler.Probe(at.getFirst());
            case LENGTH -> new Ruler.Length(at.get(0), at.get(1));
            case POLYLINE -> new Ruler.Polyline(at);
            case ANGLE -> new Ruler.Angle(at.get(0), at.get(1), at.get(2));
            case COBB -> new Ruler.Cobb(at.get(0), at.get(1), at.get(2), at.get(3));
            case BIDIRECTIONAL ->
                    new Ruler.Bidirectional(at.get(0), at.get(1), at.get(2), at.get(3));
            case ELLIPSE -> Region.Ellipse.of(at);
            case RECTANGLE -> Region.Rectangle.of(at);
            case SPHERE -> new Region.Sphere(at.get(0), at.get(1));
        };
    }
}
