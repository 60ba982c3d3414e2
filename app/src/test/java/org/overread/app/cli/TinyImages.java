// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Image files of a few bytes, written by the words of their formats' standards.
public final class TinyImages {
    private TinyImages() {}

    /// 2 by 2 by `slices` whole numbers from 0 on, `times` of them one after another.
    public static Path nifti(Path file, int slices, int times) throws IOException {
        int samples = 4 * slices * times;
        var bytes = ByteBuffer.allocate(352 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        bytes.putShort(40, (short) 4);
        short[] sides = {2, 2, (short) slices, (short) times};
        for (int n = 0; n < 4; n++) {
            bytes.putShort(42 + 2 * n, sides[n]);
            bytes.putFloat(80 + 4 * n, 1);
        }
        bytes.putShort(70, (short) 4).putShort(72, (short) 16);
        bytes.putFloat(108, 352);
        bytes.put(148, "tiny".getBytes(StandardCharsets.US_ASCII));
        bytes.putShort(254, (short) 1);
        bytes.putFloat(280, 1).putFloat(300, 1).putFloat(320, 1);
        bytes.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        for (int n = 0; n < samples; n++) {
            bytes.putShort(352 + 2 * n, (short) n);
        }
        return Files.write(file, bytes.array());
    }

    /// 16 by 16 by 5 labels: squares of 4 voxels a side in the first slice and of 12 in the last.
    public static Path squares(Path file) throws IOException {
        var labels = new byte[16 * 16 * 5];
        for (int n = 0; n < 256; n++) {
            int farthest = (int) Math.max(Math.abs(n % 16 - 7.5), Math.abs((n >> 4) - 7.5));
            labels[n] = (byte) (farthest < 2 ? 1 : 0);
            labels[4 * 256 + n] = (byte) (farthest < 6 ? 1 : 0);
        }
        String header =
                """
                NRRD0004
                type: uchar
                dimension: 3
                space: left-posterior-superior
                sizes: 16 16 5
                space directions: (1,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                encoding: raw

                """;
        Files.writeString(file, header);
        return Files.write(file, labels, StandardOpenOption.APPEND);
    }

    /// A header whose samples, 2 by 1 by 1 bytes, stand in the file `data` beside it.
    static Path detachedNrrd(Path header, String data) throws IOException {
        Files.write(header.resolveSibling(data), new byte[] {1, 2});
        return Files.writeString(
                header,
                """
                NRRD0004
                type: uchar
                dimension: 3
                space: left-posterior-superior
                sizes: 2 1 1
                space directions: (1,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                encoding: raw
                owner:=nobody
                data file: %s
                """
                        .formatted(data));
    }
}
