// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import com.pixelmed.dicom.Attribute;
import com.pixelmed.dicom.AttributeList;
import com.pixelmed.dicom.AttributeTag;
import com.pixelmed.dicom.DicomException;
import com.pixelmed.dicom.SequenceAttribute;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.fence.CatchesEverything;

/// Asks a parsed header for values; what is absent, empty or unreadable is an empty answer, never an exception.
/// Tags are `0xGGGGEEEE`.
@CatchesEverything("the toolkit throws stray runtime exceptions on odd headers")
final class Attributes {
    private final AttributeList list;

    Attributes(AttributeList list) {
        this.list = list;
    }

    static Attributes none() {
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
    List<String> texts(int tag) {
        Attribute attribute = find(tag);
        if (attribute == null) {
            return List.of();
        }
        try {
            String[] values = attribute.getStringValues();
            List<String> result = new ArrayList<>();
            for (String value : values == null ? new String[0] : values) {
                result.add(value == null ? "" : value.replace('\0', ' ').trim());
            }
            return result;
        } catch (DicomException | RuntimeException _) {
            return List.of();
        }
    }

    String text(int tag) {
        List<String> values = texts(tag);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All values joined as the standard writes them.
    String joined(int tag) {
        return String.join("\\", texts(tag));
    }

    /// Every value as a number; a value that is none is NaN.
    List<Double> numbers(int tag) {
        Attribute attribute = find(tag);
        if (attribute == null) {
            return List.of();
        }
        try {
            double[] values = attribute.getDoubleValues();
            List<Double> result = new ArrayList<>();
            for (double value : values == null ? new double[0] : values) {
                result.add(value);
            }
            return result;
        } catch (DicomException | RuntimeException _) {
            return texts(tag).stream().map(Attributes::parse).toList();
        }
    }

    private static Double parse(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    OptionalDouble number(int tag) {
        List<Double> values = numbers(tag);
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.getFirst());
    }

    OptionalInt whole(int tag) {
        OptionalDouble value = number(tag);
        return value.isPresent()
                        && value.getAsDouble() == Math.rint(value.getAsDouble())
                        && Math.abs(value.getAsDouble()) <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsDouble())
                : OptionalInt.empty();
    }

    /// The raw value of a private element; empty where there is none.
    byte[] bytes(int tag) {
        Attribute attribute = find(tag);
        try {
            byte[] value = attribute == null ? null : attribute.getByteValues();
            return value == null ? new byte[0] : value;
        } catch (DicomException | RuntimeException _) {
            return new byte[0];
        }
    }

    /// The items of a sequence.
    List<Attributes> items(int tag) {
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

    Optional<Attributes> item(int tag) {
        return items(tag).stream().findFirst();
    }
}
