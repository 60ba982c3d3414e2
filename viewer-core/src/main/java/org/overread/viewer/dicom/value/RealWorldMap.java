// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.ValueUnit;

/// A frame's real world value map (PS3.3 C.7.6.16.2.11), where it is one straight line.
final class RealWorldMap {
    /// Maps are often the rescale again, written with three digits; then the rescale is the better number.
    private static final double SAME = 5e-3;

    private static final Map<String, ValueUnit> UCUM =
            Map.of(
                    "[hnsf'u]", ValueUnit.HU,
                    "bq/ml", ValueUnit.BECQUERELS_PER_ML,
                    "{suvbw}g/ml", ValueUnit.SUV,
                    "g/ml{suvbw}", ValueUnit.SUV,
                    "{counts}", ValueUnit.COUNTS,
                    "{counts}/s", ValueUnit.COUNTS_PER_SECOND,
                    "hz", ValueUnit.HERTZ,
                    "ms", ValueUnit.MILLISECONDS,
                    "mm2/s", ValueUnit.SQUARE_MILLIMETRES_PER_SECOND);

    private RealWorldMap() {}

    /// Empty where there is no map; otherwise either values or only a note why not.
    static Optional<SliceValues> read(
            FrameAttributes frame, Rescale plain, double lowest, double highest) {
        List<Attributes> maps = frame.items(TagNumbers.REAL_WORLD_MAPS);
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        if (maps.size() > 1) {
            return unused(plain, "there are %d of them".formatted(maps.size()));
        }
        Attributes map = maps.getFirst();
        double slope = map.number(TagNumbers.REAL_WORLD_SLOPE).orElse(Double.NaN);
        double intercept = map.number(TagNumbers.REAL_WORLD_INTERCEPT).orElse(Double.NaN);
        if (!Double.isFinite(slope) || !Double.isFinite(intercept) || slope == 0) {
            return unused(plain, "it is not a straight line");
        }
        double from = map.number(TagNumbers.REAL_WORLD_FIRST).orElse(lowest);
        double to = map.number(TagNumbers.REAL_WORLD_LAST).orElse(highest);
        if (from > lowest || to < highest) {
            return unused(plain, "it covers only a part of the stored numbers");
        }
        String code = map.item(TagNumbers.UNIT_CODE).map(RealWorldMap::code).orElse("");
        ValueUnit unit = UCUM.getOrDefault(code.toLowerCase(Locale.ROOT), ValueUnit.ARBITRARY);
        var line = new Rescale(slope, intercept);
        return Optional.of(
                new SliceValues(
                        isSame(line, plain, highest) ? plain : line,
                        unit,
                        List.of(new ValueNote.RealWorldMap(words(map, code)))));
    }

    private static String code(Attributes unit) {
        return unit.text(TagNumbers.CODE_VALUE);
    }

    private static String words(Attributes map, String code) {
        String meaning =
                map.item(TagNumbers.UNIT_CODE)
                        .map(unit -> unit.text(TagNumbers.CODE_MEANING))
                        .orElse("");
        return !meaning.isEmpty() ? meaning : code.isEmpty() ? "no stated unit" : code;
    }

    private static boolean isSame(Rescale one, Rescale other, double highest) {
        double span = Math.max(1, Math.abs(highest));
        return Math.abs(one.slope() - other.slope()) <= SAME * Math.abs(other.slope())
                && Math.abs(one.intercept() - other.intercept())
                        <= SAME * Math.abs(other.slope()) * span;
    }

    private static Optional<SliceValues> unused(Rescale plain, String why) {
        return Optional.of(
                new SliceValues(
                        plain,
                        ValueUnit.ARBITRARY,
                        List.of(new ValueNote.RealWorldMapUnused(why))));
    }
}
