// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.overread.sync.bundle.json.JsonValue;

/// Every object within a value, and the value with that object changed.
final class JsonTree {
    private JsonTree() {}

    record Place(String path, JsonValue.Fields object, UnaryOperator<JsonValue> rebuild) {
        Set<String> names() {
            return new TreeSet<>(object.values().keySet());
        }

        JsonValue without(String name) {
            var fields = new TreeMap<>(object.values());
            fields.remove(name);
            return rebuild.apply(new JsonValue.Fields(fields));
        }

        JsonValue with(String name, JsonValue value) {
            var fields = new TreeMap<>(object.values());
            fields.put(name, value);
            return rebuild.apply(new JsonValue.Fields(fields));
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static List<Place> objects(JsonValue value) {
        var places = new ArrayList<Place>();
        collect("", value, whole -> whole, places);
        return places;
    }

    private static void collect(
            String path, JsonValue value, UnaryOperator<JsonValue> rebuild, List<Place> into) {
        switch (value) {
            case JsonValue.Fields fields -> {
                var here = new Place(path, fields, rebuild);
                into.add(here);
                fields.values()
                        .forEach(
                                (name, field) ->
                                        collect(
                                                path + "/" + name,
                                                field,
                                                inner -> here.with(name, inner),
                                                into));
            }
            case JsonValue.Items(var items) -> {
                for (int n = 0; n < items.size(); n++) {
                    int at = n;
                    collect(
                            path + "/" + n,
                            items.get(n),
                            inner -> {
                                var copy = new ArrayList<>(items);
                                copy.set(at, inner);
                                return rebuild.apply(new JsonValue.Items(copy));
                            },
                            into);
                }
            }
            case JsonValue.Text _, JsonValue.Whole _, JsonValue.Truth _ -> {}
        }
    }
}
