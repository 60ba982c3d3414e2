// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.draw.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The lines between the places of a raster that are in a set and those that are not: closed, one for each border, half
/// way between neighbours, the set on the left of whoever walks them with rows running downwards.
///
/// Beyond the raster nothing is in the set.
final class Rims {
    // bits of the four places of a cell: top left, top right, bottom right, bottom left
    private static final int TOP = 0; // sides of a cell
    private static final int RIGHT = 1;
    private static final int BOTTOM = 2;
    private static final int LEFT = 3;
    private static final int[][] CORNERS_TOGETHER = {
        {RIGHT, TOP, LEFT, BOTTOM}, {TOP, LEFT, BOTTOM, RIGHT}
    };
    private static final int[][] WAYS = {
        {},
        {LEFT, TOP},
        {TOP, RIGHT},
        {LEFT, RIGHT},
        {RIGHT, BOTTOM},
        {LEFT, TOP, RIGHT, BOTTOM},
        {TOP, BOTTOM},
        {LEFT, BOTTOM},
        {BOTTOM, LEFT},
        {BOTTOM, TOP},
        {TOP, RIGHT, BOTTOM, LEFT},
        {BOTTOM, RIGHT},
        {RIGHT, LEFT},
        {RIGHT, TOP},
        {TOP, LEFT},
        {}
    };

    /// Whether places that touch at a corner only belong together.
    enum Corners {
        APART,
        TOGETHER
    }

    private final Corners corners;
    private final int across; // of the raster with a rim of one place
    private final BitSet set;
    private final int[] next; // of each pair of neighbours that a line passes between

    private Rims(int width, int height, BitSet places, Corners corners) {
        this.corners = corners;
        across = width + 2;
        set = new BitSet(across * (height + 2));
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int n = places.nextSetBit(row);
                    n >= 0 && n < row + width;
                    n = places.nextSetBit(n + 1)) {
                set.set((y + 1) * across + n - row + 1);
            }
        }
        next = new int[2 * across * (height + 2)];
        Arrays.fill(next, -1);
        for (int y = 0; y <= height; y++) {
            for (int x = 0; x <= width; x++) {
                join(y * across + x);
            }
        }
    }

    /// Joins the sides of the cell whose top left place this is.
    private void join(int place) {
        int which =
                (set.get(place) ? 1 : 0)
                        | (set.get(place + 1) ? 2 : 0)
                        | (set.get(place + across + 1) ? 4 : 0)
                        | (set.get(place + across) ? 8 : 0);
        boolean twoCorners = which == 5 || which == 10;
        int[] ways =
                twoCorners && corners == Corners.TOGETHER
                        ? CORNERS_TOGETHER[which / 10]
                        : WAYS[which];
        for (int n = 0; n < ways.length; n += 2) {
            next[side(place, ways[n])] = side(place, ways[n + 1]);
        }
    }

    /// Pairs have the number 2 n with the place to the right of place n, 2 n + 1 with the one below.
    private int side(int place, int side) {
        return switch (side) {
            case TOP -> 2 * place;
            case RIGHT -> 2 * (place + 1) + 1;
            case BOTTOM -> 2 * (place + across);
            default -> 2 * place + 1;
        };
    }

    /// A pair of neighbours, in columns and rows: one of them is in the set.
    record Between(int x, int y, int otherX, int otherY) {}

    /// All lines of a set, whose bits are places row by row.
    static List<List<Between>> of(int width, int height, BitSet places, Corners corners) {
        return new Rims(width, height, places, corners).lines();
    }

    private List<List<Between>> lines() {
        var lines = new ArrayList<List<Between>>();
        for (int first = 0; first < next.length; first++) {
            if (next[first] >= 0) {
                var line = new ArrayList<Between>();
                int at = first;
                while (next[at] >= 0) {
                    line.add(between(at));
                    int after = next[at];
                    next[at] = -1;
                    at = after;
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private Between between(int pair) {
        int x = pair / 2 % across - 1;
        int y = pair / 2 / across - 1;
        return pair % 2 == 0 ? new Between(x, y, x + 1, y) : new Between(x, y, x, y + 1);
    }
}
