// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file in explicit VR little endian taken apart, for tests: written from PS3.5 and PS3.10 without a look at the
/// writer. No sequences, no undefined lengths.
final class ExplicitElements {
    private final Map<Integer, byte[]> values = new LinkedHashMap<>();
    private final Map<Integer, String> representations = new LinkedHashMap<>();

    ExplicitElements(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        in.position(128);
        require(in.getInt() == 0x4D434944, "no DICM");
        long last = 0;
        while (in.hasRemaining()) {
            int tag = Short.toUnsignedInt(in.getShort()) << 16 | Short.toUnsignedInt(in.getShort());
            require(Integer.toUnsignedLong(tag) > last, "tags out of order");
            last = Integer.toUnsignedLong(tag);
            String vr = "" + (char) in.get() + (char) in.get();
            int length;
            if (vr.equals("OB") || vr.equals("OW")) {
                require(in.getShort() == 0, "reserved bytes");
                length = in.getInt();
            } else {
                length = Short.toUnsignedInt(in.getShort());
            }
            require(length % 2 == 0, "odd length");
            var value = new byte[length];
            in.get(value);
            values.put(tag, value);
            representations.put(tag, vr);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    byte[] bytes(int tag) {
        byte[] value = values.get(tag);
        require(value != null, "no element %08x".formatted(tag));
        return value == null ? new byte[0] : value;
    }

    String vr(int tag) {
        return representations.getOrDefault(tag, "");
    }

    /// As stored, padding included.
    String raw(int tag) {
        return new String(bytes(tag), StandardCharsets.UTF_8);
    }

    String text(int tag) {
        return raw(tag).replaceAll("[ \0]+$", "");
    }

    int unsignedShort(int tag) {
        return Short.toUnsignedInt(
                ByteBuffer.wrap(bytes(tag)).order(ByteOrder.LITTLE_ENDIAN).getShort());
    }

    int unsignedLong(int tag) {
        return ByteBuffer.wrap(bytes(tag)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    double[] decimals(int tag) {
        String[] parts = text(tag).split("\\\\", -1);
        var numbers = new double[parts.length];
        for (int n = 0; n < parts.length; n++) {
            require(parts[n].length() <= 16, "a decimal string of more than 16 characters");
            numbers[n] = Double.parseDouble(parts[n]);
        }
        return numbers;
    }
}
