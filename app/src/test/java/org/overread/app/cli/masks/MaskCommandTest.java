// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.app.cli.Ran;
import org.overread.app.cli.SurfaceText;
import org.overread.app.cli.TinyImages;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands `mask` and `interpolate` from end to end, against ITK's masks.
final class MaskCommandTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dilate, 1, dilate_ball1",
        "erode, 1, erode_ball1",
        "open, 2, opening_ball2",
        "close, 2, closing_ball2",
    })
    void ballsMakeItksFile(String operation, String radius, String expected) throws IOException {
        Path out = folder.resolve("out.nrrd");
        Ran ran =
                mask(
                        reference("connected_threshold_tight"),
                        out,
                        "--op",
                        operation,
                        "--ball",
                        radius,
                        "--definition",
                        "itk",
                        "--json");
        assertEquals(0, ran.status(), ran.err());
        boolean[] truth = nonZero(reference(expected));
        assertArrayEquals(truth, nonZero(out));
        JsonNode report = JsonMapper.shared().readTree(ran.out());
        int count = 0;
        for (boolean voxel : truth) {
            count += voxel ? 1 : 0;
        }
        assertEquals(count, report.get("voxelsAfter").asInt());
        assertEquals(45_198, report.get("voxelsBefore").asInt());
    }

    @Test
    void distancesAreItksToATenThousandthOfAMillimetre() throws IOException {
        Path out = folder.resolve("out.mha");
        Ran ran = mask(reference("connected_threshold_tight"), out, "--op", "distance", "--json");
        assertEquals(0, ran.status(), ran.err());
        JsonNode report = JsonMapper.shared().readTree(ran.out());
        assertEquals(-4.882806301116943, report.get("leastMm").asDouble(), 1e-4);
        assertEquals(165.52137756347656, report.get("mostMm").asDouble(), 1e-4);
    }

    @Test
    void partsAreCountedAndTheLargestIsKept() throws IOException {
        Path dilated = reference("connected_threshold_full");
        Path out = folder.resolve("parts.nii.gz");
        Ran parts = mask(dilated, out, "--op", "components", "--json");
        JsonNode report = JsonMapper.shared().readTree(parts.out());
        assertEquals(52_335, report.get("largestSizes").get(0).asInt());
        Path kept = folder.resolve("largest.nii.gz");
        assertEquals(0, mask(dilated, kept, "--op", "largest", "--connectivity", "6").status());
        assertArrayEquals(nonZero(reference("connected_threshold")), nonZero(kept));
        Path at = folder.resolve("at.nii.gz");
        assertEquals(0, mask(dilated, at, "--op", "keep", "--at", "99,25,45").status());
        assertArrayEquals(nonZero(kept), nonZero(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--op open|--op open needs a radius: either --ball or --mm.",
                "--op open --ball 17|A radius of 17 voxels; it must be 0 to 16.",
                "--op open --ball 0|A radius of 0 voxels; it must be 1 to 16.",
                "--op margin|--op margin needs --mm.",
                "--op margin --mm 900|A margin of 900.0 mm; it must be 0 to 500 mm.",
                "--op margin --mm NaN|A margin of NaN mm; it must be 0 to 500 mm.",
                "--op components --connectivity 8|A voxel has 6, 18 or 26 neighbours, not 8.",
                "--op keep --at 1,2|--at '1,2' is not a voxel; write it as 10,20,30.",
                "--op keep --at 9,9,9|Voxel 9,9,9 lies outside of 0,0,0 to 1,1,2.",
                "--op surface|out.nii has no ending that names a format of surfaces; .stl, .obj, .ply do.",
                "--op smooth --ball 8|A median over 8 voxels to either side; it must be 0 to 7.",
                "--op distance --convention other|There is no convention 'other'; there are: border-centres, interface.",
            })
    void wishesThatCannotBeGrantedAreRefusedInASentence(String wish, String sentence)
            throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Path out = folder.resolve("out.nii");
        Ran ran = mask(in, out, wish.split(" ", -1));
        assertEquals(1, ran.status(), ran.out() + ran.err());
        assertTrue(ran.err().strip().endsWith(sentence), ran.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void anUnknownOperationIsWrongUsageAndNamesThoseThatThereAre() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Ran ran = mask(in, folder.resolve("out.nii"), "--op", "grow");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("there is no operation 'grow'; there are: open, close"));
    }

    @Test
    void whatExistsIsReplacedByForceOnly() throws IOException {
        Path in = TinyImages.nifti(folder.resolve("in.nii"), 3, 1);
        Path out = Files.writeString(folder.resolve("out.nii"), "mine");
        assertEquals(1, mask(in, out, "--op", "fill-holes").status());
        assertEquals("mine", Files.readString(out));
        assertEquals(0, mask(in, out, "--op", "fill-holes", "--force").status());
        assertEquals(11, count(nonZero(out)), "the tiny image is 0 in its first voxel");
    }

    @Test
    void slicesBetweenDrawnOnesAreFilledAndDrawnOnesStay() throws IOException {
        Path in = reference("connected_threshold_tight");
        Path every = folder.resolve("every.nrrd");
        assertEquals(
                0,
                mask(in, every, "--op", "dilate", "--ball", "1").status(),
                "only so that there is a file of ours");
        Path out = folder.resolve("filled.nrrd");
        Ran solid = Ran.command("interpolate", every.toString(), "--out", out.toString());
        assertEquals(1, solid.status());
        assertTrue(solid.err().startsWith("Label 1 has no slices to fill"), solid.err());
        Ran along =
                Ran.command(
                        "interpolate",
                        every.toString(),
                        "--axis",
                        "k",
                        "--out",
                        out.toString(),
                        "--json");
        assertEquals(0, along.status(), along.err());
        assertArrayEquals(nonZero(every), nonZero(out));
        JsonNode label = JsonMapper.shared().readTree(along.out()).at("/labels/0");
        assertEquals(label.get("voxelsBefore"), label.get("voxelsAfter"));
    }

    @Test
    void mediansOfShapesFillBetweenSlicesWithoutAnAxisBeingNamed() throws IOException {
        Path in = TinyImages.squares(folder.resolve("in.nrrd"));
        Path out = folder.resolve("out.seg.nrrd");
        Ran ran =
                Ran.command(
                        "interpolate",
                        in.toString(),
                        "--mode",
                        "morphological",
                        "--out",
                        out.toString(),
                        "--json");
        assertEquals(0, ran.status(), ran.err());
        JsonNode label = JsonMapper.shared().readTree(ran.out()).at("/labels/0");
        assertEquals(16 + 144, label.get("voxelsBefore").asInt());
        assertEquals(16 + 52 + 80 + 112 + 144, label.get("voxelsAfter").asInt(), "ITK's figures");
        assertEquals(label.get("voxelsAfter").asInt(), count(nonZero(out)));
    }

    /// Of the square of 12 voxels: 144 mm³ in slices of 1 mm, corner to corner 11 √2, and as far across.
    @Test
    void figuresOfEveryLabelAreWritten() throws IOException {
        Path in = TinyImages.squares(folder.resolve("in.nrrd"));
        Ran ran =
                Ran.command(
                        "mask",
                        in.toString(),
                        "--op",
                        "statistics",
                        "--values",
                        in.toString(),
                        "--json");
        assertEquals(0, ran.status(), ran.err());
        JsonNode figures = JsonMapper.shared().readTree(ran.out()).get(0);
        assertEquals(160, figures.get("voxels").asInt());
        assertEquals(0.160, figures.get("millilitres").asDouble(), 1e-12);
        assertEquals(Math.sqrt(2) * 11, figures.at("/diameters/longAxisMm").asDouble(), 1e-9);
        assertEquals(Math.sqrt(2) * 11, figures.at("/diameters/shortAxisMm").asDouble(), 1e-9);
        assertEquals(7.5, figures.at("/centroid/0").asDouble(), 1e-12);
        assertEquals(144.0 / 160 * 4, figures.at("/centroid/2").asDouble(), 1e-12);
        assertEquals(1, figures.at("/values/mean").asDouble());
        Ran other = Ran.command("mask", in.toString(), "--op", "statistics", "--label", "7");
        assertTrue(other.out().startsWith("label 7: 0 voxels"), other.out());
    }

    @ParameterizedTest
    @CsvSource({"surface.stl", "surface.obj", "surface.ply"})
    void surfacesAreClosedAndPointOutwards(String name) throws IOException {
        Path in = TinyImages.squares(folder.resolve("in.nrrd"));
        Path out = folder.resolve(name);
        Ran ran = mask(in, out, "--op", "surface", "--json");
        assertEquals(0, ran.status(), ran.err());
        double[][] triangles = SurfaceText.triangles(out);
        JsonNode report = JsonMapper.shared().readTree(ran.out());
        assertEquals(report.get("triangles").asInt(), triangles.length);
        assertEquals(0, SurfaceText.openEdges(triangles), "edges without a partner");
        assertTrue(SurfaceText.volume(triangles) > 0, "seen from outside counter-clockwise");
    }

    @Test
    void labelsSmoothedTogetherStayApart() throws IOException {
        Path in = TinyImages.squares(folder.resolve("in.nrrd"));
        Path out = folder.resolve("out.nrrd");
        Ran ran = mask(in, out, "--op", "smooth", "--method", "joint", "--mm", "0.4");
        assertEquals(0, ran.status(), ran.err());
        assertTrue(count(nonZero(out)) > 100);
        Ran median = mask(in, folder.resolve("m.nrrd"), "--op", "smooth", "--method", "median");
        assertEquals("--op smooth needs --mm.", median.err().strip());
    }

    private static Ran mask(Path in, Path out, String... options) {
        var arguments = new ArrayList<>(List.of("mask", in.toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        return Ran.command(arguments.toArray(String[]::new));
    }

    private static Path reference(String operation) {
        String name = "reference/masks/ct_leg_sts004." + operation + ".nrrd";
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "missing: " + name);
        return file;
    }

    private static boolean[] nonZero(Path file) {
        var read =
                assertInstanceOf(
                        ReadOutcome.Read.class,
                        ImageFiles.read(file, Progress.Listener.NONE, new CancelToken()));
        var image = read.volumes().getFirst().voxels().numbers().image();
        var voxels = new boolean[(int) image.size()];
        int n = 0;
        for (RealType<?> value : image) {
            voxels[n++] = value.getRealDouble() != 0;
        }
        return voxels;
    }

    private static int count(boolean[] voxels) {
        int count = 0;
        for (boolean voxel : voxels) {
            count += voxel ? 1 : 0;
        }
        return count;
    }
}
