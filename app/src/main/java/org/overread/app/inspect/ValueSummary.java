// SPDX-License-Identifier: Apache-2.0
package org.overread.app.inspect;

import java.util.Locale;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Voxels;

/// The values of a volume in figures; `type` is how they are held, `wholeInt16` whether each is a whole number in
/// -32768…32767. Not-a-number counts for nothing but `wholeInt16`; a colour counts as three values.
record ValueSummary(
        String unit, String type, double min, double max, double mean, boolean wholeInt16) {

    /// One pass over all voxels.
    static ValueSummary of(ValueUnit unit, Voxels voxels) {
        var sum = new Sum();
        EachValue.visit(voxels, sum);
        return new ValueSummary(
                named(unit, voxels), type(voxels), sum.min, sum.max, sum.mean(), sum.wholeInt16);
    }

    /// Numbers whose unit means nothing outside their series are named so; colours have none.
    private static String named(ValueUnit unit, Voxels voxels) {
        return unit == ValueUnit.ARBITRARY && !(voxels instanceof Voxels.Colours)
                ? "arbitrary"
                : unit.symbol();
    }

    private static String type(Voxels voxels) {
        return switch (voxels) {
            case Voxels.Int16 _ -> "int16";
            case Voxels.UInt16 _ -> "uint16";
            case Voxels.Float32 _ -> "float32";
            case Voxels.Colours _ -> "rgb8";
            case Voxels.Bricked(BrickedValues values) ->
                    values.kind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static final class Sum implements EachValue.Visitor {
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double total;
        private long count;
        private boolean wholeInt16 = true;

        @Override
        public void colour(int rgb) {
            number(rgb >> 16 & 0xFF);
            number(rgb >> 8 & 0xFF);
            number(rgb & 0xFF);
        }

        @Override
        public void number(float value) {
            wholeInt16 &= value == (short) value;
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                total += value;
                count++;
            }
        }

        double mean() {
            return total / count;
        }
    }
}
