// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.formats.outcome.ImageReadException;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Where files end that are no DICOM: in exactly one volume, or in the list with a reason.
final class VolumeFinderTest {
    @TempDir private Path folder;

    @Test
    void eachVolumeOfAFileIsFoundAndOpensAlone() throws IOException, InterruptedException {
        list("two.nrrd", 2);
        List<OpenableVolume> found = find().volumes();
        assertEquals(2, found.size());
        assertNotEquals(found.get(0).id(), found.get(1).id());
        assertEquals(found.get(0).files(), found.get(1).files());
        assertArrayEquals(new short[] {0, 1, 2, 3}, values(found.get(0)));
        assertArrayEquals(new short[] {4, 5, 6, 7}, values(found.get(1)));
    }

    @Test
    void packedFilesAreSaidToBePacked() throws IOException, InterruptedException {
        Path inner = folder.resolve("inner");
        try (var zip = new ZipOutputStream(Files.newOutputStream(inner))) {
            zip.putNextEntry(new ZipEntry("slice.dcm"));
        }
        Path outer = folder.resolve("outer.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(outer))) {
            zip.putNextEntry(new ZipEntry("a/inner.ZIP"));
            zip.write(Files.readAllBytes(inner));
        }
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("slice.dcm")))) {
            gzip.write(new byte[1000]);
        }
        Files.write(folder.resolve("nothing"), new byte[0]);

        assertEquals(
                List.of(
                        "This is a zip archive, which is not looked into. Unpack it to open what it"
                                + " holds.",
                        "The file is empty. Copy or export it again.",
                        "This is a zip archive inside an archive, which is not looked into. Unpack it"
                                + " to open what it holds.",
                        "This is a gzip file, which is not looked into. Unpack it to open what it"
                                + " holds."),
                find().skipped().stream().map(SkippedEntry::reason).toList());
    }

    /// As a person gets it who asks for a password: the flag stands in the member's header and in the directory.
    @Test
    void anEncryptedArchiveIsSaidToBeEncrypted() throws IOException, InterruptedException {
        Path archive = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("slice.dcm"));
            zip.write(new byte[300]);
        }
        byte[] bytes = Files.readAllBytes(archive);
        for (int n = 0; n < bytes.length - 4; n++) {
            String sign = new String(bytes, n, 4, StandardCharsets.ISO_8859_1);
            if (sign.equals("PK\3\4")) {
                bytes[n + 6] |= 1;
            } else if (sign.equals("PK\1\2")) {
                bytes[n + 8] |= 1;
            }
        }
        Files.write(archive, bytes);
        assertEquals(
                List.of(
                        "This is an encrypted archive, which is not looked into. Unpack it to open"
                                + " what it holds."),
                find().skipped().stream().map(SkippedEntry::reason).toList());
    }

    @Test
    void idsFollowTheBytesNotTheFolder() throws IOException, InterruptedException {
        Path file = list("a.nrrd", 1);
        String before = find().volumes().getFirst().id();
        Files.move(file, Files.createDirectory(folder.resolve("moved")).resolve("b.nrrd"));
        assertEquals(before, find().volumes().getFirst().id());
    }

    @Test
    void detachedSamplesBelongToTheirHeader() throws IOException, InterruptedException {
        Files.write(folder.resolve("x.raw"), new byte[] {0, 1, 2, 3});
        Files.writeString(
                folder.resolve("x.nhdr"),
                header("dimension: 3\nsizes: 2 2 1\n") + "data file: x.raw\n");
        FoundVolumes found = find();
        assertEquals(List.of(), found.skipped());
        assertEquals(2, found.volumes().getFirst().files().size());
    }

    @Test
    void aHeaderWithoutItsSamplesIsSkippedWithTheReason() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("x.nhdr"),
                header("dimension: 3\nsizes: 2 2 1\n") + "data file: x.raw\n");
        FoundVolumes found = find();
        assertEquals(List.of(), found.volumes());
        assertTrue(found.skipped().getFirst().reason().contains("x.raw"));
    }

    @Test
    void distancesThatAFileLeavesOutAreNotTrusted() throws IOException, InterruptedException {
        list("a.nrrd", 1);
        OpenableVolume volume = find().volumes().getFirst();
        assertEquals(GeometryVerdict.Kind.UNCALIBRATED, volume.verdict().kind());
        assertEquals(GeometryVerdict.Kind.UNCALIBRATED, opened(volume).verdict().kind());
    }

    @Test
    void fromAnArchiveOtherFormatsAreToBeUnpacked() throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("a.zip"));
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("scan.nii"));
            zip.write("no matter what".getBytes(StandardCharsets.US_ASCII));
        }
        assertTrue(find().skipped().getFirst().reason().contains("Unpack it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.nii", "/\0", "C:\\x|y.nrrd", "a/../../b", "?<>*"})
    void aMemberOfAnArchiveMayHaveANameThatIsNoPath(String name)
            throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("a.zip"));
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("no matter what".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(1, find().skipped().size());
    }

    @Test
    void theListenerHearsOfAVolumeOnlyWhenItIsWhole() throws IOException, InterruptedException {
        list("a.nrrd", 1);
        var heard = new ArrayList<String>();
        var listener =
                new LoadListener() {
                    @Override
                    public void started(Volume volume) {
                        heard.add("started " + ((Voxels.Int16) volume.voxels()).slice(0)[3]);
                    }

                    @Override
                    public void sliceComplete(int k) {
                        heard.add("slice " + k);
                    }
                };
        try (var compute = Executors.newFixedThreadPool(1)) {
            find().volumes().getFirst().open(compute, listener, new CancelToken());
        }
        assertEquals(List.of("started 3", "slice 0"), heard);
    }

    @Test
    void aFileThatBreaksAfterItWasFoundIsRefused() throws IOException, InterruptedException {
        Path file = list("a.nrrd", 1);
        OpenableVolume volume = find().volumes().getFirst();
        Files.writeString(file, "NRRD0004\n");
        assertThrows(ImageReadException.class, () -> opened(volume));
    }

    @Test
    void aCancelledReadingStops() throws IOException, InterruptedException {
        list("a.nrrd", 1);
        OpenableVolume volume = find().volumes().getFirst();
        var cancel = new CancelToken();
        cancel.cancel();
        try (var compute = Executors.newFixedThreadPool(1)) {
            assertThrows(
                    CancellationException.class,
                    () -> volume.open(compute, LoadListener.NONE, cancel));
        }
    }

    /// A file of `volumes` volumes of 2 by 2 by 1 samples, counted from 0.
    private Path list(String name, int volumes) throws IOException {
        String text =
                header(
                        "dimension: 4\nsizes: 2 2 1 %d\nkinds: domain domain domain list\n"
                                .formatted(volumes));
        byte[] samples = new byte[4 * volumes];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = (byte) n;
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
            out.write(samples);
        }
        return file;
    }

    private static String header(String axes) {
        return "NRRD0004\ntype: uchar\nencoding: raw\n" + axes;
    }

    private FoundVolumes find() throws InterruptedException {
        try (var compute = Executors.newFixedThreadPool(1)) {
            return VolumeFinder.find(
                    List.of(folder), compute, Progress.Listener.NONE, new CancelToken());
        }
    }

    private static Volume opened(OpenableVolume volume) throws IOException, InterruptedException {
        try (var compute = Executors.newFixedThreadPool(1)) {
            return volume.open(compute, LoadListener.NONE, new CancelToken());
        }
    }

    private static short[] values(OpenableVolume volume) throws IOException, InterruptedException {
        return assertInstanceOf(Voxels.Int16.class, opened(volume).voxels()).slice(0);
    }
}
