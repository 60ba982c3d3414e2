// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of a volume that is written in another format, read by nibabel where it is installed.
final class ConvertTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    /// Prints sides, the corner (0, 0, 0) in RAS, and the SHA-256 of the values, columns fastest, 16 bits.
    private static final String NIBABEL =
            """
            import sys, hashlib, nibabel, numpy
            image = nibabel.load(sys.argv[1])
            print(*image.shape)
            print(*image.affine[:3, 3])
            values = numpy.asanyarray(image.dataobj)
            print(hashlib.sha256(values.astype('<i2').tobytes(order='F')).hexdigest())
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({".nii", ".nii.gz"})
    void nibabelReadsWhatPydicomReadInTheSeries(String ending) throws IOException {
        assumeTrue(hasNibabel(), "missing: nibabel for python3");
        JsonNode series = series("ct_abdomen_crlm1004");
        Path out = folder.resolve("ct" + ending);

        assertDone(out, data(series).toString(), out.toString());

        List<String> said = run("python3", "-c", NIBABEL, out.toString()).lines().toList();
        JsonNode truth = series.get("pydicom");
        JsonNode size = truth.get("dims_xyz");
        assertEquals("%s %s %s".formatted(size.get(0), size.get(1), size.get(2)), said.get(0));
        String[] corner = said.get(1).split(" ", -1);
        JsonNode origin = truth.get("origin_lps");
        assertEquals(-origin.get(0).asDouble(), Double.parseDouble(corner[0]), 1e-4);
        assertEquals(-origin.get(1).asDouble(), Double.parseDouble(corner[1]), 1e-4);
        assertEquals(origin.get(2).asDouble(), Double.parseDouble(corner[2]), 1e-4);
        assertEquals(truth.get("sha256_value_int16_zyx").asString(), said.get(2));
    }

    @ParameterizedTest
    @CsvSource({".nii", ".nii.gz", ".nrrd", ".mha"})
    void everyFormatKeepsValuesAndPlace(String ending) throws IOException {
        JsonNode series = series("mr_breast_sag_ucsf06");
        Path out = folder.resolve("mr" + ending);

        assertDone(out, data(series).toString(), out.toString());

        JsonNode volume =
                JsonMapper.shared()
                        .readTree(Ran.command("inspect", "--json", out.toString()).out())
                        .at("/volumes/0");
        JsonNode truth = series.get("pydicom");
        assertEquals(truth.get("sha256_value_int16_zyx"), volume.get("sha256"));
        assertEquals(truth.get("dims_xyz"), volume.get("size"));
        for (int n = 0; n < 3; n++) {
            assertEquals(
                    truth.get("origin_lps").get(n).asDouble(),
                    volume.get("origin").get(n).asDouble(),
                    1e-4);
        }
    }

    @Test
    void severalVolumesAreListedAndOneIsChosenByItsId() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 2);
        Path out = folder.resolve("out.nii");
        Ran refused = Ran.command("convert", in.toString(), out.toString());
        assertEquals(1, refused.status());
        List<String> lines = refused.err().lines().toList();
        assertTrue(lines.getFirst().endsWith("holds 2 volumes; choose one with --volume:"));
        assertFalse(Files.exists(out));

        String second = lines.get(2).strip().split(" ", 2)[0];
        assertDone(out, in.toString(), out.toString(), "--volume", second);
        byte[] bytes = Files.readAllBytes(out);
        assertEquals(12, bytes[352], "the first sample of the second volume");
    }

    @Test
    void anUnknownVolumeIsNamedBesideThoseThatThereAre() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Ran ran = convert(in, "out.nii", "--volume", "1.2.3");
        assertEquals(1, ran.status());
        assertTrue(ran.err().startsWith("No volume in " + in + " is named 1.2.3; there are:"));
    }

    @Test
    void whatExistsIsReplacedByForceOnly() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Path out = Files.writeString(folder.resolve("out.mha"), "mine");
        Ran refused = convert(in, "out.mha");
        assertEquals(1, refused.status());
        assertEquals(
                out + " exists and was not changed; --force replaces it.", refused.err().strip());
        assertEquals("mine", Files.readString(out));
        assertEquals(0, convert(in, "out.mha", "--force").status());
        assertTrue(Files.size(out) > 4);
    }

    @Test
    void anEndingThatNamesNoFormatIsWrongUsage() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Ran ran = convert(in, "out.jpg");
        assertEquals(2, ran.status());
        assertTrue(ran.err().startsWith("OUT is a file that ends in .nii, .nii.gz, .nrrd, .mha."));
    }

    @Test
    void unevenSlicesAreRefusedWithTheReason() throws IOException {
        JsonNode series = series("ct_head_ge_tilt_variable_spacing");
        Ran ran = convert(data(series), "out.nii.gz");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("the distances of its slices differ"), ran.err());
        assertEquals("", ran.out());
        assertFalse(Files.exists(folder.resolve("out.nii.gz")));
    }

    @Test
    void aFolderWithoutImagesIsSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear colleague");
        Ran ran = convert(folder, "out.nii");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("This is not an image"), ran.err());
    }

    private Ran convert(Path from, String out, String... options) {
        var arguments =
                new ArrayList<>(
                        List.of("convert", from.toString(), folder.resolve(out).toString()));
        arguments.addAll(List.of(options));
        return Ran.command(arguments.toArray(String[]::new));
    }

    private static void assertDone(Path out, String... arguments) {
        var all = new ArrayList<>(List.of("convert"));
        all.addAll(List.of(arguments));
        Ran ran = Ran.command(all.toArray(String[]::new));
        assertEquals(0, ran.status(), ran.err());
        assertEquals(out.toString(), ran.out().strip());
    }

    private static JsonNode series(String name) throws IOException {
        Path reference = SHARED.resolve("reference/series.json");
        assumeTrue(Files.exists(reference), "missing: reference/series.json");
        return JsonMapper.shared().readTree(Files.readString(reference)).get(name);
    }

    private static Path data(JsonNode series) {
        Path data = SHARED.resolve(series.get("directory").asString());
        assumeTrue(Files.isDirectory(data), "missing: " + series.get("directory").asString());
        return data;
    }

    private static boolean hasNibabel() {
        try {
            return start("python3", "-c", "import nibabel").onExit().join().exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static String run(String... command) throws IOException {
        Process process = start(command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), out);
        return out;
    }

    private static Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }
}
