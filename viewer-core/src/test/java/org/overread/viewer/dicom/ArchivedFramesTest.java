// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.Archives;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Files of many uncompressed frames that can only be read from their beginning.
class ArchivedFramesTest {
    /// Small enough to be kept in memory, and too large for that.
    private static final int SMALL = 16;

    private static final int LARGE = 512;
    private static final int FRAMES = 40;

    @TempDir Path folder;

    private static DicomBytes film(String syntax, int side) {
        short[] values = new short[FRAMES * side * side];
        for (int f = 0; f < FRAMES; f++) {
            Arrays.fill(values, f * side * side, (f + 1) * side * side, (short) (100 + f));
        }
        return Slices.at(syntax, 1, 0, 0, 0)
                .us(TagNumbers.ROWS, side)
                .us(TagNumbers.COLUMNS, side)
                .text(TagNumbers.FRAMES, "IS", "" + FRAMES)
                .text(TagNumbers.SLICE_DISTANCE, "DS", "2")
                .pixels(values);
    }

    private Path zip(byte[] member) throws IOException {
        Path archive = folder.resolve("study.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("film"));
            zip.write(member);
        }
        return archive;
    }

    private static void assertFramesAre(Voxels voxels, int side) {
        for (int k = 0; k < FRAMES; k++) {
            short[] plane = ((Voxels.Int16) voxels).image().getPlane(k).getCurrentStorageArray();
            short[] expected = new short[side * side];
            Arrays.fill(expected, (short) (100 + k));
            assertTrue(Arrays.equals(expected, plane), "frame " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SMALL, LARGE})
    void framesOfAnArchivedFileAreAllRead(int side) throws Exception {
        byte[] film = film(TransferSyntaxes.EXPLICIT_LITTLE, side).file();
        VolumeSource source = Scans.scan(zip(film)).volumes().findFirst().orElseThrow();
        assertFramesAre(Scans.read(source).voxels(), side);
    }

    @Test
    void framesOfADeflatedFileAreAllRead() throws Exception {
        byte[] film = film(TransferSyntaxes.DEFLATED, SMALL).file();
        VolumeSource source = Scans.scan(zip(film)).volumes().findFirst().orElseThrow();
        assertFramesAre(Scans.read(source).voxels(), SMALL);
    }

    /// Beside the files, whoever waits sees how much there is to read.
    @Test
    void scanCountsFilesAndBytes() throws Exception {
        byte[] first = Slices.at(1, 0, 0, 0).file();
        byte[] second = Slices.at(2, 0, 0, 1).file();
        Files.write(folder.resolve("plain"), first);
        long total = first.length + (long) second.length;
        zip(second);
        var heard = new ConcurrentLinkedQueue<Progress>();
        try (var pool = Executors.newSingleThreadExecutor()) {
            DicomScanner.scan(List.of(folder), pool, heard::add, new CancelToken());
        }
        assertTrue(heard.contains(new Progress(2, 2, total, total)));
        for (Progress progress : heard) { // how much there is, is told whole or not at all
            assertTrue(
                    progress.isKnown()
                            ? progress.total() == 2 && progress.totalBytes() == total
                            : progress.totalBytes() == 0,
                    progress.toString());
        }
    }

    /// What is read by one stream could not go back.
    @Test
    void memberIsReadHereAndThere() throws IOException {
        byte[] bytes = new byte[20_000_000];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) (n >> 10);
        }
        Path archive = zip(bytes);
        try (var archives = new Archives();
                ByteSource member = archives.openAnywhere(new DicomFile(archive, "film"))) {
            for (int at : new int[] {19_000_000, 5, 12_345_678}) {
                ByteBuffer target = ByteBuffer.allocate(3000);
                assertTrue(member.read(at, target));
                assertEquals(ByteBuffer.wrap(bytes, at, 3000), target.flip());
            }
        }
    }
}
