// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Point;

/// What covers the images but for an opening. Of several openings only what lies in all of them is seen.
///
/// @param rgb what it covers with, 0xRRGGBB
public record Shutter(List<Image> on, int rgb, List<Opening> openings) {
    private static final int SIDES = 96;

    public Shutter {
        on = List.copyOf(on);
        openings = List.copyOf(openings);
    }

    /// Where one looks through, in pixels of the image.
    public sealed interface Opening {
        record Box(Point from, Point to) implements Opening {}

        /// `radius` is as long as so many columns are wide.
        record Disc(Point center, double radius) implements Opening {}

        /// From corner to corner and back to the first.
        record Outline(List<Point> corners) implements Opening {
            public Outline {
                corners = List.copyOf(corners);
            }
        }

        /// As a polygon, cut off where an image of so many pixels ends; without corners where nothing of it is seen.
        /// `stretch` is how many rows are as high as a column is wide.
        default List<Point> within(int columns, int rows, double stretch) {
            return Clipping.clip(corners(this, stretch), columns, rows);
        }

        private static List<Point> corners(Opening opening, double stretch) {
            return switch (opening) {
                case Box(Point from, Point to) ->
                        List.of(from, new Point(to.x(), from.y()), to, new Point(from.x(), to.y()));
                case Disc(Point center, double radius) -> {
                    var corners = new ArrayList<Point>(SIDES);
                    for (int n = 0; n < SIDES; n++) {
                        double turn = 2 * Math.PI * n / SIDES;
                        corners.add(
                                new Point(
                                        center.x() + radius * Math.cos(turn),
                                        center.y() + radius * stretch * Math.sin(turn)));
                    }
                    yield corners;
                }
                case Outline(List<Point> corners) -> corners;
            };
        }
    }
}
