// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

/// Numbers on a rectangle, i fastest; of one thread.
final class Patch {
    final int width;
    final int height;
    final float[] values;

    Patch(int width, int height) {
        this.width = width;
        this.height = height;
        values = new float[width * height];
    }

    /// The part without the outermost so many columns and rows.
    Patch inner(int byI, int byJ) {
        var part = new Patch(width - 2 * byI, height - 2 * byJ);
        for (int j = 0; j < part.height; j++) {
            System.arraycopy(
                    values, (j + byJ) * width + byI, part.values, j * part.width, part.width);
        }
        return part;
    }
}
