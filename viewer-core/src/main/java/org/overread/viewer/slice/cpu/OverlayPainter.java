// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

/// Draws one overlay over the rows of a picture. Rows may be asked for in parallel.
interface OverlayPainter {
    /// `pixels` are those of the row so far, premultiplied ARGB.
    void paint(int row, int[] pixels, Scratch scratch);

    /// Room for a row, one for each thread.
    final class Scratch {
        private final float[] values;
        private final int[] levels;

        Scratch(int width) {
            values = new float[width];
            levels = new int[width];
        }

        float[] values() {
            return values;
        }

        int[] levels() {
            return levels;
        }
    }
}
