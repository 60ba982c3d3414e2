// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;

/// Elements by their tags (`0xGGGGEEEE`), written as the standard says, byte by byte: this writer shares nothing with the
/// program's own, and checks nothing.
final class DataSet {
    static final int PIXELS = 0x7fe0_0010;
    private static final Set<String> LONG =
            Set.of("OB", "OW", "OF", "OD", "SQ", "UN", "UT", "UC", "UR");
    private static final int UNDEFINED = -1;

    /// Bytes of no stated length.
    private static final String COMPRESSED = "OB in items";

    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    private record Element(String vr, Value value) {}

    /// What stands in the file depends on how the data set is written.
    @FunctionalInterface
    private interface Value {
        byte[] in(Syntax syntax);
    }

    /// Values of text are separated by backslashes.
    DataSet text(int tag, String vr, String value) {
        return bytes(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    DataSet bytes(int tag, String vr, byte[] value) {
        byte[] even = even(value, vr);
        elements.put(tag, new Element(vr, _ -> even));
        return this;
    }

    DataSet shorts(int tag, String vr, int... values) {
        int[] own = values.clone();
        elements.put(tag, new Element(vr, syntax -> shorts(own, syntax)));
        return this;
    }

    DataSet us(int tag, int value) {
        return shorts(tag, "US", value);
    }

    DataSet items(int tag, DataSet... items) {
        List<DataSet> all = List.of(items);
        elements.put(tag, new Element("SQ", syntax -> items(all, syntax)));
        return this;
    }

    /// Compressed pixels: an offset table (empty), then these.
    DataSet fragments(byte[]... fragments) {
        byte[] items = fragments(List.of(fragments));
        elements.put(PIXELS, new Element(COMPRESSED, _ -> items));
        return this;
    }

    DataSet without(int tag) {
        elements.remove(tag);
        return this;
    }

    /// Preamble, meta information, data set.
    byte[] file(Syntax syntax) {
        var meta = new DataSet().text(0x0002_0010, "UI", syntax.uid());
        byte[] metaBytes = meta.encoded(Syntax.EXPLICIT);
        var length = new DataSet();
        length.bytes(0x0002_0000, "UL", little(metaBytes.length));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(length.encoded(Syntax.EXPLICIT));
        out.writeBytes(metaBytes);
        byte[] content = encoded(syntax);
        out.writeBytes(syntax == Syntax.DEFLATED ? deflated(content) : content);
        return out.toByteArray();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array();
    }

    private byte[] encoded(Syntax syntax) {
        var out = new ByteArrayOutputStream();
        elements.forEach((tag, element) -> write(out, syntax, tag, element));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Syntax syntax, int tag, Element element) {
        boolean isOpen = element.vr().equals(COMPRESSED);
        String vr = isOpen ? "OB" : element.vr();
        byte[] value = element.value().in(syntax);
        int length = isOpen ? UNDEFINED : value.length;
        number(out, tag >>> 16, 2, syntax);
        number(out, tag, 2, syntax);
        if (syntax == Syntax.IMPLICIT) {
            number(out, length, 4, syntax);
        } else {
            boolean isLong = LONG.contains(vr);
            out.writeBytes(vr.getBytes(StandardCharsets.ISO_8859_1));
            number(out, 0, isLong ? 2 : 0, syntax);
            number(out, length, isLong ? 4 : 2, syntax);
        }
        out.writeBytes(value);
    }

    private static byte[] even(byte[] bytes, String vr) {
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        boolean zero = vr.equals("UI") || LONG.contains(vr);
        even[bytes.length] = (byte) (zero ? 0 : ' ');
        return even;
    }

    private static byte[] shorts(int[] values, Syntax syntax) {
        var out = new ByteArrayOutputStream();
        for (int value : values) {
            number(out, value, 2, syntax);
        }
        return out.toByteArray();
    }

    private static byte[] items(List<DataSet> items, Syntax syntax) {
        var out = new ByteArrayOutputStream();
        for (DataSet item : items) {
            byte[] content = item.encoded(syntax);
            number(out, 0xfffe, 2, syntax);
            number(out, 0xe000, 2, syntax);
            number(out, content.length, 4, syntax);
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    private static byte[] fragments(List<byte[]> items) {
        var out = new ByteArrayOutputStream();
        item(out, 0xe000, new byte[0]);
        items.forEach(item -> item(out, 0xe000, even(item, "OB")));
        item(out, 0xe0dd, new byte[0]);
        return out.toByteArray();
    }

    private static void item(ByteArrayOutputStream out, int element, byte[] content) {
        number(out, 0xfffe, 2, Syntax.EXPLICIT);
        number(out, element, 2, Syntax.EXPLICIT);
        number(out, content.length, 4, Syntax.EXPLICIT);
        out.writeBytes(content);
    }

    private static void number(ByteArrayOutputStream out, int value, int size, Syntax syntax) {
        for (int n = 0; n < size; n++) {
            out.write(value >> (8 * (syntax == Syntax.BIG ? size - 1 - n : n)));
        }
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(9, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        }
    }
}
