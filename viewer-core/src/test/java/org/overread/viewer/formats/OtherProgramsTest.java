// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.VoxelPoint;

/// What other programs make of the files that we write. Skipped by name where a program is not installed.
class OtherProgramsTest {
    /// Prints type, then where three voxels lie by sform and by qform (RAS), then all values, columns fastest.
    private static final String NIBABEL =
            """
            import sys, nibabel, numpy
            image = nibabel.load(sys.argv[1])
            print(image.get_data_dtype().name)
            for form in (image.get_sform(), image.get_qform()):
                for index in ((0, 0, 0), (4, 0, 0), (4, 3, 2)):
                    print(*nibabel.affines.apply_affine(form, index))
            print(*numpy.asanyarray(image.dataobj).flatten(order='F'))
            print(*image.header.get_xyzt_units())
            """;

    @TempDir Path folder;

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), out);
        return out;
    }

    private static String python() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(python -> canRun(List.of(python, "-c", "import nibabel")))
                .findFirst()
                .orElse("");
    }

    private static boolean canRun(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.getInputStream().readAllBytes();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INT16, NIFTI_1, .nii, int16",
        "UINT16, NIFTI_1, .nii.gz, uint16",
        "FLOAT32, NIFTI_2, .nii.gz, float32",
        "INT16, NIFTI_2, .nii, int16",
        "INT16, NIFTI_1, .hdr, int16"
    })
    void nibabelReadsOurNifti(Kind kind, NiftiVersion version, String ending, String dtype)
            throws IOException {
        String python = python();
        assumeTrue(!python.isEmpty(), "missing: Python with nibabel");
        for (int seed = 0; seed < 4; seed++) {
            VolumeGeometry geometry = MadeVolumes.rotated(new Random(seed));
            Volume volume = MadeVolumes.of(kind, geometry, seed);
            Path file = folder.resolve("v" + ending);
            Outcomes.write(volume, file, WriteOptions.USUAL.withNiftiVersion(version));
            List<String> lines =
                    run(List.of(python, "-c", NIBABEL, file.toString())).lines().toList();
            assertEquals(dtype, lines.getFirst());
            for (int form = 0; form < 2; form++) {
                assertPlace(geometry, new VoxelPoint(0, 0, 0), lines.get(1 + 3 * form));
                assertPlace(geometry, new VoxelPoint(4, 0, 0), lines.get(2 + 3 * form));
                assertPlace(geometry, new VoxelPoint(4, 3, 2), lines.get(3 + 3 * form));
            }
            assertArrayEquals(Outcomes.values(volume), numbers(lines.get(7)), 1e-3);
            assertEquals("mm unknown", lines.get(8));
        }
    }

    private static void assertPlace(VolumeGeometry geometry, VoxelPoint voxel, String ras) {
        double[] place = numbers(ras);
        PatientPoint lps = new PatientPoint(-place[0], -place[1], place[2]);
        assertEquals(0, geometry.toPatient(voxel).distanceTo(lps), 2e-4);
    }

    private static double[] numbers(String line) {
        return Stream.of(line.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @CsvSource({".nii", ".nii.gz", ".hdr"})
    void niftiToolFindsNothingWrong(String ending) throws IOException {
        assumeTrue(canRun(List.of("nifti_tool", "-ver")), "missing: nifti_tool");
        Path file = folder.resolve("v" + ending);
        Outcomes.write(
                MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(3)), 3),
                file,
                WriteOptions.USUAL);
        String out = run(List.of("nifti_tool", "-check_hdr", "-infiles", file.toString()));
        assertTrue(out.contains("GOOD"), out);
    }

    @ParameterizedTest
    @CsvSource({
        "INT16, .nrrd, text",
        "UINT16, .nrrd, raw",
        "FLOAT32, .nrrd, hex",
        "INT16, .nhdr, gzip",
        "FLOAT32, .nhdr, text"
    })
    void teemRewritesOurNrrd(Kind kind, String ending, String encoding) throws IOException {
        assumeTrue(canRun(List.of("teem-unu", "--version")), "missing: teem-unu");
        Volume volume = MadeVolumes.of(kind, MadeVolumes.sheared(new Random(2)), 2);
        Path file = folder.resolve("v" + ending);
        Path rewritten = folder.resolve("by_teem.nrrd");
        Outcomes.write(volume, file, WriteOptions.USUAL);
        run(
                List.of(
                        "teem-unu",
                        "save",
                        "-f",
                        "nrrd",
                        "-e",
                        encoding,
                        "-i",
                        file.toString(),
                        "-o",
                        rewritten.toString()));
        Volume back = Outcomes.only(rewritten);
        assertArrayEquals(Outcomes.values(volume), Outcomes.values(back), 1e-3);
        assertEquals(0, MadeVolumes.apart(volume.geometry(), back.geometry()), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({".mha, PLAIN", ".mha, PACKED", ".mhd, PLAIN", ".mhd, PACKED"})
    void itkReadsOurMetaImage(String ending, WriteOptions.Packing packing) throws IOException {
        assumeTrue(canRun(List.of("plastimatch", "--version")), "missing: plastimatch");
        Volume volume = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(4)), 4);
        Path file = folder.resolve("v" + ending);
        Path rewritten = folder.resolve("by_itk.nrrd");
        Outcomes.write(volume, file, WriteOptions.USUAL.withPacking(packing));
        run(
                List.of(
                        "plastimatch",
                        "convert",
                        "--input",
                        file.toString(),
                        "--output-img",
                        rewritten.toString()));
        Volume back = Outcomes.only(rewritten);
        assertArrayEquals(Outcomes.values(volume), Outcomes.values(back), 0);
        assertEquals(0, MadeVolumes.apart(volume.geometry(), back.geometry()), 1e-3);
    }

    @Test
    void ourNiftiKeepsNoTitle() throws IOException {
        Volume made = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(4)), 4);
        Volume named = new Volume("id", "Doe^Jane", made.geometry(), made.unit(), made.voxels());
        for (ImageFormat format : ImageFormat.values()) {
            for (Path file :
                    Outcomes.write(
                            named, folder.resolve("v" + format.ending()), WriteOptions.USUAL)) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertTrue(!text.contains("Jane"), format::ending);
            }
        }
    }
}
