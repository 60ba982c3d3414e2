// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class CanonicalJsonTest {
    private static final JsonLimits LIMITS = new JsonLimits(1000, 4, 100);

    /// As RFC 8785 spells strings (section 3.2.2.2) and orders keys (3.2.3), as far as the subset has them.
    @Test
    void valuesAreSpelledAsRfc8785Does() {
        var value =
                JsonValue.Fields.of(
                        Map.of(
                                "string",
                                new JsonValue.Text("€$\u000F\nA'B\"\\\"/"),
                                "literals",
                                JsonValue.items(
                                        List.of(
                                                new JsonValue.Truth(true),
                                                new JsonValue.Truth(false))),
                                "Numbers",
                                JsonValue.items(
                                        List.of(
                                                JsonValue.whole(0),
                                                JsonValue.whole(-1),
                                                JsonValue.whole(9007199254740991L)))));
        assertEquals(
                "{\"Numbers\":[0,-1,9007199254740991],\"literals\":[true,false],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\"/\"}",
                CanonicalJson.write(value).toUtf8());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "true",
                "-9007199254740991",
                "\"\"",
                "\"\\b\\t\\n\\f\\r\\u0000\\u001f\"",
                "\"\u007f\u2028😀\"",
                "{\"a\":{\"b\":[1]}}",
                "{\"A\":1,\"_\":2,\"a\":3}"
            })
    void whatIsSpelledRightComesBackAsItWas(String text) throws RefusedException {
        Bytes bytes = Bytes.utf8(text);
        assertEquals(bytes, CanonicalJson.write(CanonicalJson.read(bytes, LIMITS)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", JsonFault.TRUNCATED),
                Arguments.of(" {}", JsonFault.WHITESPACE),
                Arguments.of("{} ", JsonFault.WHITESPACE),
                Arguments.of("{}\n", JsonFault.WHITESPACE),
                Arguments.of("{ }", JsonFault.WHITESPACE),
                Arguments.of("[1, 2]", JsonFault.WHITESPACE),
                Arguments.of("{\"a\" :1}", JsonFault.WHITESPACE),
                Arguments.of("{\"a\":\t1}", JsonFault.WHITESPACE),
                Arguments.of("{\"a\":1,\"a\":1}", JsonFault.DUPLICATE_KEY),
                Arguments.of("{\"a\":1,\"b\":2,\"a\":1}", JsonFault.DUPLICATE_KEY),
                Arguments.of("{\"b\":1,\"a\":2}", JsonFault.KEY_ORDER),
                Arguments.of("{\"a\":1,\"B\":2}", JsonFault.KEY_ORDER),
                Arguments.of("{\"é\":1}", JsonFault.KEY_NOT_ASCII),
                Arguments.of("{\"\":1}", JsonFault.KEY_NOT_ASCII),
                Arguments.of("{\"a b\":1}", JsonFault.KEY_NOT_ASCII),
                Arguments.of("{\"a\\n\":1}", JsonFault.KEY_NOT_ASCII),
                Arguments.of("null", JsonFault.NULL),
                Arguments.of("{\"a\":null}", JsonFault.NULL),
                Arguments.of("1.0", JsonFault.FRACTION),
                Arguments.of("1e3", JsonFault.FRACTION),
                Arguments.of("1E3", JsonFault.FRACTION),
                Arguments.of("0.5", JsonFault.FRACTION),
                Arguments.of("01", JsonFault.LEADING_ZERO),
                Arguments.of("-0", JsonFault.LEADING_ZERO),
                Arguments.of("-01", JsonFault.LEADING_ZERO),
                Arguments.of("9007199254740992", JsonFault.NUMBER_TOO_LARGE),
                Arguments.of("-9007199254740992", JsonFault.NUMBER_TOO_LARGE),
                Arguments.of("123456789012345678901234567890", JsonFault.NUMBER_TOO_LARGE),
                Arguments.of("-", JsonFault.TRUNCATED),
                Arguments.of("+1", JsonFault.UNEXPECTED),
                Arguments.of(".5", JsonFault.UNEXPECTED),
                Arguments.of("NaN", JsonFault.UNEXPECTED),
                Arguments.of("\"\\/\"", JsonFault.ESCAPE),
                Arguments.of("\"\\u0041\"", JsonFault.ESCAPE),
                Arguments.of("\"\\u000a\"", JsonFault.ESCAPE),
                Arguments.of("\"\\u001F\"", JsonFault.ESCAPE),
                Arguments.of("\"\\x41\"", JsonFault.ESCAPE),
                Arguments.of("\"\\ud800\"", JsonFault.SURROGATE),
                Arguments.of("\"\\ud83d\\ude00\"", JsonFault.SURROGATE),
                Arguments.of("\"a\nb\"", JsonFault.CONTROL_CHARACTER),
                Arguments.of("\"\u0000\"", JsonFault.CONTROL_CHARACTER),
                Arguments.of("[[[[[1]]]]]", JsonFault.TOO_DEEP),
                Arguments.of("[".repeat(900), JsonFault.TOO_DEEP),
                Arguments.of("\"" + "a".repeat(101) + "\"", JsonFault.STRING_TOO_LONG),
                Arguments.of("[" + "1,".repeat(500) + "1]", JsonFault.TOO_LONG),
                Arguments.of("{\"a\":1", JsonFault.TRUNCATED),
                Arguments.of("{\"a\"", JsonFault.TRUNCATED),
                Arguments.of("[1,", JsonFault.TRUNCATED),
                Arguments.of("\"a", JsonFault.TRUNCATED),
                Arguments.of("tru", JsonFault.TRUNCATED),
                Arguments.of("trux", JsonFault.UNEXPECTED),
                Arguments.of("[1,]", JsonFault.UNEXPECTED),
                Arguments.of("{\"a\":1,}", JsonFault.UNEXPECTED),
                Arguments.of("[1 2]", JsonFault.WHITESPACE),
                Arguments.of("[1;2]", JsonFault.UNEXPECTED),
                Arguments.of("{a:1}", JsonFault.UNEXPECTED),
                Arguments.of("{'a':1}", JsonFault.UNEXPECTED),
                Arguments.of("/* */1", JsonFault.UNEXPECTED),
                Arguments.of("\uFEFF{}", JsonFault.UNEXPECTED),
                Arguments.of("{}{}", JsonFault.TRAILING),
                Arguments.of("1,", JsonFault.TRAILING));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void everyOtherSpellingIsRefusedWithItsReason(String text, JsonFault reason) {
        Refused.with(reason, text, () -> CanonicalJson.read(Bytes.utf8(text), LIMITS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22c022", "22ff22", "22eda08022", "22c0af22", "22f490808022", "22e282"})
    void bytesThatAreNotUtf8AreRefused(String hex) {
        Refused.with(JsonFault.NOT_UTF8, hex, () -> CanonicalJson.read(Bytes.hex(hex), LIMITS));
    }

    @Test
    void nothingIsWrittenThatCouldNotBeRead() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.write(JsonValue.text("\ud800")));
        assertThrows(IllegalArgumentException.class, () -> JsonValue.whole(1L << 53));
        assertThrows(
                IllegalArgumentException.class,
                () -> CanonicalJson.write(JsonValue.Fields.of(Map.of("ä", JsonValue.whole(1)))));
    }
}
