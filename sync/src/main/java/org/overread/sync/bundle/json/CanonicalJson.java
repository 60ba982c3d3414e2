// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.RefusedException;

/// The one spelling of a value: RFC 8785 where there are neither fractions nor nulls and keys are ASCII.
public final class CanonicalJson {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:/-]{1,256}");

    private CanonicalJson() {}

    public static Bytes write(JsonValue value) {
        var out = new StringBuilder();
        write(value, out);
        return Bytes.handedOver(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads one value and checks that writing it gives the same bytes.
    public static JsonValue read(Bytes bytes, JsonLimits limits) throws RefusedException {
        if (bytes.length() > limits.bytes()) {
            throw new RefusedException(JsonFault.TOO_LONG);
        }
        JsonValue value = new JsonReader(bytes, limits).whole();
        if (!write(value)
                .equals(bytes)) { // the reader is strict already; this holds whatever it missed
            throw new RefusedException(JsonFault.NOT_CANONICAL);
        }
        return value;
    }

    /// Reads an object.
    public static JsonValue.Fields readFields(Bytes bytes, JsonLimits limits)
            throws RefusedException {
        if (read(bytes, limits) instanceof JsonValue.Fields fields) {
            return fields;
        }
        throw new RefusedException(JsonFault.NOT_AN_OBJECT);
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonValue.Text(String text) -> writeText(text, out);
            case JsonValue.Whole(long number) -> out.append(number);
            case JsonValue.Truth(boolean truth) -> out.append(truth);
            case JsonValue.Items(var values) -> {
                out.append('[');
                for (Iterator<JsonValue> each = values.iterator(); each.hasNext(); ) {
                    write(each.next(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append(']');
            }
            case JsonValue.Fields(var values) -> {
                out.append('{');
                for (var each = values.entrySet().iterator(); each.hasNext(); ) {
                    Map.Entry<String, JsonValue> field = each.next();
                    if (!isKey(field.getKey())) {
                        throw new IllegalArgumentException("not a key: " + field.getKey());
                    }
                    out.append('"').append(field.getKey()).append("\":");
                    write(field.getValue(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append('}');
            }
        }
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int n = 0; n < text.length(); n++) {
            char c = text.charAt(n);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> writeOther(text, n, c, out);
            }
        }
        out.append('"');
    }

    private static void writeOther(String text, int n, char c, StringBuilder out) {
        if (c < 0x20) {
            out.append("\\u00").append(c >> 4).append(Character.forDigit(c & 15, 16));
            return;
        }
        boolean half =
                Character.isHighSurrogate(c)
                        ? n + 1 == text.length() || !Character.isLowSurrogate(text.charAt(n + 1))
                        : Character.isLowSurrogate(c)
                                && (n == 0 || !Character.isHighSurrogate(text.charAt(n - 1)));
        if (half) {
            throw new IllegalArgumentException("half of a character at " + n);
        }
        out.append(c);
    }
}
