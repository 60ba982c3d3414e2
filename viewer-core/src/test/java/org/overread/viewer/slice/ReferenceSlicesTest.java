// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.dicom.DicomScanner;
import org.overread.viewer.dicom.DicomVolumeReader;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.dicom.VolumeSource;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Oblique slices of real series beside those that VTK cut.
///
/// VTK samples between voxel centres only, ours reach half a voxel further: compared is what VTK has.
final class ReferenceSlicesTest {
    private static final CancelToken NEVER = new CancelToken();

    @ParameterizedTest
    @CsvSource({
        "ct_abdomen_crlm1004, p1",
        "ct_abdomen_crlm1004, p2",
        "ct_leg_sts004, p1",
        "ct_leg_sts004, p2",
        "mr_breast_sag_ucsf06, p1",
        "mr_breast_sag_ucsf06, p2",
    })
    void linearSlicesAreThoseOfVtkToAHundredthOfAUnit(String series, String plane)
            throws Exception {
        Compared compared = compare(series, plane, Interpolation.LINEAR, "linear");
        assertEquals(0, compared.missing(), "pixels that VTK has and we do not");
        assertTrue(compared.worst() <= 0.01, "worst difference " + compared.worst());
    }

    @ParameterizedTest
    @CsvSource({
        "ct_abdomen_crlm1004, p1",
        "ct_abdomen_crlm1004, p2",
        "ct_leg_sts004, p1",
        "ct_leg_sts004, p2",
        "mr_breast_sag_ucsf06, p1",
        "mr_breast_sag_ucsf06, p2",
    })
    void nearestSlicesAreThoseOfVtkButForTies(String series, String plane) throws Exception {
        Compared compared = compare(series, plane, Interpolation.NEAREST, "nearest");
        assertEquals(0, compared.missing(), "pixels that VTK has and we do not");
        // a point just between two centres may fall either way; SciPy differs from VTK at as many
        assertTrue(compared.different() <= 4, compared.different() + " pixels differ");
    }

    private record Compared(int missing, int different, double worst) {}

    private static Compared compare(
            String series, String planeName, Interpolation interpolation, String file)
            throws IOException, InterruptedException {
        JsonNode reslice =
                JsonMapper.shared()
                        .readTree(shared("reference/vtk_" + series + ".json").toFile())
                        .path("reslice")
                        .path(planeName);
        var raster =
                new Raster(
                        reslice.path("size").get(0).asInt(),
                        reslice.path("size").get(1).asInt(),
                        reslice.path("pixel_mm").asDouble());
        SlicePlane plane = plane(reslice.path("lps"), raster);
        var scene = new SliceScene(volume(series), plane, raster, new Window(0, 1), interpolation);
        float[] ours = CpuSliceRenderer.singleThreaded().sample(scene);
        FloatBuffer theirs =
                npy(shared("reference/reslice/" + series + "." + planeName + "." + file + ".npy"));
        float background = (float) reslice.path("background").asDouble();
        int missing = 0;
        int different = 0;
        double worst = 0;
        for (int n = 0; n < ours.length; n++) {
            float expected = theirs.get(n);
            if (expected == background) {
                continue;
            }
            double off = Math.abs(ours[n] - expected);
            missing += Float.isNaN(ours[n]) ? 1 : 0;
            different += off > 0.01 ? 1 : 0;
            worst = Math.max(worst, off);
        }
        return new Compared(missing, different, worst);
    }

    private static SlicePlane plane(JsonNode lps, Raster raster) {
        PatientVector right = vector(lps.path("u")).unit();
        PatientVector down = vector(lps.path("v")).unit();
        PatientVector first = vector(lps.path("origin"));
        PatientPoint center =
                PatientPoint.ORIGIN
                        .plus(first)
                        .plus(right.times((raster.width() - 1) / 2.0 * raster.pixelMm()))
                        .plus(down.times((raster.height() - 1) / 2.0 * raster.pixelMm()));
        return new SlicePlane(center, right, down);
    }

    private static PatientVector vector(JsonNode three) {
        return new PatientVector(
                three.get(0).asDouble(), three.get(1).asDouble(), three.get(2).asDouble());
    }

    private static Volume volume(String series) throws IOException, InterruptedException {
        List<VolumeSource> found =
                DicomScanner.scan(
                                List.of(shared("data/dicom/" + series)),
                                ForkJoinPool.commonPool(),
                                Progress.Listener.NONE,
                                NEVER)
                        .volumes()
                        .toList();
        assertEquals(1, found.size());
        return DicomVolumeReader.read(
                found.getFirst(), ForkJoinPool.commonPool(), LoadListener.NONE, NEVER);
    }

    /// NumPy's format 1.0 with little-endian 32-bit floats.
    private static FloatBuffer npy(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String said = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        assertTrue(said.contains("'<f4'") && said.contains("'fortran_order': False"), said);
        return bytes.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    private static Path shared(String name) {
        Path path = Path.of(System.getProperty("overread.shared", "../../shared")).resolve(name);
        assumeTrue(Files.exists(path), "missing: shared/" + name);
        return path;
    }
}
