// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.surface;

/// Triangles by the slices that they pass: 4 bytes for each triangle in each of its slices.
final class SliceTriangles {
    private final int[] begin; // by slice, of what follows in the list
    private final int[] list;

    private SliceTriangles(int[] begin, int[] list) {
        this.begin = begin;
        this.list = list;
    }

    static SliceTriangles of(SliceFrame frame, int[] corners) {
        int slices = frame.size().k();
        var first = new int[corners.length / 3];
        var end = new int[first.length];
        var begin = new int[slices + 1];
        for (int n = 0; n < first.length; n++) {
            double a = frame.points()[3 * corners[3 * n] + 2];
            double b = frame.points()[3 * corners[3 * n + 1] + 2];
            double c = frame.points()[3 * corners[3 * n + 2] + 2];
            first[n] = frame.firstAbove(Math.min(a, Math.min(b, c)));
            end[n] = frame.firstAbove(Math.max(a, Math.max(b, c)));
            for (int k = first[n]; k < end[n]; k++) {
                begin[k + 1] = Math.addExact(begin[k + 1], 1);
            }
        }
        for (int k = 0; k < slices; k++) {
            begin[k + 1] = Math.addExact(begin[k + 1], begin[k]);
        }
        var list = new int[begin[slices]];
        int[] next = begin.clone();
        for (int n = 0; n < first.length; n++) {
            for (int k = first[n]; k < end[n]; k++) {
                list[next[k]++] = n;
            }
        }
        return new SliceTriangles(begin, list);
    }

    boolean isEmpty() {
        return list.length == 0;
    }

    int firstSlice() {
        int k = 0;
        while (begin[k + 1] == 0) {
            k++;
        }
        return k;
    }

    int lastSlice() {
        int k = begin.length - 2;
        while (begin[k] == list.length) {
            k--;
        }
        return k;
    }

    /// Where the triangles of a slice begin; those of the next begin where they end.
    int begin(int k) {
        return begin[k];
    }

    int triangle(int n) {
        return list[n];
    }
}
