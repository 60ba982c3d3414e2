// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.volume;

/// How many samples a volume has along i (columns), j (rows) and k (slices).
public record GridSize(int i, int j, int k) {
    public GridSize {
        if (i < 1 || j < 1 || k < 1) {
            throw new IllegalArgumentException(
                    "a grid has at least one sample a side: %d x %d x %d".formatted(i, j, k));
        }
    }

    public long voxels() {
        return (long) i * j * k;
    }

    public boolean contains(long atI, long atJ, long atK) {
        return atI >= 0 && atI < i && atJ >= 0 && atJ < j && atK >= 0 && atK < k;
    }
}
