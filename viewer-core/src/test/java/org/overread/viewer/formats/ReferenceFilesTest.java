// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.viewer.formats.outcome.Placement;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real files against what nibabel and ITK said of them.
class ReferenceFilesTest {
    private static final double TOLERANCE_MM = 1e-4;

    private static Path shared(String name) {
        Path path = Path.of(System.getProperty("overread.shared", "../../shared")).resolve(name);
        assumeTrue(Files.exists(path), "missing: shared/" + name);
        return path;
    }

    private static JsonNode answers() {
        return JsonMapper.shared().readTree(shared("reference/nifti_nrrd.json").toFile());
    }

    static Stream<String> niftiFiles() {
        return answers().propertyNames().stream()
                .filter(name -> name.startsWith("data/nifti"))
                .sorted();
    }

    static Stream<String> scalarNrrdFiles() {
        return answers().propertyNames().stream()
                .filter(name -> name.endsWith(".nrrd") && !name.contains("deform"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("niftiFiles")
    void niftiIsWhatNibabelReads(String name) {
        JsonNode truth = answers().get(name);
        ReadOutcome.Read read = Outcomes.read(shared(name));
        VolumeGeometry geometry = read.volumes().getFirst().geometry();
        JsonNode shape = truth.get("shape_ijk");
        assertEquals(shape.get(0).asInt(), geometry.size().i());
        assertEquals(shape.get(1).asInt(), geometry.size().j());
        assertEquals(shape.get(2).asInt(), geometry.size().k());
        int volumes = 1;
        for (int axis = 3; axis < shape.size(); axis++) {
            volumes *= shape.get(axis).asInt();
        }
        assertEquals(volumes, read.volumes().size());

        List<PatientVector> steps = List.of(geometry.iStep(), geometry.jStep(), geometry.kStep(0));
        for (int axis = 0; axis < 3; axis++) {
            PatientVector step = steps.get(axis);
            assertEquals(truth.get("spacing").get(axis).asDouble(), step.length(), TOLERANCE_MM);
            JsonNode direction = truth.get("direction_columns_lps");
            assertEquals(direction.get(0).get(axis).asDouble(), step.unit().x(), 1e-4);
            assertEquals(direction.get(1).get(axis).asDouble(), step.unit().y(), 1e-4);
            assertEquals(direction.get(2).get(axis).asDouble(), step.unit().z(), 1e-4);
        }
        assertOrigin(truth.get("origin_lps"), geometry);
        assertEquals(
                truth.get("sha256_value_float32_kji").asString(),
                Outcomes.floatDigest(read.volumes()));
        JsonNode whole = truth.get("sha256_value_int16_kji");
        if (!whole.isNull() && Outcomes.isInt16(read.volumes().getFirst())) {
            assertEquals(whole.asString(), Outcomes.shortDigest(read.volumes()));
        }
        var forms = assertInstanceOf(Placement.NiftiForms.class, read.facts().placement());
        assertEquals(truth.get("sform_code").asInt(), forms.sformCode());
        assertEquals(truth.get("qform_code").asInt(), forms.qformCode());
        assertEquals(
                truth.get("determinant_sign").asInt(),
                (int) Math.signum(geometry.kStep(0).dot(geometry.normal())));
    }

    @ParameterizedTest
    @MethodSource("scalarNrrdFiles")
    void nrrdIsWhatItkReads(String name) {
        JsonNode truth = answers().get(name);
        JsonNode itk = truth.get("itk");
        ReadOutcome.Read read = Outcomes.read(shared(name));
        Volume volume = read.volumes().getFirst();
        VolumeGeometry geometry = volume.geometry();
        List<PatientVector> steps = List.of(geometry.iStep(), geometry.jStep(), geometry.kStep(0));
        JsonNode direction = itk.get("direction_row_major_columns_are_axes");
        for (int axis = 0; axis < 3; axis++) {
            PatientVector step = steps.get(axis);
            assertEquals(itk.get("spacing_mm").get(axis).asDouble(), step.length(), TOLERANCE_MM);
            assertEquals(direction.get(axis).asDouble(), step.unit().x(), 1e-4);
            assertEquals(direction.get(3 + axis).asDouble(), step.unit().y(), 1e-4);
            assertEquals(direction.get(6 + axis).asDouble(), step.unit().z(), 1e-4);
        }
        assertOrigin(itk.get("origin_lps"), geometry);
        assertEquals(
                truth.get("sha256_value_float32_zyx").asString(),
                Outcomes.floatDigest(read.volumes()));
        boolean unsigned = truth.get("header").get("type").asString().startsWith("unsigned");
        assertEquals(
                unsigned ? Voxels.UInt16.class : Voxels.Int16.class, volume.voxels().getClass());
        assertEquals(List.of(), read.warnings());
    }

    private static void assertOrigin(JsonNode truth, VolumeGeometry geometry) {
        assertEquals(truth.get(0).asDouble(), geometry.origin().x(), TOLERANCE_MM);
        assertEquals(truth.get(1).asDouble(), geometry.origin().y(), TOLERANCE_MM);
        assertEquals(truth.get(2).asDouble(), geometry.origin().z(), TOLERANCE_MM);
    }

    @Test
    void diffusionSeriesBecomesAVolumeForEachEntry() {
        ReadOutcome.Read read = Outcomes.read(shared("data/nrrd/multishell-DWI-451dir.nhdr"));
        assertEquals(451, read.volumes().size());
        assertTrue(read.volumes().get(2).title().endsWith(", entry 3 of 451"));
        VolumeGeometry geometry = read.volumes().getFirst().geometry();
        assertEquals(-9.190097570916366, geometry.origin().x(), 1e-12);
        assertEquals(-98.09805317400576, geometry.origin().y(), 1e-12);
        assertEquals(9.87501599984839, geometry.origin().z(), 1e-12);
        assertEquals(2.4904873929542752, geometry.iStep().x(), 1e-12);
        assertEquals(-0.001526874873563903, geometry.iStep().y(), 1e-12);
        assertEquals(0.2178766031241865, geometry.iStep().z(), 1e-12);
        double sum = 0;
        for (Volume volume : read.volumes()) {
            for (double value : Outcomes.values(volume)) {
                sum += value;
            }
        }
        double mean =
                answers()
                        .get("data/nrrd/multishell-DWI-451dir.nhdr")
                        .get("value")
                        .get("mean")
                        .asDouble();
        assertEquals(mean, sum / (451 * 98), 1e-9);
    }

    @Test
    void vectorFieldBecomesAVolumeForEachComponent() {
        ReadOutcome.Read read = Outcomes.read(shared("data/nrrd/deform2x2x2_ras.nrrd"));
        assertEquals(3, read.volumes().size());
        assertTrue(read.volumes().getFirst().title().endsWith(", component 1 of 3"));
        double sum = 0;
        for (Volume volume : read.volumes()) {
            for (double value : Outcomes.values(volume)) {
                sum += value;
            }
        }
        assertEquals(-6.666666666666667, sum / 24, 1e-9);
    }
}
