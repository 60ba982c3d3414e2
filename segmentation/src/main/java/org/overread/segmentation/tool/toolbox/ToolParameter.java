// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A parameter of a tool as a person sees it: what it is called, what it may be, and what it is where nobody says.
///
/// `choices` is empty where any value of the type will do. Bounds are included.
public record ToolParameter(
        String name,
        String label,
        String description,
        Type type,
        String unit,
        String defaultValue,
        Optional<Double> min,
        Optional<Double> max,
        List<String> choices) {
    public ToolParameter {
        choices = List.copyOf(choices);
    }

    /// What a value is.
    public enum Type {
        WHOLE_NUMBER,
        NUMBER,
        YES_OR_NO,
        CHOICE,
        TEXT
    }

    /// What a value may be, in words: `a number of mm from 0 to 50`.
    public String allowed() {
        return switch (type) {
            case CHOICE -> "one of " + String.join(", ", choices);
            case YES_OR_NO -> "true or false";
            case TEXT -> "a text";
            case WHOLE_NUMBER -> "a whole number" + range();
            case NUMBER -> "a number" + range();
        };
    }

    private String range() {
        String of = unit.isEmpty() ? "" : " of " + unit;
        String from = min.map(m -> " from " + text(m)).orElse("");
        String to =
                max.map(m -> (min.isPresent() ? " to " : " up to ") + text(m))
                        .orElse(min.isPresent() ? " on" : "");
        return of + from + to;
    }

    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.isFinite(value)
                        ? new BigDecimal(Double.toString(value)).toPlainString() // no 1.0E-6
                        : Double.toString(value);
    }
}
