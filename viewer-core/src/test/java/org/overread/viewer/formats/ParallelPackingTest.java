// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.formats.WriteOptions.Packing;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// Files that are packed by several threads, taken apart by the library's inflater.
final class ParallelPackingTest {
    private static final GridSize SIZE = new GridSize(256, 256, 20); // 2.6 MB: several blocks

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {".nii.gz", ".nrrd", ".mha"})
    void theBytesAreTheSameHoweverManyThreadsPack(String ending) throws IOException {
        Volume volume = smooth();
        var options = WriteOptions.USUAL.withPacking(Packing.PACKED);
        Path one = folder.resolve("one" + ending);
        Path many = folder.resolve("many" + ending);
        Outcomes.write(volume, one, options);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            Outcomes.write(volume, many, options, four);
        }
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(many));
        assertTrue(Files.size(one) < SIZE.voxels() * 2, "packed to " + Files.size(one));
        assertArrayEquals(Outcomes.values(volume), Outcomes.values(Outcomes.only(many)));
    }

    @Test
    void gzipIsOneMemberWithTheChecksumOfAll() throws Exception {
        Path plain = folder.resolve("v.nii");
        Path packed = folder.resolve("v.nii.gz");
        for (Path file : List.of(plain, packed)) {
            Outcomes.write(smooth(), file, WriteOptions.USUAL);
        }
        byte[] file = Files.readAllBytes(packed);
        byte[] expected = Files.readAllBytes(plain);
        var inflater = new Inflater(true);

        assertArrayEquals(expected, inflated(inflater, file, 10));

        assertEquals(8, inflater.getRemaining()); // nothing but the tail: no second member
        var tail = ByteBuffer.wrap(file, file.length - 8, 8).order(ByteOrder.LITTLE_ENDIAN);
        var crc = new CRC32();
        crc.update(expected);
        assertEquals((int) crc.getValue(), tail.getInt());
        assertEquals(expected.length, tail.getInt());
        inflater.end();
    }

    @Test
    void zlibOfMetaImageEndsWithItsOwnChecksum() throws Exception {
        Path file = folder.resolve("v.mha");
        Outcomes.write(smooth(), file, WriteOptions.USUAL.withPacking(Packing.PACKED));
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("LOCAL\n") + 6;
        var inflater = new Inflater(); // with the wrapper, so it checks the Adler-32

        assertEquals(SIZE.voxels() * 2, inflated(inflater, bytes, start).length);

        assertTrue(inflater.finished());
        assertEquals(0, inflater.getRemaining());
        inflater.end();
    }

    private static byte[] inflated(Inflater inflater, byte[] file, int from)
            throws DataFormatException {
        inflater.setInput(Arrays.copyOfRange(file, from, file.length));
        var out = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        while (!inflater.finished()) {
            out.write(part, 0, inflater.inflate(part));
        }
        return out.toByteArray();
    }

    private static Volume smooth() {
        PlaneStore planes = new PlaneStore(SIZE, 1, Kind.INT16);
        Random random = new Random(3);
        for (int k = 0; k < SIZE.k(); k++) {
            short[] plane = planes.shortsAt(0, k);
            for (int n = 0; n < plane.length; n++) {
                plane[n] = (short) (n / 256 * 4 + k + random.nextInt(8));
            }
        }
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        SIZE,
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("made", "made", geometry, ValueUnit.ARBITRARY, planes.voxels(0));
    }
}
