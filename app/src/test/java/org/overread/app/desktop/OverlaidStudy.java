// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiPredicate;

/// Puts overlays into image files, element by element, before their pixels.
final class OverlaidStudy {
    private static final byte[] PIXELS = {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W'};

    private final ByteArrayOutputStream elements = new ByteArrayOutputStream();

    private static byte[] words(int... values) {
        var buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    private void element(int group, int number, String vr, byte[] value) {
        elements.writeBytes(words(group, number));
        elements.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        if (vr.equals("OW")) {
            elements.writeBytes(words(0, value.length, value.length >> 16));
        } else {
            elements.writeBytes(words(value.length));
        }
        elements.writeBytes(value);
    }

    /// An overlay whose first bit lies on the image's row `top`, column `left`, counted from 1.
    OverlaidStudy with(
            int group,
            String label,
            int top,
            int left,
            int columns,
            int rows,
            BiPredicate<Integer, Integer> isSet) {
        byte[] bits = new byte[(columns * rows + 15) / 16 * 2];
        for (int n = 0; n < columns * rows; n++) {
            if (isSet.test(n % columns, n / columns)) {
                bits[n / 8] |= (byte) (1 << n % 8);
            }
        }
        element(group, 0x0010, "US", words(rows));
        element(group, 0x0011, "US", words(columns));
        element(group, 0x0040, "CS", "G ".getBytes(StandardCharsets.US_ASCII));
        element(group, 0x0050, "SS", words(top, left));
        element(group, 0x0100, "US", words(1));
        element(group, 0x0102, "US", words(0));
        String even = label.length() % 2 == 0 ? label : label + " ";
        element(group, 0x1500, "LO", even.getBytes(StandardCharsets.US_ASCII));
        element(group, 0x3000, "OW", bits);
        return this;
    }

    void into(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + PIXELS.length, PIXELS, 0, PIXELS.length)) {
            at++;
        }
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(elements.toByteArray());
        out.write(bytes, at, bytes.length - at);
        Files.write(file, out.toByteArray());
    }
}
