// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import java.util.Locale;
import org.overread.segmentation.tool.ToolNumber;

/// What the strip says of a tool's state; figures in the form of the program's other figures.
final class GrowWords {
    private GrowWords() {}

    static String of(GrowState state, String hint) {
        return switch (state) {
            case GrowState.Waiting _ -> hint;
            case GrowState.Working _ -> "Looking …";
            case GrowState.Unable(String sentence) -> sentence;
            case GrowState.Found found -> found(found);
        };
    }

    private static String found(GrowState.Found found) {
        if (found.mask().isEmpty()) {
            return "Nothing fits here.";
        }
        String ml =
                String.format(
                        Locale.ROOT,
                        found.millilitres() < 10 ? "%.2f ml" : "%.1f ml",
                        found.millilitres());
        String slices = found.slices() == 1 ? "1 slice" : found.slices() + " slices";
        double across = number(found, "across");
        String length =
                Double.isNaN(across)
                        ? ""
                        : String.format(Locale.ROOT, "%.1f mm across  ·  ", across);
        return length + range(found) + ml + " in " + slices;
    }

    private static String range(GrowState.Found found) {
        double lower = number(found, "lower");
        double upper = number(found, "upper");
        if (Double.isNaN(lower) && Double.isNaN(upper)) {
            return "";
        }
        String unit =
                found.numbers().stream()
                        .filter(n -> n.name().equals("lower") || n.name().equals("upper"))
                        .map(ToolNumber::unit)
                        .findFirst()
                        .orElse("");
        String words =
                upper == Double.POSITIVE_INFINITY
                        ? "from %s".formatted(text(lower))
                        : lower == Double.NEGATIVE_INFINITY
                                ? "up to %s".formatted(text(upper))
                                : "%s to %s".formatted(text(lower), text(upper));
        return words + (unit.isEmpty() ? "" : " " + unit) + "  ·  ";
    }

    static double number(GrowState.Found found, String name) {
        return found.numbers().stream()
                .filter(n -> n.name().equals(name))
                .mapToDouble(ToolNumber::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String text(double value) {
        return Math.abs(value) >= 20
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
