// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.List;
import javafx.scene.image.Image;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// A vector shape in patient space: drawn where its points appear when they are moved along the normal into the plane,
/// as sharp and as thin at any zoom.
public sealed interface Mark {

    MarkLook look();

    /// From point to point, open.
    record Line(List<PatientPoint> points, MarkLook look) implements Mark {
        public Line {
            points = List.copyOf(points);
        }

        public Line(PatientPoint from, PatientPoint to, MarkLook look) {
            this(List.of(from, to), look);
        }
    }

    /// From point to point and back to the first; filled where its look says so. Circles and ellipses are polygons of
    /// many sides.
    record Polygon(List<PatientPoint> points, MarkLook look) implements Mark {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /// Covers all of a polygon but an opening within it, which has no points where nothing is to be seen.
    record Cover(List<PatientPoint> whole, List<PatientPoint> opening, MarkLook look)
            implements Mark {
        public Cover {
            whole = List.copyOf(whole);
            opening = List.copyOf(opening);
        }
    }

    /// A picture that lies in the patient: its upper left corner, and how far its columns and rows are apart. Each of its
    /// images is half as fine as the one before.
    record Stamp(
            PatientPoint corner,
            PatientVector perColumn,
            PatientVector perRow,
            List<Image> images,
            MarkLook look)
            implements Mark {
        public Stamp {
            images = List.copyOf(images);
        }

        /// The finest.
        public Image image() {
            return images.getFirst();
        }
    }

    /// A place: a small cross.
    record Cross(PatientPoint at, MarkLook look) implements Mark {}

    /// What a hand can take: a small ring.
    record Handle(PatientPoint at, MarkLook look) implements Mark {}

    /// Words beside a point; several lines where there are line feeds.
    record Words(PatientPoint at, String words, MarkLook look) implements Mark {}
}
