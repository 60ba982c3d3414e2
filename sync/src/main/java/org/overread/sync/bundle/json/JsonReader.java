// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.RefusedException;

/// Reads what [CanonicalJson] writes and refuses everything else with the reason. Belongs to one thread; recursion is
/// bounded by the limit of depth.
final class JsonReader {
    private static final int LONGEST_NUMBER = 17;

    private final String text;
    private final JsonLimits limits;
    private int at;

    JsonReader(Bytes bytes, JsonLimits limits) throws RefusedException {
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes.buffer()).toString();
        } catch (CharacterCodingException _) {
            throw new RefusedException(JsonFault.NOT_UTF8);
        }
        this.limits = limits;
    }

    JsonValue whole() throws RefusedException {
        JsonValue value = value(1);
        if (at < text.length()) {
            throw refused(isSpace(text.charAt(at)) ? JsonFault.WHITESPACE : JsonFault.TRAILING);
        }
        return value;
    }

    private JsonValue value(int depth) throws RefusedException {
        if (depth > limits.depth()) {
            throw refused(JsonFault.TOO_DEEP);
        }
        char c = peek();
        return switch (c) {
            case '{' -> fields(depth);
            case '[' -> items(depth);
            case '"' -> new JsonValue.Text(string());
            case 't' -> word("true", new JsonValue.Truth(true));
            case 'f' -> word("false", new JsonValue.Truth(false));
            case 'n' -> {
                if (text.startsWith("null", at)) {
                    throw refused(JsonFault.NULL);
                }
                throw unexpected(c);
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected(c);
        };
    }

    private JsonValue word(String word, JsonValue value) throws RefusedException {
        if (!text.startsWith(word, at)) {
            throw refused(
                    word.startsWith(text.substring(at))
                            ? JsonFault.TRUNCATED
                            : JsonFault.UNEXPECTED);
        }
        at += word.length();
        return value;
    }

    private JsonValue items(int depth) throws RefusedException {
        var values = new ArrayList<JsonValue>();
        at++;
        if (peek() == ']') {
            at++;
            return new JsonValue.Items(values);
        }
        while (true) {
            values.add(value(depth + 1));
            if (next(']') == ']') {
                return new JsonValue.Items(values);
            }
        }
    }

    private JsonValue fields(int depth) throws RefusedException {
        SortedMap<String, JsonValue> values = new TreeMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return new JsonValue.Fields(values);
        }
        while (true) {
            if (peek() != '"') {
                throw unexpected(text.charAt(at));
            }
            String key = string();
            if (!CanonicalJson.isKey(key)) {
                throw refused(JsonFault.KEY_NOT_ASCII);
            }
            if (values.containsKey(key)) {
                throw refused(JsonFault.DUPLICATE_KEY);
            }
            if (!values.isEmpty() && key.compareTo(values.lastKey()) < 0) {
                throw refused(JsonFault.KEY_ORDER);
            }
            if (peek() != ':') {
                throw unexpected(text.charAt(at));
            }
            at++;
            values.put(key, value(depth + 1));
            if (next('}') == '}') {
                return new JsonValue.Fields(values);
            }
        }
    }

    /// Takes a comma or the end.
    private char next(char end) throws RefusedException {
        char c = peek();
        if (c != ',' && c != end) {
            throw unexpected(c);
        }
        at++;
        return c;
    }

    private JsonValue number() throws RefusedException {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        char first = peek();
        if (first < '0' || first > '9') {
            throw unexpected(first);
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw refused(JsonFault.FRACTION);
        }
        if (first == '0' && (at - digits > 1 || digits > from)) {
            throw refused(JsonFault.LEADING_ZERO);
        }
        if (at - from > LONGEST_NUMBER) {
            throw refused(JsonFault.NUMBER_TOO_LARGE);
        }
        long value = Long.parseLong(text, from, at, 10);
        if (Math.abs(value) > JsonValue.Whole.LARGEST) {
            throw refused(JsonFault.NUMBER_TOO_LARGE);
        }
        return new JsonValue.Whole(value);
    }

    private String string() throws RefusedException {
        int from = ++at;
        StringBuilder escaped = null;
        while (true) {
            char c = peek();
            if (at - from > limits.string()) {
                throw refused(JsonFault.STRING_TOO_LONG);
            }
            if (c == '"') {
                String value = escaped == null ? text.substring(from, at) : escaped.toString();
                at++;
                return value;
            }
            if (c < 0x20) {
                throw refused(JsonFault.CONTROL_CHARACTER);
            }
            if (c == '\\') {
                if (escaped == null) {
                    escaped = new StringBuilder(text.substring(from, at));
                }
                at++;
                escaped.append(escape());
            } else {
                if (escaped != null) {
                    escaped.append(c);
                }
                at++;
            }
        }
    }

    private char escape() throws RefusedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unit();
            default -> throw refused(JsonFault.ESCAPE);
        };
    }

    /// Only control characters without a short form are spelled so.
    private char unit() throws RefusedException {
        int value = 0;
        for (int n = 0; n < 4; n++) {
            int digit = "0123456789abcdef".indexOf(peek());
            if (digit < 0) {
                throw refused(JsonFault.ESCAPE);
            }
            value = value << 4 | digit;
            at++;
        }
        if (value >= 0xD800 && value <= 0xDFFF) {
            throw refused(JsonFault.SURROGATE);
        }
        if (value >= 0x20 || "\b\t\n\f\r".indexOf(value) >= 0) {
            throw refused(JsonFault.ESCAPE);
        }
        return (char) value;
    }

    private char peek() throws RefusedException {
        if (at >= text.length()) {
            throw refused(JsonFault.TRUNCATED);
        }
        return text.charAt(at);
    }

    private RefusedException unexpected(char c) {
        return refused(isSpace(c) ? JsonFault.WHITESPACE : JsonFault.UNEXPECTED);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private RefusedException refused(JsonFault fault) {
        return new RefusedException(fault, "character " + at);
    }
}
