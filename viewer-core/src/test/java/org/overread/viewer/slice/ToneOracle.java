// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import org.overread.viewer.slice.tone.ToneCurve;

/// Levels by the words of DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3, with 0 and 255 as the ends of the output.
final class ToneOracle {
    private ToneOracle() {}

    /// Rounded half up; a table gives the entries' numbers.
    static int level(ToneCurve curve, double x, double[] entries) {
        double y =
                switch (curve) {
                    case ToneCurve.LinearExact exact -> {
                        double c = exact.window().center();
                        double w = exact.window().width();
                        yield x <= c - w / 2 ? 0 : x > c + w / 2 ? 255 : ((x - c) / w + 0.5) * 255;
                    }
                    case ToneCurve.Linear linear -> {
                        double c = linear.window().center();
                        double w = linear.window().width();
                        yield x <= c - 0.5 - (w - 1) / 2
                                ? 0
                                : x > c - 0.5 + (w - 1) / 2
                                        ? 255
                                        : ((x - (c - 0.5)) / (w - 1) + 0.5) * 255;
                    }
                    case ToneCurve.Sigmoid sigmoid ->
                            255
                                    / (1
                                            + Math.exp(
                                                    -4
                                                            * (x - sigmoid.window().center())
                                                            / sigmoid.window().width()));
                    case ToneCurve.Table table -> {
                        double at = (x - table.first()) / table.step();
                        at = Math.max(0, Math.min(at, entries.length - 1));
                        int low = (int) Math.floor(at);
                        int high = Math.min(low + 1, entries.length - 1);
                        yield entries[low] * (1 - (at - low)) + entries[high] * (at - low);
                    }
                };
        return (int) Math.floor(y + 0.5);
    }

    /// The entries of a table as levels; none for other curves.
    static double[] entries(ToneCurve curve) {
        if (!(curve instanceof ToneCurve.Table table)) {
            return new double[0];
        }
        double[] levels = new double[table.size()];
        for (int n = 0; n < levels.length; n++) {
            levels[n] = table.entryLevel(n);
        }
        return levels;
    }
}
