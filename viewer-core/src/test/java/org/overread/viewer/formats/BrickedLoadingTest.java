// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.sample.HeapRoom;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
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

    @Test
    void coloursAreRefusedForTheirSize() {
        Path file = written(Kind.RGB8, "v.nii", WriteOptions.Packing.PLAIN);
        var refused =
                assertInstanceOf(
                        ReadOutcome.Refused.class,
                        ImageFiles.readOne(file, 0, new Heard(), new CancelToken(), NONE));
        assertInstanceOf(ReadRefusal.TooLarge.class, refused.reason());
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
