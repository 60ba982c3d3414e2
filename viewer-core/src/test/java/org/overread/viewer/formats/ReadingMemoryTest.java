// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.sample.PlaneStore;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;

/// How many bytes the reading thread allocates, all in all, against the bytes of the voxels.
class ReadingMemoryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".mhd"})
    void readingTakesLittleMoreThanTheVoxels(String ending) {
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        new GridSize(512, 512, 40),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        PlaneStore planes = new PlaneStore(geometry.size(), 1, Kind.INT16);
        Random random = new Random(1);
        for (int k = 0; k < 40; k++) {
            short[] plane = planes.shortsAt(0, k);
            for (int n = 0; n < plane.length; n += 7) {
                plane[n] = (short) random.nextInt(4096);
            }
        }
        Volume made = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(random), 1);
        Volume volume = new Volume("m", "m", geometry, made.unit(), planes.voxels(0));
        Path file = folder.resolve("big" + ending);
        Outcomes.write(volume, file, WriteOptions.USUAL);
        Outcomes.only(file); // classes are loaded
        long before = allocated();
        List<Volume> back = Outcomes.read(file).volumes();
        long taken = allocated() - before;
        assertEquals(1, back.size());
        long voxels = geometry.size().voxels() * Short.BYTES;
        assertTrue(taken <= 1.15 * voxels, "%d for %d".formatted(taken, voxels));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
