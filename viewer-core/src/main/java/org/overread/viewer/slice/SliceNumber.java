// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

/// Slice `number` of `count`; the first is 1, the number grows with the voxel index.
public record SliceNumber(int number, int count) {
    public SliceNumber {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("slice %d of %d".formatted(number, count));
        }
    }
}
