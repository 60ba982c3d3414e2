// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;

/// Reads what covers the images (PS3.3 C.7.6.11). A shape that makes no sense covers nothing, and is noted.
final class ShutterReader {
    private static final int MOST_CORNERS = 10_000;

    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing;

    ShutterReader(Attributes header, Named named, Set<Missing> missing) {
        this.header = header;
        this.named = named;
        this.missing = missing;
    }

    Optional<Shutter> read() {
        var openings = new ArrayList<Shutter.Opening>();
        for (String shape : header.texts(PresentationTags.SHUTTER)) {
            if (shape.equals("BITMAP")) {
                continue; // it is one of the overlays
            }
            Optional<Shutter.Opening> opening =
                    switch (shape) {
                        case "RECTANGULAR" -> box();
                        case "CIRCULAR" -> disc();
                        case "POLYGONAL" -> outline();
                        default -> Optional.empty();
                    };
            opening.ifPresentOrElse(openings::add, () -> missing.add(Missing.BROKEN_SHUTTER));
        }
        return openings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shutter(named.images(), rgb(), openings));
    }

    /// Black where it is not said.
    int rgb() {
        List<Double> lab = header.numbers(PresentationTags.SHUTTER_CIELAB);
        if (lab.size() == 3) {
            return Cielab.rgb(lab.get(0), lab.get(1), lab.get(2));
        }
        return Cielab.grey(header.number(PresentationTags.SHUTTER_GREY).orElse(0));
    }

    /// The pixels of the edges are seen.
    private Optional<Shutter.Opening> box() {
        double left = number(PresentationTags.SHUTTER_LEFT);
        double right = number(PresentationTags.SHUTTER_RIGHT);
        double upper = number(PresentationTags.SHUTTER_UPPER);
        double lower = number(PresentationTags.SHUTTER_LOWER);
        return left <= right && upper <= lower // NaN is not
                ? Optional.of(
                        new Shutter.Opening.Box(
                                new Point(left - 1, upper - 1), new Point(right, lower)))
                : Optional.empty();
    }

    private double number(int tag) {
        double number = header.number(tag).orElse(Double.NaN);
        return Math.abs(number) <= ShapeReader.FARTHEST ? number : Double.NaN;
    }

    private Optional<Shutter.Opening> disc() {
        List<Point> center = pixels(PresentationTags.SHUTTER_CENTER);
        double radius = number(PresentationTags.SHUTTER_RADIUS);
        return center.size() == 1 && radius > 0
                ? Optional.of(new Shutter.Opening.Disc(center.getFirst(), radius))
                : Optional.empty();
    }

    private Optional<Shutter.Opening> outline() {
        List<Point> corners = pixels(PresentationTags.SHUTTER_CORNERS);
        return corners.size() > 2 && corners.size() <= MOST_CORNERS
                ? Optional.of(new Shutter.Opening.Outline(corners))
                : Optional.empty();
    }

    /// The middles of pixels by row and column, counted from 1; none where one of them is none.
    private List<Point> pixels(int tag) {
        List<Double> numbers = header.numbers(tag);
        if (!numbers.stream().allMatch(n -> Math.abs(n) <= ShapeReader.FARTHEST)) {
            return List.of();
        }
        var points = new ArrayList<Point>();
        for (int n = 0; n + 1 < numbers.size(); n += 2) {
            points.add(new Point(numbers.get(n + 1) - 0.5, numbers.get(n) - 0.5));
        }
        return points;
    }
}
