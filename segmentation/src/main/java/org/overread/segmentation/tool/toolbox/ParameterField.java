// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.segmentation.tool.SegmentationTool;
import org.overread.segmentation.tool.ToolRefusal;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/// A field of a tool that is a parameter: reads its default, and sets it from a text after looking at the range.
record ParameterField(Field field, ToolParameter parameter) {

    /// The parameters of a tool, those of its own class first.
    static List<ParameterField> of(SegmentationTool fresh) throws IllegalAccessException {
        var all = new ArrayList<ParameterField>();
        for (Class<?> type = fresh.getClass();
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Parameter says = field.getAnnotation(Parameter.class);
                if (says != null && !Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    all.add(new ParameterField(field, describe(field, says, fresh)));
                }
            }
        }
        return all;
    }

    private static ToolParameter describe(Field field, Parameter says, SegmentationTool fresh)
            throws IllegalAccessException {
        List<String> choices = List.of(says.choices());
        if (field.getType().isEnum()) {
            choices = constants(field).stream().map(ParameterField::word).toList();
        }
        String unit =
                Arrays.stream(says.attrs())
                        .filter(a -> a.name().equals("unit"))
                        .map(Attr::value)
                        .findFirst()
                        .orElse("");
        return new ToolParameter(
                field.getName(),
                says.label().isEmpty() ? field.getName() : says.label(),
                says.description(),
                type(field, choices),
                unit,
                text(field.get(fresh)),
                bound(says.min()),
                bound(says.max()),
                choices);
    }

    private static ToolParameter.Type type(Field field, List<String> choices) {
        Class<?> type = field.getType();
        if (!choices.isEmpty()) {
            return ToolParameter.Type.CHOICE;
        }
        if (type == int.class) {
            return ToolParameter.Type.WHOLE_NUMBER;
        }
        if (type == double.class) {
            return ToolParameter.Type.NUMBER;
        }
        if (type == boolean.class) {
            return ToolParameter.Type.YES_OR_NO;
        }
        if (type == String.class) {
            return ToolParameter.Type.TEXT;
        }
        throw new IllegalArgumentException(
                "parameter %s is of type %s".formatted(field.getName(), type.getSimpleName()));
    }

    private static Optional<Double> bound(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Double.parseDouble(text));
    }

    private static List<Object> constants(Field field) {
        return List.of(field.getType().getEnumConstants());
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return word(constant);
        }
        return value instanceof Double number ? ToolParameter.text(number) : String.valueOf(value);
    }

    /// The value of a tool's field as a person would type it.
    String value(SegmentationTool tool) throws IllegalAccessException {
        return text(field.get(tool));
    }

    /// Sets the field; a refusal where the text is no value or out of range.
    Optional<ToolRefusal> set(SegmentationTool tool, String text) throws IllegalAccessException {
        String name = parameter.name();
        var notOne =
                Optional.<ToolRefusal>of(
                        new ToolRefusal.NotAValue(name, text, parameter.allowed()));
        switch (parameter.type()) {
            case CHOICE -> {
                int at = parameter.choices().indexOf(text.toLowerCase(Locale.ROOT));
                if (at < 0) {
                    return notOne;
                }
                boolean constant = field.getType().isEnum();
                field.set(tool, constant ? constants(field).get(at) : parameter.choices().get(at));
            }
            case YES_OR_NO -> {
                if (!text.equals("true") && !text.equals("false")) {
                    return notOne;
                }
                field.setBoolean(tool, text.equals("true"));
            }
            case TEXT -> field.set(tool, text);
            case NUMBER, WHOLE_NUMBER -> {
                Optional<Double> number = number(text);
                if (number.isEmpty()) {
                    return notOne;
                }
                double value = number.get();
                if (parameter.min().filter(m -> value < m).isPresent()
                        || parameter.max().filter(m -> value > m).isPresent()) {
                    return Optional.of(new ToolRefusal.OutOfRange(name, text, parameter.allowed()));
                }
                if (parameter.type() == ToolParameter.Type.NUMBER) {
                    field.setDouble(tool, value);
                } else if (value == (int) value) {
                    field.setInt(tool, (int) value);
                } else {
                    return notOne;
                }
            }
        }
        return Optional.empty();
    }

    /// Empty for what is no number; NaN is none.
    private static Optional<Double> number(String text) {
        String plain = text.strip().replace("−", "-");
        String known =
                switch (plain.toLowerCase(Locale.ROOT)) {
                    case "inf", "+inf", "infinity" -> "Infinity";
                    case "-inf", "-infinity" -> "-Infinity";
                    default -> plain;
                };
        try {
            double value = Double.parseDouble(known);
            boolean written =
                    !known.isEmpty() && !Character.isLetter(known.charAt(known.length() - 1));
            return Double.isNaN(value) || !(written || Double.isInfinite(value))
                    ? Optional.empty()
                    : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
