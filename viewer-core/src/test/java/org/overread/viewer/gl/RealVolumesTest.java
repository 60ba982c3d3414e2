// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.LoadListener;
import org.overread.viewer.opening.OpenableVolume;
import org.overread.viewer.opening.VolumeFinder;
import org.overread.viewer.slice.ColourCheck;
import org.overread.viewer.slice.PictureCheck;
import org.overread.viewer.slice.RealScenes;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Pictures and values of every kind of volume that scanners make, by the processor and by OpenGL, beside those that
/// the definitions give in double precision.
@Tag("gpu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealVolumesTest {
    /// Of a place that has more, such as the times of a series, the first few.
    private static final int VOLUMES = 2;

    private final CpuSliceRenderer cpu = CpuSliceRenderer.singleThreaded();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private GlSliceRenderer gl;

    @BeforeAll
    void open() {
        gl = GlTest.open();
    }

    @AfterAll
    void close() {
        pool.shutdownNow();
        if (gl != null) { // it is where a test could not start
            gl.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dicom/ct_head_slicer64", // CT
                "dicom/ct_head_ge_tilt_variable_spacing", // a tilted gantry and uneven slices
                "dicom/ct_phantom_rtutils", // two slices
                "dicom/oblique_rtutils",
                "dicom/ibsi2_orientation",
                "dicom/pet_leg_sts004", // a scale for each slice, so real numbers
                "dicom/mr_breast_sag_ucsf06", // a sagittal MR
                "dicom/mr_epi_ge_4d", // times
                "dicom/mr_epi_siemens_mosaic",
                "dicom/mr_enhanced_philips_b0", // many frames in a file
                "dicom_files/multiframe/emri_small.dcm",
                "dicom_files/multiframe/eCT_Supplemental.dcm",
                "dicom_files/multiframe/parametric_map_float.dcm",
                "dicom_files/transfer_syntax/RG2_JPLY_fixed.dcm", // a radiograph
                "dicom_files/transfer_syntax/JPEG2000.dcm", // nuclear medicine
                "dicom_files/transfer_syntax/rtdose.dcm", // 32 bits
                "dicom_files/transfer_syntax/examples_ybr_color.dcm", // ultrasound in colours
                "dicom_files/transfer_syntax/color-pl.dcm",
                "dicom_files/transfer_syntax/examples_palette.dcm",
                "nifti/ibsi1_digital_phantom",
                "nifti/totalseg_example_ct_3mm_sub.nii.gz",
                "nrrd/brain1_image.nrrd", // a left-handed frame
                "nrrd/prostate_phantom_subvolume.nrrd"
            })
    void everyKindOfVolumeIsDrawnAsDefined(String place) throws IOException, InterruptedException {
        Path path = Path.of(System.getProperty("overread.shared"), "data", place);
        assumeTrue(Files.exists(path), () -> "needs " + path);
        List<OpenableVolume> found =
                VolumeFinder.find(List.of(path), pool, Progress.Listener.NONE, new CancelToken())
                        .volumes();
        assertFalse(found.isEmpty());
        int drawn = 0;
        for (OpenableVolume openable : found.subList(0, Math.min(VOLUMES, found.size()))) {
            Volume volume = openable.open(pool, LoadListener.NONE, new CancelToken());
            for (SliceScene scene : RealScenes.of(volume)) {
                if (volume.voxels() instanceof Voxels.Rgb8 colours) { // OpenGL leaves them alone
                    drawn += ColourCheck.agreeing(scene, colours, cpu);
                } else if (fits(volume)) {
                    drawn += PictureCheck.agreeing(scene, cpu, gl);
                    assertSameValues(scene);
                } else {
                    drawn += PictureCheck.agreeing(scene, cpu);
                }
            }
            gl.forget(volume);
        }
        assertTrue(drawn > 300, "only " + drawn + " pixels");
    }

    /// What is wider than textures of Mesa's software is drawn by the processor.
    private static boolean fits(Volume volume) {
        GridSize size = volume.geometry().size();
        return Math.max(size.i(), size.j()) <= 2048;
    }

    private void assertSameValues(SliceScene scene) {
        float[] byCpu = cpu.sample(scene);
        float[] byGl = gl.sample(scene);
        int apart = 0;
        for (int n = 0; n < byCpu.length; n++) {
            boolean same =
                    Float.isNaN(byCpu[n])
                            ? Float.isNaN(byGl[n])
                            : Math.abs(byCpu[n] - byGl[n]) <= 1e-3f + 8 * Math.ulp(byCpu[n]);
            apart += same ? 0 : 1;
        }
        // where rounding decides between two voxels, or between inside and outside
        assertEquals(0, apart / 5, apart + " values of " + scene);
    }
}
