// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.write;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Data elements in explicit VR little endian; tags must come in rising order, as the standard asks.
final class DataSetWriter {
    private final ByteArrayOutputStream out;
    private int lastTag;

    DataSetWriter(int expectedBytes) {
        out = new ByteArrayOutputStream(expectedBytes);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    int size() {
        return out.size();
    }

    void text(int tag, String vr, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        element(tag, vr, bytes, vr.equals("UI") ? (byte) 0 : (byte) ' ');
    }

    void uid(int tag, DicomUid uid) {
        text(tag, "UI", uid.text());
    }

    void decimals(int tag, double... values) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            texts.add(decimal(value));
        }
        text(tag, "DS", String.join("\\", texts));
    }

    void unsignedShort(int tag, int value) {
        element(tag, "US", new byte[] {(byte) value, (byte) (value >>> 8)}, (byte) 0);
    }

    void unsignedLong(int tag, int value) {
        byte[] bytes = {
            (byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)
        };
        element(tag, "UL", bytes, (byte) 0);
    }

    void otherBytes(int tag, byte[] value) {
        element(tag, "OB", value, (byte) 0);
    }

    void otherWords(int tag, short[] words) {
        var bytes = new byte[words.length * 2];
        for (int n = 0; n < words.length; n++) {
            bytes[2 * n] = (byte) words[n];
            bytes[2 * n + 1] = (byte) (words[n] >>> 8);
        }
        element(tag, "OW", bytes, (byte) 0);
    }

    private void element(int tag, String vr, byte[] value, byte padding) {
        if (Integer.compareUnsigned(tag, lastTag) <= 0) {
            throw new IllegalStateException("element %08x after %08x".formatted(tag, lastTag));
        }
        lastTag = tag;
        int length = value.length + (value.length & 1);
        little(tag >>> 16, 2);
        little(tag, 2);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        if (vr.equals("OB") || vr.equals("OW")) {
            little(0, 2);
            little(length, 4);
        } else if (length <= 0xFFFF) {
            little(length, 2);
        } else {
            throw new IllegalArgumentException("%08x has %d bytes".formatted(tag, length));
        }
        out.writeBytes(value);
        if (length > value.length) {
            out.write(padding);
        }
    }

    private void little(int value, int bytes) {
        for (int n = 0; n < bytes; n++) {
            out.write(value >>> (8 * n));
        }
    }

    /// As many digits as a decimal string holds in its 16 characters.
    static String decimal(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no decimal string for " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        for (int digits = 16; digits > 0; digits--) {
            BigDecimal rounded =
                    exact.round(new MathContext(digits, RoundingMode.HALF_EVEN))
                            .stripTrailingZeros();
            String plain = rounded.toPlainString();
            String shortest = plain.length() <= 16 ? plain : rounded.toString();
            if (shortest.length() <= 16) {
                return shortest;
            }
        }
        throw new IllegalArgumentException("no decimal string for " + value);
    }
}
