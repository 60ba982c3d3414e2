// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Small encoders, written from the standards apart from the decoders they test.
final class Encoders {
    private Encoders() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    /// DICOM RLE of one component a plane; runs of three or more are packed.
    static byte[] rle(int[][] planes, int bytesPerSample) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int segments = planes.length * bytesPerSample;
        int[] offsets = new int[15];
        for (int s = 0; s < segments; s++) {
            offsets[s] = 64 + body.size();
            int shift = 8 * (bytesPerSample - 1 - s % bytesPerSample);
            packBits(planes[s / bytesPerSample], shift, body);
            if (body.size() % 2 != 0) {
                body.write(0);
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        littleEndian(all, segments);
        for (int offset : offsets) {
            littleEndian(all, offset);
        }
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, int value) {
        for (int b = 0; b < 32; b += 8) {
            out.write(value >> b);
        }
    }

    private static void packBits(int[] plane, int shift, ByteArrayOutputStream out) {
        int at = 0;
        while (at < plane.length) {
            int run = 1;
            while (at + run < plane.length
                    && run < 128
                    && (byte) (plane[at + run] >> shift) == (byte) (plane[at] >> shift)) {
                run++;
            }
            if (run > 2) {
                out.write(1 - run);
                out.write(plane[at] >> shift);
            } else {
                run = 1;
                out.write(0);
                out.write(plane[at] >> shift);
            }
            at += run;
        }
    }

    /// Lossless JPEG (process 14) with one fixed Huffman table: 14 categories in 4 bits, 3 in 5.
    static byte[] losslessJpeg(
            int[][] planes, int columns, int rows, int precision, int predictor, int restartRows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hex("FFD8 FFC4 0024 00 0000000E0300000000000000 00000000"));
        for (int category = 0; category <= 16; category++) {
            out.write(category);
        }
        if (restartRows > 0) {
            out.writeBytes(hex("FFDD0004"));
            big(out, restartRows * columns);
        }
        out.writeBytes(hex("FFC3"));
        big(out, 8 + 3 * planes.length);
        out.write(precision);
        big(out, rows);
        big(out, columns);
        out.write(planes.length);
        for (int c = 0; c < planes.length; c++) {
            out.write(c + 1);
            out.write(0x11);
            out.write(0);
        }
        out.writeBytes(hex("FFDA"));
        big(out, 6 + 2 * planes.length);
        out.write(planes.length);
        for (int c = 0; c < planes.length; c++) {
            out.write(c + 1);
            out.write(0);
        }
        out.write(predictor);
        out.write(0);
        out.write(0);
        Bits bits = new Bits(out);
        int restarts = 0;
        for (int y = 0; y < rows; y++) {
            boolean restarted = restartRows > 0 && y > 0 && y % restartRows == 0;
            if (restarted) {
                bits.flush();
                out.write(0xFF);
                out.write(0xD0 | (restarts++ & 7));
            }
            for (int x = 0; x < columns; x++) {
                for (int[] plane : planes) {
                    int expected =
                            expected(
                                    plane,
                                    columns,
                                    x,
                                    y,
                                    precision,
                                    predictor,
                                    y == 0 || restarted);
                    code(bits, (short) (plane[y * columns + x] - expected));
                }
            }
        }
        bits.flush();
        out.writeBytes(hex("FFD9"));
        return out.toByteArray();
    }

    private static int expected(
            int[] plane, int columns, int x, int y, int precision, int predictor, boolean start) {
        int at = y * columns + x;
        if (start) {
            return x == 0 ? 1 << (precision - 1) : plane[at - 1];
        }
        if (x == 0) {
            return plane[at - columns];
        }
        int a = plane[at - 1];
        int b = plane[at - columns];
        int c = plane[at - columns - 1];
        return switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + Math.floorDiv(b - c, 2);
            case 6 -> b + Math.floorDiv(a - c, 2);
            default -> Math.floorDiv(a + b, 2);
        };
    }

    private static void code(Bits bits, int difference) {
        if (difference == Short.MIN_VALUE) {
            bits.put(0b11110, 5);
            return;
        }
        int category = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
        if (category < 14) {
            bits.put(category, 4);
        } else {
            bits.put(0b11100 + category - 14, 5);
        }
        int low = difference < 0 ? difference - 1 : difference;
        bits.put(low & ((1 << category) - 1), category);
    }

    private static void big(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }

    /// Bits with a zero byte stuffed after 0xFF, filled up with ones.
    private static final class Bits {
        private final ByteArrayOutputStream out;
        private int current;
        private int count;

        Bits(ByteArrayOutputStream out) {
            this.out = out;
        }

        void put(int value, int length) {
            for (int i = length - 1; i >= 0; i--) {
                current = current << 1 | (value >> i & 1);
                if (++count == 8) {
                    out.write(current);
                    if (current == 0xFF) {
                        out.write(0);
                    }
                    current = 0;
                    count = 0;
                }
            }
        }

        void flush() {
            while (count > 0) {
                put(1, 1);
            }
        }
    }
}
