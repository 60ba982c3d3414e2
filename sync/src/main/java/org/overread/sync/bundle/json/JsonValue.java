// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value of the subset: no null, no fractions. Immutable.
public sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    /// Within ±(2^53 - 1).
    record Whole(long value) implements JsonValue {
        public static final long LARGEST = (1L << 53) - 1;

        public Whole {
            if (value < -LARGEST || value > LARGEST) {
                throw new IllegalArgumentException("a number beyond 2^53 - 1: " + value);
            }
        }
    }

    record Truth(boolean value) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Keys are ASCII, so ascending order is the same by character, by byte and by UTF-16 unit.
    record Fields(SortedMap<String, JsonValue> values) implements JsonValue {
        public Fields {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        public static Fields of(Map<String, JsonValue> values) {
            return new Fields(new TreeMap<>(values));
        }
    }

    static Text text(String value) {
        return new Text(value);
    }

    static Whole whole(long value) {
        return new Whole(value);
    }

    static Items items(List<? extends JsonValue> values) {
        return new Items(List.copyOf(values));
    }
}
