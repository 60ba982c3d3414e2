// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import org.overread.viewer.work.TimeLimit;

/// One file costs bounded time and memory, whatever it claims.
class BoundsTest {
    @TempDir Path folder;

    /// Lends no thread, so that a limit of the caller's holds for all the work.
    private static ExecutorService nobody() {
        ExecutorService nobody = Executors.newSingleThreadExecutor();
        nobody.shutdown();
        return nobody;
    }

    private static ScanResult scan(Path place) throws InterruptedException {
        return DicomScanner.scan(
                List.of(place), nobody(), Progress.Listener.NONE, new CancelToken());
    }

    private static Volume read(VolumeSource source) throws IOException, InterruptedException {
        return DicomVolumeReader.read(source, nobody(), LoadListener.NONE, new CancelToken());
    }

    @Test
    void headersThatTakeTooLongAreListedWithTheirFiles() throws Exception {
        Slices.write(folder, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 2));

        ScanResult scan =
                TimeLimit.<ScanResult, InterruptedException>within(
                        Duration.ZERO, () -> scan(folder));

        assertEquals(List.of(), scan.studies());
        assertEquals(
                List.of("0000.dcm", "0001.dcm"),
                scan.skipped().stream().map(skipped -> skipped.file().fileName()).toList());
        assertEquals(new SkipReason.TooSlow(Duration.ZERO), scan.skipped().getFirst().reason());
    }

    @Test
    void slicesThatTakeTooLongRefuseTheirVolume() throws Exception {
        Slices.write(folder, Slices.at(1, 0, 0, 0), Slices.at(2, 0, 0, 2));
        VolumeSource source = scan(folder).volumes().findFirst().orElseThrow();

        var refusal =
                assertThrows(
                        DicomReadException.class,
                        () ->
                                TimeLimit.<Volume, Exception>within(
                                        Duration.ZERO, () -> read(source)));

        assertInstanceOf(SkipReason.TooSlow.class, refusal.reason());
    }

    /// As many voxels as fit into the heap if nothing else were in it: they go into bricks, and the first empty frame
    /// ends that.
    @Test
    void moreVoxelsThanAreFreeAreNotTakenFromMemory() throws Exception {
        int side = 2000;
        long frames = Runtime.getRuntime().maxMemory() / (2L * side * side);
        byte[] items = new byte[Math.toIntExact(8 * (frames + 1))];
        for (int n = 0; n < items.length; n += 8) {
            items[n] = (byte) 0xfe;
            items[n + 1] = (byte) 0xff;
            items[n + 3] = (byte) 0xe0;
        }
        Files.write(
                folder.resolve("x.dcm"),
                Slices.at("1.2.840.10008.1.2.4.90", 1, 0, 0, 0)
                        .text(TagNumbers.FRAMES, "IS", "" + frames)
                        .us(TagNumbers.ROWS, side)
                        .us(TagNumbers.COLUMNS, side)
                        .encapsulated(items)
                        .file());

        VolumeSource source = scan(folder).volumes().findFirst().orElseThrow();
        var refusal = assertThrows(DicomReadException.class, () -> read(source));

        assertInstanceOf(SkipReason.BrokenStructure.class, refusal.reason());
    }

    /// The records of a directory name each other by their places in the file; here, each names itself.
    @Test
    void directoryWhoseRecordsGoRoundInCirclesIsNamedAsSuch() throws Exception {
        byte[] itself = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(400).array();
        DicomBytes record =
                DicomBytes.explicit()
                        .bytes(0x0004_1400, "UL", itself)
                        .bytes(0x0004_1420, "UL", itself)
                        .text(0x0004_1430, "CS", "PATIENT");
        Files.write(
                folder.resolve("DICOMDIR"),
                DicomBytes.explicit()
                        .text(TagNumbers.FILE_SET, "CS", "DISK")
                        .bytes(0x0004_1200, "UL", itself)
                        .bytes(0x0004_1202, "UL", itself)
                        .sequence(TagNumbers.DIRECTORY_RECORDS, record)
                        .file());

        ScanResult scan = scan(folder);

        assertEquals(
                List.of(new SkipReason.DirectoryFile()),
                scan.skipped().stream().map(skipped -> skipped.reason()).toList());
    }
}
