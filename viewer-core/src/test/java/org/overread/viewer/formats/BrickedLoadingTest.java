// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.BrickedValues;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Files that do not fit memory, as these do where there is said to be none.
final class BrickedLoadingTest {
    private static final HeapRoom NONE = _ -> 0;

    @TempDir private Path folder;

    private static final class Heard implements VolumeListener {
        private final AtomicReference<Optional<Volume>> started =
                new AtomicReference<>(Optional.empty());
        private final Set<Integer> slices = Collections.newSetFromMap(new ConcurrentHashMap<>());
        private volatile Progress last = new Progress(0, 1);

        @Override
        public void started(Volume volume) {
            started.set(Optional.of(volume));
        }

        @Override
        public void sliceComplete(int k) {
            slices.add(k);
        }

        @Override
        public void progress(Progress progress) {
            last = progress;
        }
    }

    private Path written(Kind kind, String name, WriteOptions.Packing packing) {
        Path file = folder.resolve(name);
        Outcomes.write(
                MadeVolumes.of(kind, MadeVolumes.rotated(new Random(1)), 1),
                file,
                new WriteOptions(packing, NiftiVersion.NIFTI_1, 1));
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "INT16, v.nii, PLAIN", "UINT16, v.nii, PLAIN", "FLOAT32, v.nii, PLAIN",
        "INT16, v.nrrd, PLAIN", "UINT16, v.mha, PLAIN", "FLOAT32, v.nhdr, PLAIN",
        "INT16, v.nii.gz, PACKED", "UINT16, v.nrrd, PACKED", "FLOAT32, v.mha, PACKED",
    })
    void bricksHoldWhatMemoryWouldHold(Kind kind, String name, WriteOptions.Packing packing) {
        Path file = written(kind, name, packing);
        Volume whole = Outcomes.only(file);
        var heard = new Heard();

        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.readOne(file, 0, heard, new CancelToken(), NONE));

        Volume volume = read.volumes().getFirst();
        assertEquals(whole.id(), volume.id());
        assertEquals(whole.geometry(), volume.geometry());
        var bricks = assertInstanceOf(Voxels.Bricked.class, volume.voxels()).values();
        assertEquals(kind.name(), bricks.kind().name());
        GridSize size = volume.geometry().size();
        assertEquals(size.k(), heard.slices.size());
        assertEquals(heard.last.total(), heard.last.done());
        assertTrue(heard.started.get().isPresent());
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    double expected =
                            whole.voxels().numbers().image().getAt(i, j, k).getRealDouble();
                    assertEquals(expected, bricks.value(0, i, j, k));
                }
            }
        }
    }

    /// A NIfTI file of 32-bit or scaled numbers: 348 bytes of header by the standard, written here byte by byte.
    private Path nifti(short datatype, short bits, float slope, int volumes, byte[] samples)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(352 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 348);
        short[] dim = {(short) (volumes > 1 ? 4 : 3), 3, 2, 4, (short) volumes, 1, 1, 1};
        for (int n = 0; n < 8; n++) {
            bytes.putShort(40 + 2 * n, dim[n]);
            bytes.putFloat(76 + 4 * n, 1);
        }
        bytes.putShort(70, datatype);
        bytes.putShort(72, bits);
        bytes.putFloat(108, 352);
        bytes.putFloat(112, slope);
        bytes.put(123, (byte) 2);
        bytes.putShort(254, (short) 1);
        for (int n = 0; n < 3; n++) {
            bytes.putFloat(280 + 20 * n, 1);
        }
        bytes.put(344, new byte[] {'n', '+', '1', 0});
        bytes.put(352, samples);
        return Files.write(folder.resolve("made.nii"), bytes.array());
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static BrickedValues bricks(Path file, int volume) {
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.readOne(file, volume, new Heard(), new CancelToken(), NONE));
        return assertInstanceOf(Voxels.Bricked.class, read.volumes().getFirst().voxels()).values();
    }

    @Test
    void wholeNumbersOf32BitsAndScaledOnesBecomeBricksOfFractions() throws IOException {
        int[] stored = IntStream.range(0, 24).map(n -> 100_000 * n - 70_000).toArray();
        BrickedValues wide = bricks(nifti((short) 8, (short) 32, 0, 1, ints(stored)), 0);
        assertEquals("FLOAT32", wide.kind().name());
        assertEquals(-70_000, wide.value(0, 0, 0, 0));
        assertEquals(2_230_000, wide.value(0, 2, 1, 3));
        BrickedValues scaled = bricks(nifti((short) 8, (short) 32, 0.5f, 1, ints(stored)), 0);
        assertEquals(1_115_000, scaled.value(0, 2, 1, 3));
    }

    @Test
    void oneOfSeveralVolumesIsTakenFromItsPlaceUnderTheSameId() throws IOException {
        int[] stored = IntStream.range(0, 72).toArray();
        Path file = nifti((short) 8, (short) 32, 0, 3, ints(stored));
        List<Volume> whole =
                assertInstanceOf(
                                ReadOutcome.Read.class,
                                ImageFiles.read(file, _ -> {}, new CancelToken(), HeapRoom.RUNTIME))
                        .volumes();
        for (int volume = 0; volume < 3; volume++) {
            BrickedValues bricks = bricks(file, volume);
            assertEquals(24 * volume, bricks.value(0, 0, 0, 0));
            assertEquals(24 * volume + 23, bricks.value(0, 2, 1, 3));
            var read =
                    assertInstanceOf(
                            ReadOutcome.Read.class,
                            ImageFiles.readOne(file, volume, new Heard(), new CancelToken(), NONE));
            assertEquals(whole.get(volume).id(), read.volumes().getFirst().id());
        }
    }

    /// Enough for 16 bits a voxel, and then not for more.
    @Test
    void valuesThatTurnOutTooWideForMemoryGoIntoBricksAfterAll() throws IOException {
        int[] stored = IntStream.range(0, 24).map(n -> 100_000 * n).toArray();
        Path file = nifti((short) 8, (short) 32, 0, 1, ints(stored));
        var asked = new AtomicInteger();
        HeapRoom little = needed -> asked.getAndIncrement() < 2 ? needed : 0;
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.readOne(file, 0, new Heard(), new CancelToken(), little));
        Volume volume = read.volumes().getFirst();
        assertEquals(
                2_300_000,
                assertInstanceOf(Voxels.Bricked.class, volume.voxels()).values().value(0, 2, 1, 3));
    }

    @ParameterizedTest
    @CsvSource({"v.nii, PLAIN", "v.nrrd, PLAIN", "v.mha, PLAIN", "v.nii.gz, PACKED"})
    void bricksHoldTheColoursThatMemoryWouldHold(String name, WriteOptions.Packing packing) {
        Path file = written(Kind.RGB8, name, packing);
        Volume whole = Outcomes.only(file);
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.readOne(file, 0, new Heard(), new CancelToken(), NONE));
        Volume volume = read.volumes().getFirst();
        assertEquals(whole.id(), volume.id());
        var expected = assertInstanceOf(Voxels.Rgb8.class, whole.voxels());
        var bricks = assertInstanceOf(Voxels.BrickedColours.class, volume.voxels());
        for (int k = 0; k < volume.geometry().size().k(); k++) {
            assertArrayEquals(expected.slice(k), bricks.slice(k));
        }
    }

    @Test
    void coloursInBricksAreWrittenAsTheyWereRead() throws IOException {
        Path file = written(Kind.RGB8, "v.nrrd", WriteOptions.Packing.PLAIN);
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.readOne(file, 0, new Heard(), new CancelToken(), NONE));
        Path again = folder.resolve("again.nrrd");
        Outcomes.write(
                read.volumes().getFirst(),
                again,
                new WriteOptions(WriteOptions.Packing.PLAIN, NiftiVersion.NIFTI_1, 1));
        assertEquals(-1, Files.mismatch(file, again));
    }

    @ParameterizedTest
    @CsvSource({"v.nii, PLAIN", "v.nii.gz, PACKED"})
    void cancellingEndsItAtOnce(String name, WriteOptions.Packing packing) {
        Path file = written(Kind.INT16, name, packing);
        var cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class,
                () -> ImageFiles.readOne(file, 0, new Heard(), cancel, NONE));
    }
}
