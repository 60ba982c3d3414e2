// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;
import org.overread.viewer.volume.Voxels;
import tools.jackson.databind.JsonNode;

/// Real series against what pydicom and numpy make of them.
class ReferenceSeriesTest {
    private static final double MM = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ct_abdomen_crlm1004",
                "ct_head_ge_tilt_variable_spacing",
                "mr_breast_sag_ucsf06",
                "ct_leg_sts004",
                "pet_leg_sts004",
                "ibsi2_orientation",
                "ct_head_slicer64",
                "ct_trunk_j2k_totalseg",
                "ct_3slice_dcmqi",
                "oblique_rtutils",
                "ct_phantom_rtutils"
            })
    void seriesIsOneVolumeWithTheGeometryAndValuesOfOtherTools(String name) throws Exception {
        JsonNode truth = SharedData.json("reference/series.json").get(name).get("pydicom");

        ScanResult scan = Scans.scan(SharedData.path("data/dicom/" + name));

        assertEquals(List.of(), scan.skipped());
        assertEquals(1, scan.volumes().count());
        VolumeSource source = scan.volumes().findFirst().orElseThrow();
        VolumeGeometry geometry = source.geometry();
        JsonNode dims = truth.get("dims_xyz");
        assertEquals(
                new GridSize(
                        dims.get(0).intValue(), dims.get(1).intValue(), dims.get(2).intValue()),
                geometry.size());
        assertEquals(truth.get("spacing_xy_mm").get(0).doubleValue(), geometry.spacingI(), MM);
        assertEquals(truth.get("spacing_xy_mm").get(1).doubleValue(), geometry.spacingJ(), MM);
        assertEquals(
                truth.get("slice_distance_along_normal_mm").get("mean").doubleValue(),
                geometry.spacingK(),
                MM);
        JsonNode axes = truth.get("direction_columns");
        assertNear(axes.get("row"), geometry.iStep().unit());
        assertNear(axes.get("col"), geometry.jStep().unit());
        assertNear(axes.get("normal"), geometry.normal());
        assertNear(truth.get("origin_lps"), geometry.origin().from(PatientPoint.ORIGIN));
        assertNear(
                truth.get("last_origin_lps"),
                geometry.toPatient(new VoxelPoint(0, 0, geometry.size().k() - 1))
                        .from(PatientPoint.ORIGIN));

        Volume volume = Scans.read(source);
        assertEquals(
                truth.get(
                                volume.voxels() instanceof Voxels.Float32
                                        ? "sha256_value_float32_zyx"
                                        : "sha256_value_int16_zyx")
                        .stringValue(),
                Scans.sha256(volume.voxels()));
    }

    private static void assertNear(JsonNode expected, PatientVector actual) {
        assertEquals(expected.get(0).doubleValue(), actual.x(), MM);
        assertEquals(expected.get(1).doubleValue(), actual.y(), MM);
        assertEquals(expected.get(2).doubleValue(), actual.z(), MM);
    }
}
