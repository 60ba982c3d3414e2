// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Files with a few bytes changed, cut or doubled: each is refused or gives a whole volume, and none takes much memory.
class MutatedFilesTest {
    private static final int FILES_A_FORMAT = 600;
    private static final long ROOM = 64L << 20;
    private static final long MOST_ALLOCATED = ROOM + (16L << 20);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void mutatedFilesAreRefusedOrRead(ImageFormat format) throws IOException {
        Random random = new Random(20261121L + format.ending().hashCode());
        Volume volume = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(random), 1);
        Path file = folder.resolve("v" + format.ending());
        Outcomes.write(volume, file, WriteOptions.USUAL);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int n = 0; n < FILES_A_FORMAT; n++) {
            Files.write(file, mutated(whole, random));
            long before = allocated();
            ReadOutcome outcome =
                    ImageFiles.read(file, Progress.Listener.NONE, new CancelToken(), _ -> ROOM);
            assertTrue(allocated() - before < MOST_ALLOCATED, format + " " + n);
            switch (outcome) {
                case ReadOutcome.Read(var volumes, _, _) -> {
                    assertFalse(volumes.isEmpty());
                    volumes.forEach(MutatedFilesTest::assertWhole);
                }
                case ReadOutcome.Refused(ReadRefusal reason) -> {
                    refused++;
                    assertTrue(reason.describe().contains("v."), reason::describe);
                }
            }
        }
        assertTrue(refused > FILES_A_FORMAT / 10, "only " + refused + " refused");
    }

    private static void assertWhole(Volume volume) {
        var geometry = volume.geometry();
        var size = geometry.size();
        VoxelPoint last = new VoxelPoint(size.i() - 1, size.j() - 1, size.k() - 1);
        assertTrue(geometry.toPatient(last).isFinite());
        Outcomes.value(volume, size.i() - 1, size.j() - 1, size.k() - 1);
        assertEquals(size.k(), volume.voxels().image().dimension(2));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int header = Math.min(bytes.length, 600);
        int changes = 1 + random.nextInt(4);
        for (int n = 0; n < changes; n++) {
            int at = random.nextInt(header);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) "0123456789-. \n=:()".charAt(random.nextInt(18));
                case 3 ->
                        bytes =
                                Arrays.copyOf(
                                        bytes, Math.max(header, random.nextInt(bytes.length) + 1));
                default -> {
                    int length = Math.min(8, bytes.length - at);
                    System.arraycopy(
                            bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
