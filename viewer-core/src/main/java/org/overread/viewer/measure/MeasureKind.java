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
    SPHERE(2),
    LANDMARK(2),
    FLAT_BOX(4),
    SOLID_BOX(14),
    POLYGON(3);

    private final int points;

    MeasureKind(int points) {
        this.points = points;
    }

    /// How many points it has; a polyline and a polygon have at least so many.
    public int points() {
        return points;
    }

    /// The measure with these points, as [Measure#points()] gives them; refuses points of which none can be made.
    public Measure of(List<PatientPoint> at) {
        boolean open = this == POLYLINE || this == POLYGON;
        boolean enough = open ? at.size() >= points : at.size() == points;
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
            case LANDMARK -> new Marking.Landmark(at.get(0), at.get(1));
            case FLAT_BOX -> new Marking.FlatBox(Region.Rectangle.of(at));
            case SOLID_BOX -> Marking.SolidBox.of(at);
            case POLYGON -> new Marking.Polygon(at);
        };
    }
}
