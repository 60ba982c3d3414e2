// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.levelset;

import java.util.Arrays;

/// Whole numbers one after another.
final class IntList {
    private int[] values = new int[256];
    private int count;

    int count() {
        return count;
    }

    int at(int n) {
        return values[n];
    }

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    void clear() {
        count = 0;
    }
}
