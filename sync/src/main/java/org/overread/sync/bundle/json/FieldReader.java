// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// Takes the fields of one object, each by name and kind; [#end()] refuses those that nobody took.
public final class FieldReader {
    /// What ids are made of.
    public static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private final JsonValue.Fields fields;
    private final Set<String> taken = new HashSet<>();

    public FieldReader(JsonValue.Fields fields) {
        this.fields = fields;
    }

    /// Reads one thing from its fields.
    @FunctionalInterface
    public interface Of<T> {
        T read(FieldReader fields) throws RefusedException;
    }

    public boolean has(String name) {
        return fields.values().containsKey(name);
    }

    public String text(String name, int longest) throws RefusedException {
        String text = take(name, JsonValue.Text.class).value();
        if (text.isEmpty() || text.length() > longest || hasControl(text)) {
            throw refused(StatementFault.FIELD_TEXT, name);
        }
        return text;
    }

    public Optional<String> optionalText(String name, int longest) throws RefusedException {
        return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
    }

    /// A text of a pattern.
    public String text(String name, Pattern pattern) throws RefusedException {
        String text = take(name, JsonValue.Text.class).value();
        if (!pattern.matcher(text).matches()) {
            throw refused(StatementFault.FIELD_TEXT, name);
        }
        return text;
    }

    public String word(String name) throws RefusedException {
        return text(name, WORD);
    }

    public Optional<String> optionalWord(String name) throws RefusedException {
        return has(name) ? Optional.of(word(name)) : Optional.empty();
    }

    /// One of an enum's constants, by the word that each has.
    public <E extends Enum<E>> E oneOf(String name, E[] constants, Function<E, String> word)
            throws RefusedException {
        String text = take(name, JsonValue.Text.class).value();
        return Arrays.stream(constants)
                .filter(constant -> word.apply(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(StatementFault.FIELD_WORD, name));
    }

    public long whole(String name, long least, long most) throws RefusedException {
        long value = take(name, JsonValue.Whole.class).value();
        if (value < least || value > most) {
            throw refused(StatementFault.FIELD_RANGE, name);
        }
        return value;
    }

    public int small(String name, int least, int most) throws RefusedException {
        return (int) whole(name, least, most);
    }

    public boolean truth(String name) throws RefusedException {
        return take(name, JsonValue.Truth.class).value();
    }

    public Digest digest(String name) throws RefusedException {
        return Digest.ofHex(take(name, JsonValue.Text.class).value())
                .orElseThrow(() -> refused(StatementFault.FIELD_DIGEST, name));
    }

    public Optional<Digest> optionalDigest(String name) throws RefusedException {
        return has(name) ? Optional.of(digest(name)) : Optional.empty();
    }

    /// Digests in ascending order, none twice.
    public List<Digest> digests(String name, int least, int most) throws RefusedException {
        var digests = new ArrayList<Digest>();
        for (String text : texts(name, least, most)) {
            Digest next =
                    Digest.ofHex(text)
                            .orElseThrow(() -> refused(StatementFault.FIELD_DIGEST, name));
            if (!digests.isEmpty() && digests.getLast().compareTo(next) >= 0) {
                throw refused(StatementFault.PARENTS, name);
            }
            digests.add(next);
        }
        return digests;
    }

    public List<String> texts(String name, int least, int most) throws RefusedException {
        var texts = new ArrayList<String>();
        for (JsonValue item : items(name, least, most)) {
            if (!(item instanceof JsonValue.Text(String text))) {
                throw refused(StatementFault.FIELD_KIND, name);
            }
            texts.add(text);
        }
        return texts;
    }

    /// Bytes as base64.
    public Bytes base64(String name) throws RefusedException {
        return Base64Text.parse(take(name, JsonValue.Text.class).value())
                .orElseThrow(() -> refused(StatementFault.FIELD_TEXT, name));
    }

    /// Whole seconds of UTC, such as `2026-11-21T15:00:00Z`.
    public Instant instant(String name) throws RefusedException {
        String text = take(name, JsonValue.Text.class).value();
        try {
            if (INSTANT.matcher(text).matches()) {
                Instant instant = Instant.parse(text);
                if (instant.toString().equals(text)) {
                    return instant;
                }
            }
        } catch (DateTimeException _) {
            // no such day; refused below
        }
        throw refused(StatementFault.FIELD_TIME, name);
    }

    public <T> T of(String name, Of<T> read) throws RefusedException {
        return inside(take(name, JsonValue.Fields.class), name, read);
    }

    public <T> Optional<T> optional(String name, Of<T> read) throws RefusedException {
        return has(name) ? Optional.of(of(name, read)) : Optional.empty();
    }

    public <T> List<T> listOf(String name, int least, int most, Of<T> read)
            throws RefusedException {
        var list = new ArrayList<T>();
        for (JsonValue item : items(name, least, most)) {
            if (!(item instanceof JsonValue.Fields inner)) {
                throw refused(StatementFault.FIELD_KIND, name);
            }
            list.add(inside(inner, name, read));
        }
        return list;
    }

    /// An object that is kept as it is.
    public JsonValue.Fields fields(String name) throws RefusedException {
        return take(name, JsonValue.Fields.class);
    }

    /// Refuses fields that nobody took.
    public void end() throws RefusedException {
        if (taken.size() < fields.values().size()) {
            throw new RefusedException(StatementFault.FIELD_UNKNOWN);
        }
    }

    private static <T> T inside(JsonValue.Fields fields, String name, Of<T> read)
            throws RefusedException {
        var reader = new FieldReader(fields);
        try {
            T value = read.read(reader);
            reader.end();
            return value;
        } catch (RefusedException e) {
            throw e.within(name);
        }
    }

    private List<JsonValue> items(String name, int least, int most) throws RefusedException {
        List<JsonValue> items = take(name, JsonValue.Items.class).values();
        if (items.size() < least || items.size() > most) {
            throw refused(StatementFault.FIELD_RANGE, name);
        }
        return items;
    }

    private <V extends JsonValue> V take(String name, Class<V> kind) throws RefusedException {
        @Nullable JsonValue value = fields.values().get(name);
        if (value == null) {
            throw refused(StatementFault.FIELD_MISSING, name);
        }
        if (!kind.isInstance(value)) {
            throw refused(StatementFault.FIELD_KIND, name);
        }
        taken.add(name);
        return kind.cast(value);
    }

    /// Line ends are text; other control characters, also those that turn the direction of writing, are not.
    private static boolean hasControl(String text) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                (Character.isISOControl(c) && c != '\n')
                                        || Character.getType(c) == Character.FORMAT);
    }

    private static RefusedException refused(StatementFault fault, String name) {
        return new RefusedException(fault, name);
    }
}
