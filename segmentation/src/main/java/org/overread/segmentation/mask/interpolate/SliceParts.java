// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.overread.segmentation.mask.interpolate.MorphologicalInterpolation.Neighbours;

/// The connected parts of a shape, in the order of their first points, row after row.
final class SliceParts {
    private final List<int[]> runs = new ArrayList<>(); // low u, high u, v
    private final List<Integer> roots = new ArrayList<>();

    private SliceParts() {}

    static List<FlatShape> of(FlatShape shape, Neighbours neighbours) {
        var parts = new SliceParts();
        shape.forEachRun(
                (low, high, v) -> {
                    parts.roots.add(parts.runs.size());
                    parts.runs.add(new int[] {low, high, v});
                });
        parts.join(neighbours == Neighbours.SQUARE ? 1 : 0);
        return parts.shapes();
    }

    /// Joins runs that touch those of the row before; the lower number leads, so that leaders are first points.
    private void join(int reach) {
        int before = 0;
        for (int n = 0; n < runs.size(); n++) {
            int[] run = runs.get(n);
            while (before < n && isPassed(runs.get(before), run, reach)) {
                before++;
            }
            for (int m = before; m < n; m++) {
                int[] other = runs.get(m);
                if (other[2] == run[2] || other[0] > run[1] + reach) {
                    break;
                }
                int a = root(n);
                int b = root(m);
                roots.set(Math.max(a, b), Math.min(a, b));
            }
        }
    }

    private static boolean isPassed(int[] other, int[] run, int reach) {
        return other[2] < run[2] - 1 || (other[2] == run[2] - 1 && other[1] < run[0] - reach);
    }

    private int root(int run) {
        int at = run;
        while (roots.get(at) != at) {
            roots.set(at, roots.get(roots.get(at)));
            at = roots.get(at);
        }
        return at;
    }

    private List<FlatShape> shapes() {
        var byRoot = new TreeMap<Integer, List<int[]>>();
        for (int n = 0; n < runs.size(); n++) {
            byRoot.computeIfAbsent(root(n), _ -> new ArrayList<>()).add(runs.get(n));
        }
        return byRoot.values().stream().map(SliceParts::shape).toList();
    }

    private static FlatShape shape(List<int[]> runs) {
        int low = runs.stream().mapToInt(run -> run[0]).min().orElseThrow();
        int high = runs.stream().mapToInt(run -> run[1]).max().orElseThrow();
        var area = new SliceArea(low, runs.getFirst()[2], high, runs.getLast()[2]);
        long[] words = FlatShape.emptyWords(area);
        int perRow = FlatShape.wordsPerRow(area);
        for (int[] run : runs) {
            int row = (run[2] - area.lowV()) * perRow;
            for (int u = run[0] - low; u <= run[1] - low; ) {
                int last = Math.min(run[1] - low, u | 63);
                words[row + (u >>> 6)] |= (-1L >>> (63 - (last - u))) << u;
                u = last + 1;
            }
        }
        return new FlatShape(area, words);
    }
}
