// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.overread.segmentation.draw.DrawRefusal;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.PlanePoint;

/// The outline of everything around a place that is at least as bright as it: what level tracing shows under a pointer.
///
/// Of all places with at least that value, those that neighbours of eight lead to belong. The outline is the border of
/// theirs that passes nearest to the pointer, from the outside or along a hole, and lies between values where the level
/// just below that value is. Costs the image.
public final class LevelTrace {
    private LevelTrace() {}

    /// What became of a trace.
    public sealed interface Outcome {
        record Traced(Contour contour, float level) implements Outcome {}

        record Refused(DrawRefusal reason) implements Outcome {}
    }

    public static Outcome at(PlaneImage image, PlanePoint pointer) {
        double column = image.raster().column(pointer);
        double row = image.raster().row(pointer);
        int x = (int) Math.rint(column);
        int y = (int) Math.rint(row);
        boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
        if (!inside || Float.isNaN(image.value(x, y))) {
            return new Outcome.Refused(new DrawRefusal.OutsideVolume());
        }
        float level = image.value(x, y);
        BitSet region = region(image, x, y, level);
        float below = below(image, level);
        if (Float.isNaN(below)) {
            return new Outcome.Refused(new DrawRefusal.NoEdge());
        }
        List<PlanePoint> best = List.of();
        double nearest = Double.POSITIVE_INFINITY;
        var rims = Rims.of(image.width(), image.height(), region, Rims.Corners.TOGETHER);
        for (List<Rims.Between> rim : rims) {
            List<PlanePoint> points = points(image, rim, (level + below) / 2);
            double off = Double.POSITIVE_INFINITY;
            for (PlanePoint point : points) {
                off = Math.min(off, point.distanceTo(pointer));
            }
            if (off < nearest) {
                nearest = off;
                best = points;
            }
        }
        return switch (Contour.close(image.raster().plane(), best)) {
            case Contour.Closing.Closed(Contour contour) -> new Outcome.Traced(contour, level);
            case Contour.Closing.Refused(_) -> new Outcome.Refused(new DrawRefusal.NoEdge());
        };
    }

    /// Where the values between two neighbours pass the level; half way where one of them is not known.
    private static List<PlanePoint> points(PlaneImage image, List<Rims.Between> rim, double level) {
        var points = new ArrayList<PlanePoint>();
        for (Rims.Between pair : rim) {
            double a = value(image, pair.x(), pair.y());
            double b = value(image, pair.otherX(), pair.otherY());
            double share = (a - level) / (a - b);
            share = share > 0 && share < 1 ? Math.clamp(share, 0.01, 0.99) : 0.5;
            points.add(
                    image.raster()
                            .toPlane(
                                    pair.x() + share * (pair.otherX() - pair.x()),
                                    pair.y() + share * (pair.otherY() - pair.y())));
        }
        return points;
    }

    private static double value(PlaneImage image, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
        return inside ? image.value(x, y) : Double.NaN;
    }

    /// All that is at least as bright as the level, from a place on.
    private static BitSet region(PlaneImage image, int x, int y, float level) {
        int width = image.width();
        var region = new BitSet(width * image.height());
        var queue = new int[width * image.height()];
        int end = 0;
        queue[end++] = y * width + x;
        region.set(y * width + x);
        for (int from = 0; from < end; from++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int nx = queue[from] % width + dx;
                    int ny = queue[from] / width + dy;
                    boolean inside = nx >= 0 && ny >= 0 && nx < width && ny < image.height();
                    if (inside && image.value(nx, ny) >= level && !region.get(ny * width + nx)) {
                        region.set(ny * width + nx);
                        queue[end++] = ny * width + nx;
                    }
                }
            }
        }
        return region;
    }

    /// The largest value below a level; not a number where there is none.
    private static float below(PlaneImage image, float level) {
        float below = Float.NEGATIVE_INFINITY;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                float value = image.value(x, y);
                if (value < level && value > below) {
                    below = value;
                }
            }
        }
        return below == Float.NEGATIVE_INFINITY ? Float.NaN : below;
    }
}
