// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

/// Diagonal lines, fixed to the picture, that say how sure somebody is of a label: the less sure, the denser.
///
/// A pixel lies on a line where (column + row) mod `periodPx` is less than `linePx`; lines have the label's colour at
/// `opacity`. A period of 0 means none.
public record Hatch(int periodPx, int linePx, double opacity) {
    public static final Hatch NONE = new Hatch(0, 0, 0);

    private static final int DENSEST_PX = 4;
    private static final int SPARSEST_PX = 20;
    private static final double SURE = 0.95;

    public Hatch {
        Shares.require("hatch opacity", opacity);
        if (periodPx < 0 || linePx < 0 || linePx > periodPx || periodPx > 1024) {
            throw new IllegalArgumentException(
                    "lines of %d pixels every %d".formatted(linePx, periodPx));
        }
    }

    /// For a confidence between 0 and 1: nothing from 0.95 on, then every 20 pixels down to every 4.
    public static Hatch ofConfidence(double confidence) {
        Shares.require("confidence", confidence);
        if (confidence >= SURE) {
            return NONE;
        }
        double period = DENSEST_PX + (SPARSEST_PX - DENSEST_PX) * confidence / SURE;
        return new Hatch((int) Math.rint(period), 1, 0.8);
    }

    public boolean isNone() {
        return linePx == 0;
    }

    public boolean covers(int column, int row) {
        return linePx > 0 && (column + row) % periodPx < linePx;
    }
}
