// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Point;

/// The part of an image as it is seen, turned: what is placed by shares of it, 0, 0 its upper left corner and 1, 1 its
/// lower right one, has a place in the image.
record DisplayedPart(Area area, Turning turning) {

    Point toImage(Point share) {
        double across = share.x() - 0.5;
        double along = share.y() - 0.5;
        Turning.Direction right = turning.right();
        Turning.Direction down = turning.down();
        double columns = across * right.columns() + along * down.columns();
        double rows = across * right.rows() + along * down.rows();
        return new Point(
                (area.from().x() + area.to().x()) / 2 + columns * (area.to().x() - area.from().x()),
                (area.from().y() + area.to().y()) / 2 + rows * (area.to().y() - area.from().y()));
    }

    /// Those of `on` that are seen by this part.
    List<Image> of(List<Image> on) {
        if (on.isEmpty() || area.on().isEmpty()) {
            return on.isEmpty() ? area.on() : on;
        }
        return on.stream()
                .flatMap(image -> area.on().stream().map(image::and).flatMap(Optional::stream))
                .toList();
    }
}
