// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.livewire;

import java.util.Arrays;
import java.util.List;
import org.overread.segmentation.draw.PlaneImage;
import org.overread.segmentation.draw.PlanePoint;
import org.overread.segmentation.work.Crew;

/// What a line costs that follows the edges of an image, as Mortensen and Barrett have it.
///
/// A step from p to its neighbour q (eight of them) costs its length in millimetres times 0.43 where q is no zero
/// crossing of the Laplacian, plus 0.43 times how far both edges lean from the step, plus 0.14 times how far the gradient
/// at q is from the strongest. The lean is (acos d(p) + acos d(q)) / π, d being the cosine between the step, turned so
/// that it goes with the edge at p, and each edge. After training, gradients like those of the trained line are the best
/// ones, and count for more.
///
/// Costs are whole numbers, so that paths are exact. Immutable; any thread. Making one costs some passes over the image,
/// training one pass.
public final class Livewire {
    /// Steps to the eight neighbours: x and y, around.
    static final int[] STEP_X = {1, 1, 0, -1, -1, -1, 0, 1};

    static final int[] STEP_Y = {0, 1, 1, 1, 0, -1, -1, -1};

    /// What a place costs that no line led to yet, and one that none can lead to.
    static final int UNREACHED = Integer.MAX_VALUE;

    static final int UNKNOWN = -1;

    private static final double CROSSING = 0.43;
    private static final double LEAN = 0.43;
    private static final double GRADIENT = 0.14;
    private static final double TRAINED_GRADIENT = 0.40; // the other two then share what is left
    private static final double LENGTH = 0.01; // of edges that are perfect, the shortest one
    private static final double UNITS = 200; // of cost in a step as long as the shortest one
    private static final double LONGEST =
            16; // in shortest ones: beyond, slices are too thick for lines across them
    private static final int SHARE_BITS = 12;
    private static final int LENGTH_BITS = 4;

    /// Of shares times lengths, what a unit of cost is.
    static final int COST_BITS = SHARE_BITS + LENGTH_BITS;

    static final int HALF = 1 << (COST_BITS - 1);
    private static final int LINE = 8; // cells
    private static final int WAYS = EdgeFeatures.WAYS + 1;
    private static final int WAY_BITS = 8;
    static final int WAY = (1 << WAY_BITS) - 1;
    static final int PLACE_BITS = WAY_BITS;
    private static final int ENOUGH = 32; // places of a line, to have learnt all of it
    private static final int LAST = 128; // places of a line that count
    private static final double BLUR = 6; // strengths

    private final PlaneImage image;
    private final Crew crew;
    private final EdgeFeatures features;
    private final double[] strengthCost; // 0…1 for each strength
    private final double leanWeight;
    private final int stride; // cells of a row
    private final int[] cells; // two each: whether it is known, and what it is
    final int[] leanAtStart; // way, step: the lean, and the step that goes with the way
    final int[] leanAtEnd; // way, step
    final int[] length; // of each step

    private Livewire(
            PlaneImage image,
            EdgeFeatures features,
            double[] strengthCost,
            double gradientWeight,
            Crew crew) {
        this.image = image;
        this.crew = crew;
        this.features = features;
        this.strengthCost = strengthCost;
        double rest = (1 - gradientWeight) / (CROSSING + LEAN);
        leanWeight = rest * LEAN;
        var placeCost = new double[2 * EdgeFeatures.STRENGTHS];
        for (int s = 0; s < EdgeFeatures.STRENGTHS; s++) {
            placeCost[s] = LENGTH + rest * CROSSING + gradientWeight * strengthCost[s];
            placeCost[s + EdgeFeatures.STRENGTHS] = LENGTH + gradientWeight * strengthCost[s];
        }
        var placeShare = new int[placeCost.length];
        for (int s = 0; s < placeCost.length; s++) {
            placeShare[s] = fixed(placeCost[s], SHARE_BITS) << PLACE_BITS;
        }
        stride = stride(features.width);
        cells = new int[2 * stride * (features.height + 2)];
        for (int n = 0; n < cells.length; n += 2) {
            cells[n] = UNKNOWN;
        }
        for (int n = 0; n < features.strength.length; n++) {
            int crossing = features.crossing[n] ? EdgeFeatures.STRENGTHS : 0;
            int cell = cellOf(n);
            cells[2 * cell] = features.known[n] ? UNREACHED : UNKNOWN;
            cells[2 * cell + 1] =
                    placeShare[(features.strength[n] & 0xFF) + crossing] | features.way[n];
        }
        leanAtStart = new int[8 * WAYS];
        leanAtEnd = new int[8 * WAYS];
        length = new int[8];
        leans();
    }

    /// Room for a cell on either side, and an odd number of the processor's lines of memory: rows of a power of two would
    /// drive one another out of its cache.
    private static int stride(int width) {
        return (Math.ceilDiv(width + 2, LINE) | 1) * LINE;
    }

    private static int fixed(double value, int bits) {
        return (int) Math.round(value * (1 << bits));
    }

    private void leans() {
        double shortest = Math.min(features.columnMm, features.rowMm);
        for (int step = 0; step < 8; step++) {
            double u = STEP_X[step] * features.columnMm;
            double v = STEP_Y[step] * features.rowMm;
            double mm = Math.hypot(u, v);
            length[step] = fixed(UNITS * Math.min(LONGEST, mm / shortest), LENGTH_BITS);
            for (int way = 0; way < WAYS - 1; way++) {
                double turn = 2 * Math.PI * way / EdgeFeatures.WAYS;
                double along =
                        Math.clamp((Math.cos(turn) * u + Math.sin(turn) * v) / mm, -1.0, 1.0);
                double start = leanWeight * Math.acos(Math.abs(along)) / Math.PI;
                double end = leanWeight * Math.acos(along) / Math.PI;
                int with = along < 0 ? step + 4 & 7 : step;
                leanAtStart[way * 8 + step] = fixed(start, SHARE_BITS) << 3 | with;
                leanAtEnd[way * 8 + step] = fixed(end, SHARE_BITS);
            }
            // an edge that runs no way leans from every step
            leanAtStart[(WAYS - 1) * 8 + step] = fixed(leanWeight / 2, SHARE_BITS) << 3 | step;
            leanAtEnd[(WAYS - 1) * 8 + step] = fixed(leanWeight / 2, SHARE_BITS);
        }
    }

    /// One whose lines the calling thread finds alone.
    public static Livewire on(PlaneImage image) {
        return on(image, Crew.alone());
    }

    /// One for whose far lines two hands of a crew look, from either end; the lines are the same.
    public static Livewire on(PlaneImage image, Crew crew) {
        var costs = new double[EdgeFeatures.STRENGTHS];
        for (int s = 0; s < costs.length; s++) {
            costs[s] = 1 - s / (EdgeFeatures.STRENGTHS - 1.0);
        }
        return new Livewire(image, new EdgeFeatures(image), costs, GRADIENT, crew);
    }

    /// A wire that likes the edges along a line: the last places of it, a line of few places only in part.
    public Livewire train(List<PlanePoint> line) {
        var counts = new double[EdgeFeatures.STRENGTHS];
        int first = Math.max(0, line.size() - LAST);
        for (PlanePoint point : line.subList(first, line.size())) {
            counts[features.strength[placeOf(point)] & 0xFF]++;
        }
        double[] smooth = smooth(counts);
        double most = Arrays.stream(smooth).max().orElse(0);
        if (most == 0) {
            return this;
        }
        double learnt = Math.min(1, (line.size() - first) / (double) ENOUGH);
        var costs = new double[EdgeFeatures.STRENGTHS];
        for (int s = 0; s < costs.length; s++) {
            costs[s] = (1 - learnt) * strengthCost[s] + learnt * (1 - smooth[s] / most);
        }
        double weight = GRADIENT + learnt * (TRAINED_GRADIENT - GRADIENT);
        return new Livewire(image, features, costs, weight, crew);
    }

    private static double[] smooth(double[] counts) {
        var smooth = new double[counts.length];
        for (int s = 0; s < counts.length; s++) {
            for (int from = 0; from < counts.length && counts[s] > 0; from++) {
                double d = (from - s) / BLUR;
                smooth[from] += counts[s] * Math.exp(-d * d / 2);
            }
        }
        return smooth;
    }

    /// All cheapest lines from a place, found as they are asked for.
    public LivePaths from(PlanePoint seed) {
        return new LivePaths(this, cellOf(placeOf(seed)));
    }

    /// The strongest edge within so many millimetres; the nearest place of the image where there is none.
    public PlanePoint snap(PlanePoint near, double radiusMm) {
        int best = placeOf(near);
        PlanePoint middle = pointOf(best);
        int reachX = (int) Math.min(width(), Math.ceil(radiusMm / features.columnMm));
        int reachY = (int) Math.min(height(), Math.ceil(radiusMm / features.rowMm));
        int x0 = best % width();
        int y0 = best / width();
        for (int y = Math.max(0, y0 - reachY); y <= Math.min(height() - 1, y0 + reachY); y++) {
            for (int x = Math.max(0, x0 - reachX); x <= Math.min(width() - 1, x0 + reachX); x++) {
                int n = y * width() + x;
                boolean stronger = (features.strength[n] & 0xFF) > (features.strength[best] & 0xFF);
                if (stronger && pointOf(n).distanceTo(middle) <= radiusMm) {
                    best = n;
                }
            }
        }
        return pointOf(best);
    }

    /// The image that lines follow.
    public PlaneImage image() {
        return image;
    }

    Crew crew() {
        return crew;
    }

    int width() {
        return features.width;
    }

    int height() {
        return features.height;
    }

    /// The number of the place of the image that is nearest.
    int placeOf(PlanePoint point) {
        long x = Math.round(image.raster().column(point));
        long y = Math.round(image.raster().row(point));
        return Math.clamp(y, 0, height() - 1) * width() + Math.clamp(x, 0, width() - 1);
    }

    PlanePoint pointOf(int place) {
        int row = place / width();
        return image.raster().toPlane(place % width(), row);
    }

    /// Whether there is a value.
    boolean isKnown(int place) {
        return features.known[place];
    }

    /// Two numbers each: [#UNREACHED], or [#UNKNOWN] where there is no value; and what [#costOf] wants. Around the image
    /// lie cells that are not known. Whose they are from now on writes into the first.
    int[] cells() {
        return cells.clone();
    }

    /// From a cell to the one below.
    int stride() {
        return stride;
    }

    /// Where a place of the image lies among the cells.
    int cellOf(int place) {
        int row = place / width();
        return place + row * (stride - width()) + stride + 1;
    }

    /// The place of a cell.
    PlanePoint pointOfCell(int cell) {
        return image.raster().toPlane(cell % stride - 1, cell / stride - 1);
    }

    /// What a step costs, 1 or more; both places are of the image.
    int cost(int from, int to, int step) {
        return costOf(cells[2 * cellOf(from) + 1], cells[2 * cellOf(to) + 1], step);
    }

    /// The same by what the places are.
    int costOf(int from, int to, int step) {
        int start = leanAtStart[(from & WAY) * 8 + step];
        int end = leanAtEnd[(to & WAY) * 8 + (start & 7)]; // the way round that goes with the edge
        int share = (to >>> PLACE_BITS) + (start >>> 3) + end;
        return (length[step] * share + HALF) >> COST_BITS; // perfect edges cost 2
    }

    /// What no step exceeds.
    int highestCost() {
        double longest = Arrays.stream(length).max().orElseThrow() / (double) (1 << LENGTH_BITS);
        return (int) (longest * (1 + LENGTH + 1.5 * LEAN)) + 1;
    }
}
