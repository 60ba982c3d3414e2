// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// Puts an object together field by field; what is absent or empty is left out where the name says `optional`.
public final class FieldWriter {
    private final TreeMap<String, JsonValue> fields = new TreeMap<>();

    public FieldWriter put(String name, JsonValue value) {
        if (fields.put(name, value) != null) {
            throw new IllegalArgumentException("the field " + name + " twice");
        }
        return this;
    }

    public FieldWriter text(String name, String value) {
        return put(name, new JsonValue.Text(value));
    }

    public FieldWriter optionalText(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    public FieldWriter whole(String name, long value) {
        return put(name, new JsonValue.Whole(value));
    }

    public FieldWriter truth(String name, boolean value) {
        return put(name, new JsonValue.Truth(value));
    }

    public FieldWriter digest(String name, Digest value) {
        return text(name, value.hex());
    }

    public FieldWriter optionalDigest(String name, Optional<Digest> value) {
        value.ifPresent(digest -> digest(name, digest));
        return this;
    }

    public FieldWriter digests(String name, List<Digest> values) {
        return texts(name, values.stream().map(Digest::hex).toList());
    }

    public FieldWriter texts(String name, List<String> values) {
        return put(name, JsonValue.items(values.stream().map(JsonValue::text).toList()));
    }

    public FieldWriter base64(String name, Bytes value) {
        return text(name, Base64Text.of(value));
    }

    /// Whole seconds.
    public FieldWriter instant(String name, Instant value) {
        return text(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    public FieldWriter items(String name, List<? extends JsonValue> values) {
        return put(name, JsonValue.items(values));
    }

    public JsonValue.Fields end() {
        return new JsonValue.Fields(fields);
    }
}
