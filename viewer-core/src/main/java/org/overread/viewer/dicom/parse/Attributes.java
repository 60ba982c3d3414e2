// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.dicom.file.Encoding;

/// Asks a header for values; what is absent, empty or unreadable is an empty answer, never an exception. Tags are
/// `0xGGGGEEEE`. Values are made when they are asked for. One thread asks.
public final class Attributes {
    private static final int CHARACTER_SET = 0x0008_0005;

    private static final Attributes NONE =
            new Attributes(
                    HeaderBytes.EMPTY,
                    Encoding.EXPLICIT_LITTLE,
                    ElementTable.EMPTY,
                    new KnownValues(),
                    0,
                    0,
                    null);

    private final HeaderBytes bytes;
    private final Encoding encoding;
    private final ElementTable table;
    private final TagIndex index;
    private final KnownValues known;
    private final @Nullable Attributes outer;

    private Attributes(
            HeaderBytes bytes,
            Encoding encoding,
            ElementTable table,
            KnownValues known,
            int first,
            int end,
            @Nullable Attributes outer) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.table = table;
        this.known = known;
        this.outer = outer;
        index = TagIndex.of(table, first, end);
    }

    /// The header of an opened file whose structure has been checked. The file's cursor may not be read from while this
    /// is asked: they share memory.
    public static Attributes read(OpenedFile opened, Structure structure) throws IOException {
        ElementTable table = structure.elements();
        return new Attributes(
                HeaderBytes.read(opened, structure),
                opened.start().encoding(),
                table,
                opened.memory().known,
                0,
                table.count(),
                null);
    }

    public static Attributes none() {
        return NONE;
    }

    boolean has(int tag) {
        int element = index.find(tag);
        return element >= 0 && table.length(element) != 0;
    }

    /// Whether there is any element from the tag `first` to `last`, be it empty.
    public boolean hasAny(int first, int last) {
        return index.hasAny(first, last);
    }

    /// A value that is no sequence.
    private @Nullable HeaderValue find(int tag) {
        int element = index.find(tag);
        if (element < 0 || isSequence(element)) {
            return null;
        }
        int vr = table.vr(element);
        boolean big = encoding.isBigEndian() && vr != Vr.NONE && vr != Vr.UN;
        return new HeaderValue(
                bytes,
                vr == Vr.NONE || vr == Vr.UN ? Toolkit.vrOf(tag, this::isSigned) : vr,
                table.start(element),
                table.length(element),
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    private boolean isSequence(int element) {
        return table.vr(element) == Vr.SQ || table.next(element) > element + 1;
    }

    /// Whether the pixels that this or what encloses it describes have a sign.
    private boolean isSigned() {
        HeaderValue here = find(TagNumbers.PIXEL_REPRESENTATION);
        if (here != null || outer == null) {
            return here != null && here.numbers().equals(List.of(1.0));
        }
        return outer.isSigned();
    }

    private String translated(byte[] written) {
        HeaderValue names = find(CHARACTER_SET);
        if (names == null && outer != null) {
            return outer.translated(written);
        }
        return names == null
                ? Toolkit.text(written, List.of(), new byte[0])
                : Toolkit.text(written, names.texts(this::translated), names.raw());
    }

    /// Every value as text, trimmed.
    public List<String> texts(int tag) {
        HeaderValue value = find(tag);
        return value == null ? List.of() : known.texts(tag, value, this::translated);
    }

    public String text(int tag) {
        List<String> values = texts(tag);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All values joined as the standard writes them.
    String joined(int tag) {
        List<String> texts = texts(tag);
        return texts.size() == 1 ? texts.getFirst() : String.join("\\", texts);
    }

    /// Every value as a number; a value that is none is NaN.
    public List<Double> numbers(int tag) {
        HeaderValue value = find(tag);
        return value == null ? List.of() : known.numbers(tag, value);
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
        HeaderValue value = find(tag);
        return value == null ? new byte[0] : value.raw();
    }

    /// Unsigned 16-bit words, as tables are stored; empty where there are none.
    public int[] words(int tag) {
        HeaderValue value = find(tag);
        return value == null ? new int[0] : value.words();
    }

    /// The items of a sequence.
    public List<Attributes> items(int tag) {
        int sequence = index.find(tag);
        if (sequence < 0 || table.next(sequence) == sequence + 1) {
            return List.of();
        }
        var items = new ArrayList<Attributes>();
        for (int item = sequence + 1; item < table.next(sequence); item = table.next(item)) {
            items.add(itemAt(item));
        }
        return items;
    }

    private Attributes itemAt(int item) {
        return new Attributes(bytes, encoding, table, known, item + 1, table.next(item), this);
    }

    public Optional<Attributes> item(int tag) {
        int sequence = index.find(tag);
        return sequence < 0 || table.next(sequence) == sequence + 1
                ? Optional.empty()
                : Optional.of(itemAt(sequence + 1));
    }
}
