// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.SequenceAttribute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Asks a parsed header for values; what is absent, empty or unreadable is an empty answer, never an exception.
/// Tags are `0xGGGGEEEE`.
public final class Attributes {
    private final AttributeList list;

    private Attributes(AttributeList list) {
        this.list = list;
    }

    /// The header of an opened file whose structure has been checked.
    public static Attributes read(OpenedFile opened, Structure structure) throws IOException {
        return new Attributes(Toolkit.parse(opened.source(), structure, opened.start().encoding()));
    }

    public static Attributes none() {
        return new Attributes(new AttributeList());
    }

    private @Nullable Attribute find(int tag) {
        return list.get(new AttributeTag(tag >>> 16, tag & 0xffff));
    }

    boolean has(int tag) {
        Attribute attribute = find(tag);
        return attribute != null && attribute.getVL() != 0;
    }

    /// Every value as text, trimmed.
    public List<String> texts(int tag) {
        String[] values =
                Toolkit.ask(find(tag), attribute -> attribute.getStringValues())
                        .orElseGet(() -> new String[0]);
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.replace('\0', ' ').trim())
                .toList();
    }

    public String text(int tag) {
        List<String> values = texts(tag);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All values joined as the standard writes them.
    String joined(int tag) {
        return String.join("\\", texts(tag));
    }

    /// Every value as a number; a value that is none is NaN.
    public List<Double> numbers(int tag) {
        return Toolkit.ask(find(tag), attribute -> attribute.getDoubleValues())
                .map(values -> Arrays.stream(values).boxed().toList())
                .orElseGet(() -> texts(tag).stream().map(Attributes::parse).toList());
    }

    private static Double parse(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    public OptionalDouble number(int tag) {
        List<Double> values = numbers(tag);
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.getFirst());
    }

    public OptionalInt whole(int tag) {
        OptionalDouble value = number(tag);
        return value.isPresent()
                        && value.getAsDouble() == Math.rint(value.getAsDouble())
                        && Math.abs(value.getAsDouble()) <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsDouble())
                : OptionalInt.empty();
    }

    /// The raw value of an element; empty where there is none.
    public byte[] bytes(int tag) {
        return Toolkit.ask(find(tag), attribute -> attribute.getByteValues())
                .orElseGet(() -> new byte[0]);
    }

    /// Unsigned 16-bit words, as tables are stored; empty where there are none.
    public int[] words(int tag) {
        Optional<short[]> words = Toolkit.ask(find(tag), attribute -> attribute.getShortValues());
        int[] result = new int[words.map(values -> values.length).orElse(0)];
        words.ifPresent(values -> Arrays.setAll(result, n -> Short.toUnsignedInt(values[n])));
        return result;
    }

    /// The items of a sequence.
    public List<Attributes> items(int tag) {
        if (!(find(tag) instanceof SequenceAttribute sequence)) {
            return List.of();
        }
        List<Attributes> result = new ArrayList<>();
        for (Iterator<com.pixelmed.dicom.SequenceItem> items = sequence.iterator();
                items.hasNext(); ) {
            AttributeList item = items.next().getAttributeList();
            if (item != null) {
                result.add(new Attributes(item));
            }
        }
        return result;
    }

    public Optional<Attributes> item(int tag) {
        return items(tag).stream().findFirst();
    }
}
