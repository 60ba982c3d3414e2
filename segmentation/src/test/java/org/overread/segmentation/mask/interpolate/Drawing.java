// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.mask.interpolate;

import java.util.ArrayList;
import java.util.List;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.viewer.volume.GridSize;

/// Contours of several labels on some slices, the same in every language: ellipses in whole numbers from a 32-bit
/// generator, and shells.
final class Drawing {
    private final GridSize size;
    private final byte[] labels;
    private int state;

    private Drawing(int i, int j, int k) {
        size = new GridSize(i, j, k);
        labels = new byte[i * j * k];
    }

    static Drawing of(String kind, int seed) {
        return switch (kind) {
            case "blobs" ->
                    new Drawing(64, 56, 30).blobs(Axis.K, List.of(2, 9, 14, 23, 27), 3, 4, seed);
            case "along i" ->
                    new Drawing(31, 60, 52).blobs(Axis.I, List.of(1, 12, 20, 28), 2, 3, seed);
            case "along j" ->
                    new Drawing(48, 33, 52).blobs(Axis.J, List.of(0, 7, 20, 32), 2, 5, seed);
            case "two planes" ->
                    new Drawing(48, 44, 40)
                            .blobs(Axis.K, List.of(4, 20, 35), 2, 2, seed)
                            .blobs(Axis.I, List.of(10, 30), 2, 2, seed + 100);
            case "crowded" -> new Drawing(64, 64, 12).blobs(Axis.K, List.of(0, 5, 11), 2, 14, seed);
            case "shells" -> new Drawing(seed, seed, seed).shells();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private int draw() {
        state = state * 1664525 + 1013904223;
        return (state >>> 16) & 0x7fff;
    }

    private Drawing blobs(Axis axis, List<Integer> slices, int kinds, int most, int seed) {
        state = seed;
        int[] last = axis.voxel(0, 0, 0);
        int across = axis == Axis.I ? size.j() : size.i();
        int down = axis == Axis.K ? size.j() : size.k();
        for (int slice : slices) {
            int count = 1 + draw() % most;
            for (int n = 0; n < count; n++) {
                int label = 1 + draw() % kinds;
                int cu = draw() % across;
                int cv = draw() % down;
                int ru = 3 + draw() % (across >> 2);
                int rv = 3 + draw() % (down >> 2);
                for (int v = 0; v < down; v++) {
                    for (int u = 0; u < across; u++) {
                        int x = (u - cu) * rv;
                        int y = (v - cv) * ru;
                        if (x * x + y * y <= ru * rv * ru * rv) {
                            last = axis.voxel(u, v, slice);
                            labels[(last[2] * size.j() + last[1]) * size.i() + last[0]] =
                                    (byte) label;
                        }
                    }
                }
            }
        }
        return this;
    }

    private Drawing shells() {
        double half = size.i() / 2.0;
        for (int n = 0; n < labels.length; n++) {
            int k = n / size.i() / size.j();
            double x = (n % size.i() - half) / half;
            double y = (n / size.i() % size.j() - half) / half;
            double z = (k - half) / half;
            double r =
                    Math.sqrt(x * x + y * y * 1.2 + z * z * 1.1)
                            + 0.06 * Math.sin(9 * x) * Math.sin(7 * y) * Math.cos(8 * z);
            labels[n] = (byte) (k % 8 > 0 ? 0 : r < 0.35 ? 3 : r < 0.6 ? 2 : r < 0.85 ? 1 : 0);
        }
        return this;
    }

    /// Labels 1 to 3.
    List<Mask> masks() {
        var edits = new ArrayList<MaskEdit>();
        for (int label = 1; label <= 3; label++) {
            edits.add(Mask.empty(size).edit());
        }
        for (int n = 0; n < labels.length; n++) {
            if (labels[n] > 0) {
                edits.get(labels[n] - 1)
                        .set(n % size.i(), n / size.i() % size.j(), n / size.i() / size.j());
            }
        }
        return edits.stream().map(MaskEdit::mask).toList();
    }

    /// One byte a voxel, i fastest.
    static byte[] bytes(List<Mask> masks) {
        GridSize size = masks.getFirst().size();
        var bytes = new byte[(int) size.voxels()];
        for (int n = 0; n < bytes.length; n++) {
            for (int label = 1; label <= masks.size(); label++) {
                if (masks.get(label - 1)
                        .contains(n % size.i(), n / size.i() % size.j(), n / size.i() / size.j())) {
                    bytes[n] = (byte) label;
                }
            }
        }
        return bytes;
    }
}
