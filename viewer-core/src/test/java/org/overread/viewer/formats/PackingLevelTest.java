// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// What the same bytes take when the library's own stream packs them at a level.
final class PackingLevelTest {
    private static final double END_OF_BLOCKS = 16; // bytes; levels differ by thousands
    private static final GridSize SIZE = new GridSize(64, 64, 8);

    @TempDir private Path folder;

    @Test
    void fewValuesArePackedAsLabelMaps() throws IOException {
        byte[] file = written(64);
        assertEquals(packed(file, 6), file.length, END_OF_BLOCKS);
    }

    @Test
    void manyValuesArePackedAsScans() throws IOException {
        byte[] file = written(65);
        assertEquals(packed(file, Deflater.BEST_SPEED), file.length, END_OF_BLOCKS);
    }

    private byte[] written(int values) throws IOException {
        PlaneStore planes = new PlaneStore(SIZE, 1, Kind.UINT16);
        Random random = new Random(values);
        for (int k = 0; k < SIZE.k(); k++) {
            short[] plane = planes.shortsAt(0, k);
            for (int n = 0; n < plane.length; n++) {
                plane[n] = (short) (n < values ? n : random.nextInt(4));
            }
        }
        VolumeGeometry geometry =
                new VolumeGeometry(
                        SIZE,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        new SliceStack.Even(PatientPoint.ORIGIN, PatientVector.HEAD));
        Path file = folder.resolve("made.nii.gz");
        Outcomes.write(
                new Volume("made", "made", geometry, ValueUnit.ARBITRARY, planes.voxels(0)),
                file,
                WriteOptions.USUAL);
        return Files.readAllBytes(file);
    }

    private static int packed(byte[] file, int level) throws IOException {
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out =
                new GZIPOutputStream(bytes) {
                    {
                        def.setLevel(level);
                    }
                }) {
            out.write(plain);
        }
        return bytes.size();
    }
}
