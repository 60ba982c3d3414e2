// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/// A NIfTI-1 file put together byte by byte, from the published table of offsets: 2 x 3 x 2 samples of 16 bits,
/// spacing 1 x 2 x 3 mm, sform with the origin (10, 20, 30) RAS, samples 0, 1, 2, …
final class NiftiBytes {
    final ByteBuffer header;
    private byte[] samples = new byte[0];

    NiftiBytes(ByteOrder order) {
        header = ByteBuffer.allocate(352).order(order);
        header.putInt(0, 348);
        dims(3, 2, 3, 2);
        type(4, 16);
        spacing(1, 1, 2, 3);
        header.putFloat(108, 352).putFloat(112, 1).put(123, (byte) 2);
        header.putShort(254, (short) 1);
        sform(1, 0, 0, 10, 0, 2, 0, 20, 0, 0, 3, 30);
        magic("n+1");
        shorts(12);
    }

    NiftiBytes() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    NiftiBytes with(Consumer<ByteBuffer> change) {
        change.accept(header);
        return this;
    }

    NiftiBytes dims(int... dims) {
        for (int n = 0; n < dims.length; n++) {
            header.putShort(40 + 2 * n, (short) dims[n]);
        }
        return this;
    }

    NiftiBytes type(int datatype, int bits) {
        header.putShort(70, (short) datatype).putShort(72, (short) bits);
        return this;
    }

    NiftiBytes spacing(double... pixdim) {
        for (int n = 0; n < pixdim.length; n++) {
            header.putFloat(76 + 4 * n, (float) pixdim[n]);
        }
        return this;
    }

    NiftiBytes sform(double... rows) {
        for (int n = 0; n < 12; n++) {
            header.putFloat(280 + 4 * n, (float) rows[n]);
        }
        return this;
    }

    NiftiBytes qform(int code, double b, double c, double d, double x, double y, double z) {
        header.putShort(252, (short) code);
        header.putFloat(256, (float) b).putFloat(260, (float) c).putFloat(264, (float) d);
        header.putFloat(268, (float) x).putFloat(272, (float) y).putFloat(276, (float) z);
        return this;
    }

    NiftiBytes codes(int qform, int sform) {
        header.putShort(252, (short) qform).putShort(254, (short) sform);
        return this;
    }

    NiftiBytes scaling(double slope, double intercept) {
        header.putFloat(112, (float) slope).putFloat(116, (float) intercept);
        return this;
    }

    NiftiBytes magic(String magic) {
        for (int n = 0; n < 3; n++) {
            header.put(344 + n, (byte) magic.charAt(n));
        }
        return this;
    }

    NiftiBytes samples(int bytes, Consumer<ByteBuffer> fill) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(header.order());
        fill.accept(buffer);
        samples = buffer.array();
        return this;
    }

    NiftiBytes shorts(int count) {
        return samples(
                2 * count,
                b -> {
                    for (int n = 0; n < count; n++) {
                        b.putShort((short) n);
                    }
                });
    }

    byte[] bytes() {
        byte[] all = new byte[352 + samples.length];
        System.arraycopy(header.array(), 0, all, 0, 352);
        System.arraycopy(samples, 0, all, 352, samples.length);
        return all;
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("made.nii"), bytes());
    }

    Path packedIn(Path folder) throws IOException {
        return Files.write(folder.resolve("made.nii.gz"), gzip(bytes()));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
