// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.pixel.ValueType;
import org.overread.viewer.dicom.pixel.VoxelMemory;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

class ReaderTest {
    @TempDir Path folder;
    private final List<DicomBytes> slices = new ArrayList<>();

    @BeforeEach
    void fiveSlices() {
        for (int n = 1; n <= 5; n++) {
            slices.add(Slices.at(n, 0, 0, n));
        }
    }

    private VolumeSource source() throws Exception {
        Slices.write(folder, slices.toArray(DicomBytes[]::new));
        return Scans.scan(folder).volumes().findFirst().orElseThrow();
    }

    @Test
    void middleSliceComesFirstAndItsVolumeIsKnownBefore() throws Exception {
        var events = new ArrayList<String>();
        var listener =
                new LoadListener() {
                    @Override
                    public void started(Volume volume) {
                        events.add("started " + volume.geometry().size().k());
                    }

                    @Override
                    public void sliceComplete(int k) {
                        events.add("slice " + k);
                    }

                    @Override
                    public void progress(Progress progress) {
                        events.add(progress.done() + "/" + progress.total());
                    }
                };

        DicomVolumeReader.read(source(), new Nobody(), listener, new CancelToken());

        assertEquals(
                List.of(
                        "started 5",
                        "slice 2",
                        "1/5",
                        "slice 3",
                        "2/5",
                        "slice 1",
                        "3/5",
                        "slice 4",
                        "4/5",
                        "slice 0",
                        "5/5"),
                events);
    }

    @Test
    void sliceThatIsAnnouncedIsThere() throws Exception {
        var seen = new ArrayList<Integer>();
        var listener =
                new LoadListener() {
                    private Voxels voxels =
                            VoxelMemory.allocate(
                                    new org.overread.viewer.volume.GridSize(1, 1, 1),
                                    ValueType.INT16);

                    @Override
                    public void started(Volume volume) {
                        voxels = volume.voxels();
                    }

                    @Override
                    public void sliceComplete(int k) {
                        seen.add((int) assertInstanceOf(Voxels.Int16.class, voxels).slice(k)[0]);
                    }
                };

        DicomVolumeReader.read(source(), new Nobody(), listener, new CancelToken());

        assertEquals(List.of(300, 400, 200, 500, 100), seen);
    }

    @Test
    void slicesAreZeroUntilTheyAreComplete() throws Exception {
        var sums = new ArrayList<Long>();
        var listener =
                new LoadListener() {
                    private java.util.Optional<Volume> volume = java.util.Optional.empty();

                    @Override
                    public void started(Volume started) {
                        volume = java.util.Optional.of(started);
                        sums.add(sum());
                    }

                    @Override
                    public void sliceComplete(int k) {
                        sums.add(sum());
                    }

                    private long sum() {
                        long sum = 0;
                        for (var voxel : volume.orElseThrow().voxels().numbers().image()) {
                            sum += Math.round(voxel.getRealDouble());
                        }
                        return sum;
                    }
                };

        Volume volume = DicomVolumeReader.read(source(), new Nobody(), listener, new CancelToken());

        var voxels = assertInstanceOf(Voxels.Int16.class, volume.voxels());
        long expected = 0;
        for (int n = 0; n < 6; n++) {
            assertEquals(expected, sums.get(n), "after " + n + " slices");
            if (n < 5) {
                for (short value : voxels.slice(DicomVolumeReader.outwards(n, 5))) {
                    expected += value;
                }
            }
        }
        assertTrue(expected > 0);
    }

    @Test
    void readingOnTheOnlyThreadOfThePoolEnds() throws Exception {
        VolumeSource source = source();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Volume volume =
                    pool.submit(
                                    () ->
                                            DicomVolumeReader.read(
                                                    source,
                                                    pool,
                                                    LoadListener.NONE,
                                                    new CancelToken()))
                            .get(30, TimeUnit.SECONDS);
            assertEquals(5, volume.geometry().size().k());
        }
    }

    @Test
    void cancelEndsTheReading() throws Exception {
        var cancel = new CancelToken();
        var listener =
                new LoadListener() {
                    @Override
                    public void sliceComplete(int k) {
                        cancel.cancel();
                    }
                };
        VolumeSource source = source();
        assertThrows(
                CancellationException.class,
                () -> DicomVolumeReader.read(source, new Nobody(), listener, cancel));
    }

    @Test
    void cancelEndsTheScan() throws Exception {
        source();
        var cancel = new CancelToken();
        cancel.cancel();
        assertThrows(
                CancellationException.class,
                () ->
                        DicomScanner.scan(
                                List.of(folder), new Nobody(), Progress.Listener.NONE, cancel));
    }

    @Test
    void fileThatShrankSinceTheScanIsRefusedWithItsReason() throws Exception {
        VolumeSource source = source();
        Path file = folder.resolve("0003.dcm");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
        var e = assertThrows(DicomReadException.class, () -> Scans.read(source));
        assertInstanceOf(SkipReason.Truncated.class, e.reason());
    }

    @Test
    void whatDoesNotFitMemoryIsReadIntoBricksWithTheSameValues() throws Exception {
        VolumeSource source = source();
        Volume whole =
                DicomVolumeReader.read(source, new Nobody(), LoadListener.NONE, new CancelToken());
        var seen = new ArrayList<Integer>();
        var listener =
                new LoadListener() {
                    @Override
                    public void sliceComplete(int k) {
                        seen.add(k);
                    }
                };

        Volume volume =
                DicomVolumeReader.read(
                        source, new Nobody(), listener, new CancelToken(), (_, _) -> false);

        assertEquals(whole.id(), volume.id());
        assertEquals(whole.geometry(), volume.geometry());
        assertEquals(whole.unit(), volume.unit());
        var bricks = assertInstanceOf(Voxels.Bricked.class, volume.voxels()).values();
        assertEquals(1.0, bricks.readShare());
        assertEquals(List.of(0, 1, 2, 3, 4), seen.stream().sorted().toList());
        var size = volume.geometry().size();
        for (int k = 0; k < size.k(); k++) {
            for (int j = 0; j < size.j(); j++) {
                for (int i = 0; i < size.i(); i++) {
                    assertEquals(
                            whole.voxels().numbers().image().getAt(i, j, k).getRealFloat(),
                            bricks.value(0, i, j, k));
                }
            }
        }
    }
}
