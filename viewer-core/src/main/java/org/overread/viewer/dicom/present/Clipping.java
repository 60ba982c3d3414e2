// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.overread.viewer.dicom.present.PresentationState.Point;

/// Cuts a polygon off at the edges of an image, one edge after another (Sutherland and Hodgman).
final class Clipping {
    private Clipping() {}

    static List<Point> clip(List<Point> polygon, int columns, int rows) {
        List<Point> rest = polygon;
        List<ToDoubleFunction<Point>> inside =
                List.of(Point::x, p -> columns - p.x(), Point::y, p -> rows - p.y());
        for (ToDoubleFunction<Point> depth : inside) {
            rest = cut(rest, depth);
        }
        return rest.size() < 3 ? List.of() : List.copyOf(rest);
    }

    /// `depth` says how far inside a point lies.
    private static List<Point> cut(List<Point> polygon, ToDoubleFunction<Point> depth) {
        var rest = new ArrayList<Point>();
        for (int n = 0; n < polygon.size(); n++) {
            Point here = polygon.get(n);
            Point next = polygon.get((n + 1) % polygon.size());
            double a = depth.applyAsDouble(here);
            double b = depth.applyAsDouble(next);
            if (a >= 0) {
                rest.add(here);
            }
            if ((a > 0 && b < 0) || (a < 0 && b > 0)) {
                double part = a / (a - b);
                rest.add(
                        new Point(
                                here.x() + (next.x() - here.x()) * part,
                                here.y() + (next.y() - here.y()) * part));
            }
        }
        return rest;
    }
}
