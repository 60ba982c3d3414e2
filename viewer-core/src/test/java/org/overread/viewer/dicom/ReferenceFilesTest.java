// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.volume.GeometryVerdict.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import tools.jackson.databind.JsonNode;

/// Odd files one by one against the answers of other tools.
class ReferenceFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charset/chrGreek.dcm",
                "malformed/MR_small_padded.dcm",
                "multiframe/eCT_Supplemental.dcm",
                "multiframe/emri_small.dcm",
                "malformed/bad_sequence.dcm",
                "malformed/explicit_VR-UN.dcm",
                "transfer_syntax/693_J2KI.dcm",
                "transfer_syntax/JLSL_08_07_0_1F.dcm",
                "transfer_syntax/JPEG-LL.dcm",
                "transfer_syntax/JPEG-lossy.dcm",
                "transfer_syntax/JPEGBaseline_1s_1f_u_08_08.dcm",
                "transfer_syntax/JPEGLSNearLossless_08.dcm",
                "transfer_syntax/JPEGLSNearLossless_16.dcm",
                "transfer_syntax/MR_small_jp2klossless.dcm",
                "transfer_syntax/MR_small_jpeg_ls_lossless.dcm",
                "transfer_syntax/RG2_JPLY_fixed.dcm",
                "transfer_syntax/emri_small_jpeg_2k_lossless.dcm",
                "transfer_syntax/emri_small_jpeg_ls_lossless.dcm",
                "transfer_syntax/CT_small.dcm",
                "transfer_syntax/MR_small_RLE.dcm",
                "transfer_syntax/MR_small_bigendian.dcm",
                "transfer_syntax/MR_small_expb.dcm",
                "transfer_syntax/MR_small_implicit.dcm",
                "transfer_syntax/emri_small_RLE.dcm",
                "transfer_syntax/examples_overlay.dcm",
                "transfer_syntax/image_dfl.dcm",
                "transfer_syntax/rtdose.dcm",
                "transfer_syntax/rtdose_rle.dcm"
            })
    void storedPixelsAreThoseOfOtherTools(String name) throws Exception {
        String file = "data/dicom_files/" + name;
        JsonNode truth =
                SharedData.json("reference/dicom_files.json")
                        .valueStream()
                        .filter(entry -> entry.get("file").stringValue().equals(file))
                        .findFirst()
                        .orElseThrow();
        JsonNode decoded = truth.get("decoded").iterator().next(); // they agree

        ScanResult scan = Scans.scan(SharedData.path(file));
        assertEquals(List.of(), scan.skipped());
        assertEquals(
                decoded.get("sha256").stringValue(),
                storedSha256(
                        scan.volumes().findFirst().orElseThrow(),
                        decoded.get("dtype").stringValue()));
    }

    /// Of the numbers before the rescale, slices in the order of their frames.
    private static String storedSha256(VolumeSource source, String type) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        int bytes = type.endsWith("32") ? 4 : type.endsWith("16") ? 2 : 1;
        var slices = new java.util.ArrayList<>(source.slices());
        slices.sort(java.util.Comparator.comparingInt(SliceSource::frame));
        for (SliceSource slice : slices) {
            float[] values = DicomVolumeReader.readSlice(source, source.slices().indexOf(slice));
            var buffer = ByteBuffer.allocate(values.length * bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (float value : values) {
                Rescale rescale = slice.rescale();
                long stored = Math.round((value - rescale.intercept()) / rescale.slope());
                for (int n = 0; n < bytes; n++) {
                    buffer.put((byte) (stored >> (8 * n)));
                }
            }
            digest.update(buffer.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void everyFileEndsInOneVolumeOrIsListed() throws Exception {
        Path root = SharedData.path("data");
        List<Path> files;
        try (var walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).map(Path::normalize).toList();
        }

        ScanResult scan = Scans.scan(root);

        var seen = new java.util.ArrayList<Path>();
        scan.skipped().stream()
                .filter(file -> !(file.reason() instanceof SkipReason.MissingFromMedium))
                .forEach(file -> seen.add(file.file().path()));
        scan.volumes()
                .flatMap(volume -> volume.slices().stream())
                .map(slice -> slice.file().path())
                .distinct()
                .forEach(seen::add);
        assertEquals(files.size(), seen.size());
        assertEquals(files.size(), seen.stream().distinct().count());
        assertTrue(
                scan.skipped().stream().allMatch(file -> file.reason().describe().endsWith(".")));
    }

    @Test
    void functionalMriIsTenVolumes() throws Exception {
        JsonNode truth =
                SharedData.json("reference/series.json").get("mr_epi_ge_4d").get("pydicom");
        ScanResult scan = Scans.scan(SharedData.path("data/dicom/mr_epi_ge_4d"));

        var digest = MessageDigest.getInstance("SHA-256");
        for (VolumeSource source : scan.volumes().toList()) {
            assertEquals(new GridSize(64, 64, 15), source.geometry().size());
            var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());
            for (int k = 0; k < 15; k++) {
                var buffer = ByteBuffer.allocate(2 * 64 * 64).order(ByteOrder.LITTLE_ENDIAN);
                buffer.asShortBuffer().put(voxels.slice(k));
                digest.update(buffer);
            }
        }
        assertEquals(10, scan.volumes().count());
        assertEquals(
                truth.get("sha256_int16_tzyx").stringValue(),
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void enhancedFileIsTwoVolumesWithTheirOwnScales() throws Exception {
        ScanResult scan = Scans.scan(SharedData.path("data/dicom/mr_enhanced_philips_b0"));

        List<VolumeSource> volumes = scan.volumes().toList();
        assertEquals(2, volumes.size());
        for (VolumeSource source : volumes) {
            assertEquals(new GridSize(64, 64, 32), source.geometry().size());
            assertEquals(4, source.geometry().spacingK(), 1e-4);
            // the published NIfTI has this slice first, rows from the bottom
            var origin = new PatientPoint(-127.2429747, -119.7766046, -38.3545928);
            assertTrue(source.geometry().origin().distanceTo(origin) < 1e-2);
        }
        assertEquals(new Rescale(0.24420024420024, -500), volumes.get(0).slices().get(0).rescale());
        assertEquals(new Rescale(1.27985347985347, 0), volumes.get(1).slices().get(0).rescale());
    }

    @Test
    void mosaicIsUnpackedInPlace() throws Exception {
        ScanResult scan = Scans.scan(SharedData.path("data/dicom/mr_epi_siemens_mosaic"));

        List<VolumeSource> volumes = scan.volumes().toList();
        assertEquals(2, volumes.size());
        // the same voxels as the NIfTI of dcm2niix, whose rows run from the bottom
        var digest = MessageDigest.getInstance("SHA-256");
        for (VolumeSource source : volumes) {
            assertEquals(Kind.REGULAR, source.verdict().kind());
            assertEquals(new GridSize(72, 72, 5), source.geometry().size());
            assertTrue(
                    source.geometry().origin().distanceTo(new PatientPoint(-108, -108, 16)) < 1e-6);
            assertTrue(
                    source.geometry()
                                    .toPatient(new VoxelPoint(0, 71, 4))
                                    .distanceTo(new PatientPoint(-108, 105, 64))
                            < 1e-6);
            for (int k = 0; k < 5; k++) {
                float[] values = DicomVolumeReader.readSlice(source, k);
                var buffer = ByteBuffer.allocate(2 * 72 * 72).order(ByteOrder.LITTLE_ENDIAN);
                for (int j = 71; j >= 0; j--) {
                    for (int i = 0; i < 72; i++) {
                        buffer.putShort((short) values[j * 72 + i]);
                    }
                }
                digest.update(buffer.flip());
            }
        }
        assertEquals(
                SharedData.json("reference/series.json")
                        .get("mr_epi_siemens_mosaic")
                        .get("published_reference")
                        .get(0)
                        .get("sha256_stored_kji")
                        .stringValue(),
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void directoriesOfMediaAreNamedAsSuch() throws Exception {
        ScanResult scan = Scans.scan(SharedData.path("data/dicom_files/dicomdir/DICOMDIR"));
        assertTrue(
                scan.skipped().stream()
                        .filter(file -> file.file().fileName().equals("DICOMDIR"))
                        .allMatch(file -> file.reason() instanceof SkipReason.DirectoryFile));
        assertTrue(scan.volumes().count() > 10, "the files beside it are scanned");
        assertArrayEquals(new int[] {16, 16}, sides(scan));
    }

    private static int[] sides(ScanResult scan) {
        GridSize size = scan.volumes().findFirst().orElseThrow().geometry().size();
        return new int[] {size.i(), size.j()};
    }
}
