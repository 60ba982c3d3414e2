// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.shell;

import java.util.Locale;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VoxelValue;

/// Writes the numbers of the status bar: a true minus sign, no minus before zero, a point whatever the locale.
final class CursorText {
    private CursorText() {}

    static String millimetres(double mm) {
        return signed("%.1f", mm);
    }

    /// The index of the voxel whose centre is nearest.
    static String index(double index) {
        return signed("%.0f", Math.rint(index));
    }

    static String value(VoxelValue value) {
        return switch (value) {
            case VoxelValue.Measured(double number, ValueUnit unit) -> value(number, unit);
            case VoxelValue.Colour(int red, int green, int blue) ->
                    "%d, %d, %d".formatted(red, green, blue);
        };
    }

    /// A number as its file holds it.
    static String stored(double number) {
        return signed(figures(Math.abs(number)), number);
    }

    static String unit(VoxelValue value) {
        return switch (value) {
            case VoxelValue.Measured(_, ValueUnit unit) -> unit.symbol();
            case VoxelValue.Colour _ -> "RGB";
        };
    }

    static String value(double value, ValueUnit unit) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return switch (unit) {
            case HU, BECQUERELS_PER_ML, COUNTS -> signed("%.0f", Math.rint(value));
            case ARBITRARY -> signed(figures(Math.abs(value)), value);
            case COUNTS_PER_SECOND, HERTZ, MILLISECONDS -> signed("%.1f", value);
            case SUV, GRAY -> signed("%.2f", value);
            case SQUARE_MILLIMETRES_PER_SECOND -> signed("%.6f", value);
        };
    }

    /// Whole numbers as they are, small fractions with figures that tell them apart.
    private static String figures(double size) {
        if (size == Math.rint(size) || size >= 1000) {
            return "%.0f";
        }
        return size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
    }

    private static String signed(String format, double number) {
        String digits = String.format(Locale.ROOT, format, Math.abs(number));
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
        return number < 0 && !zero ? "−" + digits : digits;
    }
}
