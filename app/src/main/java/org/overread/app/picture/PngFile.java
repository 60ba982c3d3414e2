// SPDX-License-Identifier: Apache-2.0
package org.overread.app.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.overread.viewer.slice.SliceImage;

/// PNG, 8 bits a channel with opacity (ISO/IEC 15948). Written here so that no command needs the AWT.
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte RGB_AND_OPACITY = 6;
    private static final byte FILTER_SUB = 1;
    private static final int CHANNELS = 4;

    private PngFile() {}

    /// The file's bytes. What the picture leaves out is transparent.
    public static byte[] of(SliceImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(image));
            chunk(out, "IDAT", packed(image));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(SliceImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(image.width());
            out.writeInt(image.height());
            out.write(new byte[] {8, RGB_AND_OPACITY, 0, 0, 0});
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(SliceImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] row = new byte[1 + CHANNELS * image.width()];
        row[0] = FILTER_SUB;
        try (var out = new DeflaterOutputStream(bytes)) {
            for (int r = 0; r < image.height(); r++) {
                for (int c = 0; c < image.width(); c++) {
                    put(image.argb(c, r), row, 1 + CHANNELS * c);
                }
                for (int n = row.length - 1; n > CHANNELS; n--) {
                    row[n] -= row[n - CHANNELS];
                }
                out.write(row);
            }
        }
        return bytes.toByteArray();
    }

    /// PNG's colours are not multiplied by their opacity, ours are.
    private static void put(int argb, byte[] row, int at) {
        int opacity = argb >>> 24;
        for (int channel = 0; channel < 3; channel++) {
            int level = (argb >>> (16 - 8 * channel)) & 0xFF;
            row[at + channel] =
                    (byte)
                            (opacity == 0
                                    ? 0
                                    : Math.min(255, (level * 255 + opacity / 2) / opacity));
        }
        row[at + 3] = (byte) opacity;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}
